import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { type FieldProps, FormField } from "./form-field.tsx";

type Native = Omit<ComponentProps<"textarea">, "name" | "id" | "className" | "children">;

/** Several lines of text. */
export function Textarea(props: FieldProps & Native) {
	const { name, label, labelHidden, labelSize, hint, error, id, rows = 4, ...native } = props;
	return (
		<FormField {...{ name, label, labelHidden, labelSize, hint, error, id }}>
			{(control) => (
				<textarea
					rows={rows}
					{...native}
					{...control}
					className={classNames("govuk-textarea", error && "govuk-textarea--error")}
				/>
			)}
		</FormField>
	);
}
