import type { ChangeEventHandler } from "react";
import { CardChoice, type ChoiceLayout, type ChoiceOption, PlainChoice } from "./choice.tsx";
import { classNames } from "./class-names.ts";
import { ChoiceField, type GroupProps } from "./form-field.tsx";

interface ChoiceGroup {
	/** "Key stage 3"; left out when the choices need no grouping. */
	legend?: string;
	options: ChoiceOption[];
}

interface Props extends GroupProps {
	options?: ChoiceOption[];
	groups?: ChoiceGroup[];
	/** The values ticked at first. */
	values?: readonly string[];
	layout?: ChoiceLayout;
	/** 40 px boxes, for a thumb; otherwise 24 px in a target of 44 px. */
	large?: boolean;
	onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** Any number of a few, all sent under one name; `groups` nest fieldsets under the legend. */
export function Checkboxes(props: Props) {
	const { options, groups, values = [], layout = "stacked", large, onChange, ...field } = props;
	const all = groups ?? [{ options: options ?? [] }];
	const Choice = layout === "cards" ? CardChoice : PlainChoice;
	const starts = all.map((_, at) =>
		all.slice(0, at).reduce((sum, group) => sum + group.options.length, 0),
	);
	const list = (group: ChoiceGroup, start: number, id: string) => (
		<div
			className={classNames(
				"govuk-checkboxes tt-choices",
				!large && "govuk-checkboxes--small",
				layout !== "stacked" && `tt-choices--${layout}`,
			)}
		>
			{group.options.map((option, index) => (
				<Choice
					key={option.value}
					type="checkbox"
					id={start + index === 0 ? id : `${id}-${start + index + 1}`}
					name={props.name}
					option={option}
					chosen={values.includes(option.value)}
					onChange={onChange}
				/>
			))}
		</div>
	);
	return (
		<ChoiceField {...field}>
			{(id) =>
				all.map((group, at) =>
					group.legend ? (
						<fieldset className="govuk-fieldset tt-choice-group" key={group.legend}>
							<legend className="govuk-fieldset__legend">{group.legend}</legend>
							{list(group, starts[at] ?? 0, id)}
						</fieldset>
					) : (
						<div key="plain">{list(group, starts[at] ?? 0, id)}</div>
					),
				)
			}
		</ChoiceField>
	);
}
