import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { fieldId } from "./form-errors.ts";

/** What every field with one control takes. */
export interface FieldProps {
	name: string;
	label: ReactNode;
	/** why: a filter's label can be too obvious to show, but is never absent. */
	labelHidden?: boolean;
	labelSize?: "s" | "m" | "l";
	hint?: ReactNode;
	error?: string;
	/** Only where one page has two fields of one name; otherwise made from the name. */
	id?: string;
}

/** What every group of choices takes. */
export interface GroupProps extends Omit<FieldProps, "label" | "labelHidden" | "labelSize"> {
	legend: ReactNode;
	legendHidden?: boolean;
	legendSize?: "s" | "m" | "l";
}

export interface ControlAttributes {
	id: string;
	name: string;
	"aria-describedby": string | undefined;
	"aria-invalid": true | undefined;
}

function describe(id: string, hint: ReactNode, error: string | undefined): string | undefined {
	return classNames(hint != null && `${id}-hint`, error && `${id}-error`) || undefined;
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
	return (
		<div className="govuk-hint" id={`${id}-hint`}>
			{children}
		</div>
	);
}

export function ErrorMessage({ id, children }: { id: string; children: string }) {
	return (
		<p className="govuk-error-message" id={`${id}-error`}>
			<span className="govuk-visually-hidden">Error:</span> {children}
		</p>
	);
}

interface FormFieldProps extends FieldProps {
	children: (control: ControlAttributes) => ReactNode;
}

/** Label, hint and error around one control, which is given the attributes that tie them together. */
export function FormField(props: FormFieldProps) {
	const { name, label, labelHidden, labelSize, hint, error, children } = props;
	const id = props.id ?? fieldId(name);
	return (
		<div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
			<label
				className={classNames(
					"govuk-label",
					labelSize && `govuk-label--${labelSize}`,
					labelHidden && "govuk-visually-hidden",
				)}
				htmlFor={id}
			>
				{label}
			</label>
			{hint != null && <Hint id={id}>{hint}</Hint>}
			{error && <ErrorMessage id={id}>{error}</ErrorMessage>}
			{children({
				id,
				name,
				"aria-describedby": describe(id, hint, error),
				"aria-invalid": error ? true : undefined,
			})}
		</div>
	);
}

/** Legend, hint and error around a group of choices. */
export function ChoiceField(props: GroupProps & { children: (id: string) => ReactNode }) {
	const { name, legend, legendHidden, legendSize, hint, error, children } = props;
	const id = props.id ?? fieldId(name);
	return (
		<div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
			<fieldset className="govuk-fieldset" aria-describedby={describe(id, hint, error)}>
				<legend
					className={classNames(
						"govuk-fieldset__legend",
						legendSize && `govuk-fieldset__legend--${legendSize}`,
						legendHidden && "govuk-visually-hidden",
					)}
				>
					{legend}
				</legend>
				{hint != null && <Hint id={id}>{hint}</Hint>}
				{error && <ErrorMessage id={id}>{error}</ErrorMessage>}
				{children(id)}
			</fieldset>
		</div>
	);
}
