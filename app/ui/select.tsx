import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { type FieldProps, FormField } from "./form-field.tsx";

export interface SelectOption {
	value: string;
	label: string;
	disabled?: boolean;
}

type Native = Omit<ComponentProps<"select">, "name" | "id" | "className" | "children">;

interface Props extends FieldProps, Native {
	options: SelectOption[];
	/** Options under headings, after the plain ones. */
	groups?: { label: string; options: SelectOption[] }[];
	/** First, empty option: "Choose a room", "All themes". */
	empty?: string;
}

/** One of a list that is too long for radios. */
export function Select(props: Props) {
	const { name, label, labelHidden, labelSize, hint, error, id } = props;
	return (
		<FormField {...{ name, label, labelHidden, labelSize, hint, error, id }}>
			{(control) => <SelectControl {...props} {...control} />}
		</FormField>
	);
}

function SelectControl({
	options,
	groups = [],
	empty,
	label: _label,
	labelHidden: _hidden,
	labelSize: _size,
	hint: _hint,
	error,
	...native
}: Props) {
	return (
		<select {...native} className={classNames("govuk-select", error && "govuk-select--error")}>
			{empty !== undefined && <option value="">{empty}</option>}
			<Options options={options} />
			{groups.map((group) => (
				<optgroup key={group.label} label={group.label}>
					<Options options={group.options} />
				</optgroup>
			))}
		</select>
	);
}

function Options({ options }: { options: SelectOption[] }) {
	return options.map(({ value, label, disabled }) => (
		<option key={value} value={value} disabled={disabled}>
			{label}
		</option>
	));
}
