import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { type FieldProps, FormField } from "./form-field.tsx";

/** Characters a field has room for, or a share of the line. */
export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30 | "time" | "full" | "one-half" | "two-thirds";

type Native = Omit<ComponentProps<"input">, "name" | "id" | "className" | "width" | "children">;

export interface InputProps extends FieldProps, Native {
	width?: InputWidth;
	prefix?: string;
	suffix?: string;
}

function widthClass(width: InputWidth | undefined): string | false {
	if (width === undefined) return false;
	if (width === "time") return "tt-input--time";
	return typeof width === "number" ? `govuk-input--width-${width}` : `govuk-!-width-${width}`;
}

/** One line of text; every attribute of a native input (type, defaultValue, autoComplete …) passes. */
export function TextInput(props: InputProps) {
	const { name, label, labelHidden, labelSize, hint, error, id, width, prefix, suffix, ...native } =
		props;
	return (
		<FormField {...{ name, label, labelHidden, labelSize, hint, error, id }}>
			{(control) => (
				<Affixed prefix={prefix} suffix={suffix}>
					<input
						type="text"
						{...native}
						{...control}
						className={classNames("govuk-input", error && "govuk-input--error", widthClass(width))}
					/>
				</Affixed>
			)}
		</FormField>
	);
}

interface AffixedProps {
	prefix: string | undefined;
	suffix: string | undefined;
	children: ReactNode;
}

function Affixed({ prefix, suffix, children }: AffixedProps) {
	if (!prefix && !suffix) return children;
	return (
		<div className="govuk-input__wrapper">
			{prefix && (
				<div className="govuk-input__prefix" aria-hidden="true">
					{prefix}
				</div>
			)}
			{children}
			{suffix && (
				<div className="govuk-input__suffix" aria-hidden="true">
					{suffix}
				</div>
			)}
		</div>
	);
}

/**
 * A whole number. why not type="number": it drops what was typed wrongly without saying so, and a
 * mouse wheel changes it unseen (GOV.UK design system, "Asking for whole numbers").
 */
export function NumberInput({ width = 4, ...props }: InputProps) {
	return (
		<TextInput inputMode="numeric" autoComplete="off" spellCheck={false} width={width} {...props} />
	);
}

/** A date, "2027-01-14" both ways. A browser without a picker shows a text field with the hint. */
export function DateInput({ width = 10, ...props }: InputProps) {
	return <TextInput placeholder="yyyy-mm-dd" {...props} type="date" width={width} />;
}

/** A time of day, "09:00" both ways, in steps of five minutes unless told. */
export function TimeInput({ width = "time", step = 300, ...props }: InputProps) {
	return <TextInput placeholder="hh:mm" {...props} type="time" step={step} width={width} />;
}

interface HiddenProps {
	name: string;
	value: string | number | undefined;
}

/** A value that the form carries unseen; left out when there is none. */
export function Hidden({ name, value }: HiddenProps) {
	return value === undefined ? null : <input type="hidden" name={name} value={value} />;
}
