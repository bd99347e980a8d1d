import type { ChangeEventHandler } from "react";
import { CardChoice, type ChoiceLayout, type ChoiceOption, PlainChoice } from "./choice.tsx";
import { classNames } from "./class-names.ts";
import { ChoiceField, type GroupProps } from "./form-field.tsx";

interface Props extends GroupProps {
	options: ChoiceOption[];
	/** The value chosen at first. */
	value?: string | null;
	layout?: ChoiceLayout;
	/** 40 px boxes, for a thumb; otherwise 24 px in a target of 44 px. */
	large?: boolean;
	onChange?: ChangeEventHandler<HTMLInputElement>;
}

/** One of a few. `layout="cards"` gives each choice a title and short facts. */
export function Radios(props: Props) {
	const { options, value, layout = "stacked", large, onChange, ...group } = props;
	const Choice = layout === "cards" ? CardChoice : PlainChoice;
	return (
		<ChoiceField {...group}>
			{(id) => (
				<div
					className={classNames(
						"govuk-radios tt-choices",
						!large && "govuk-radios--small",
						layout !== "stacked" && `tt-choices--${layout}`,
					)}
				>
					{options.map((option, index) => (
						<Choice
							key={option.value}
							type="radio"
							id={index === 0 ? id : `${id}-${index + 1}`}
							name={props.name}
							option={option}
							chosen={option.value === value}
							onChange={onChange}
						/>
					))}
				</div>
			)}
		</ChoiceField>
	);
}
