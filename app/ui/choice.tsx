import type { ChangeEventHandler, ReactNode } from "react";

export interface ChoiceOption {
	value: string;
	label: ReactNode;
	/** A sentence under the label. */
	hint?: ReactNode;
	/** Short facts under a card's title: length, ages, "Free all day". */
	lines?: ReactNode[];
	disabled?: boolean;
	/** Shown under this choice while it is chosen (needs no script). */
	conditional?: ReactNode;
}

export type ChoiceLayout = "stacked" | "inline" | "columns" | "cards";

interface Props {
	type: "radio" | "checkbox";
	id: string;
	name: string;
	option: ChoiceOption;
	chosen: boolean;
	onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** One radio or checkbox with its label, in the plain look. */
export function PlainChoice({ type, id, name, option, chosen, onChange }: Props) {
	const kind = type === "radio" ? "radios" : "checkboxes";
	const hintId = option.hint != null ? `${id}-choice-hint` : undefined;
	return (
		<>
			<div className={`govuk-${kind}__item`}>
				<input
					className={`govuk-${kind}__input`}
					type={type}
					id={id}
					name={name}
					value={option.value}
					defaultChecked={chosen}
					disabled={option.disabled}
					aria-describedby={hintId}
					onChange={onChange}
				/>
				<label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
					{option.label}
				</label>
				{hintId && (
					<div className={`govuk-hint govuk-${kind}__hint`} id={hintId}>
						{option.hint}
					</div>
				)}
			</div>
			{option.conditional && <div className="tt-conditional">{option.conditional}</div>}
		</>
	);
}

/** One radio or checkbox as a card: title, then short facts. The whole card is the target. */
export function CardChoice({ type, id, name, option, chosen, onChange }: Props) {
	const lines = [...(option.hint != null ? [option.hint] : []), ...(option.lines ?? [])];
	const linesId = lines.length > 0 ? `${id}-lines` : undefined;
	return (
		<div className="tt-card-choice">
			<input
				type={type}
				id={id}
				name={name}
				value={option.value}
				defaultChecked={chosen}
				disabled={option.disabled}
				aria-describedby={linesId}
				onChange={onChange}
			/>
			<div className="tt-card-choice__words">
				<label className="tt-card-choice__title" htmlFor={id}>
					{option.label}
				</label>
				<div id={linesId}>
					{lines.map((line, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: lines are fixed and may be any node
						<span className="tt-card-choice__line" key={index}>
							{line}
						</span>
					))}
				</div>
				{option.conditional}
			</div>
		</div>
	);
}
