import { Form } from "react-router";
import { Button } from "./button.tsx";
import { fieldId } from "./form-errors.ts";
import { Hidden } from "./text-input.tsx";

interface Props {
	action: string;
	name: string;
	label: string;
	value?: string;
	hint?: string;
	/** Other parts of the address to keep. */
	keep?: Record<string, string>;
	button?: string;
}

/** One field and its button, sent by GET. */
export function SearchBox({ action, name, label, value, hint, keep = {}, button }: Props) {
	const id = fieldId(name);
	return (
		<search className="tt-search">
			<Form method="get" action={action}>
				<label className="govuk-label" htmlFor={id}>
					{label}
				</label>
				{hint && (
					<div className="govuk-hint" id={`${id}-hint`}>
						{hint}
					</div>
				)}
				{Object.entries(keep).map(([key, kept]) => (
					<Hidden key={key} name={key} value={kept} />
				))}
				<div className="tt-search__row">
					<input
						className="govuk-input"
						type="search"
						id={id}
						name={name}
						defaultValue={value}
						aria-describedby={hint ? `${id}-hint` : undefined}
						autoComplete="off"
						spellCheck={false}
					/>
					<Button kind="secondary">{button ?? "Search"}</Button>
				</div>
			</Form>
		</search>
	);
}
