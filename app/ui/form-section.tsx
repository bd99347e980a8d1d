import type { ReactNode } from "react";

interface Props {
	title: string;
	children: ReactNode;
}

/** One group of a long form: "When and where". */
export function FormSection({ title, children }: Props) {
	return (
		<fieldset className="tt-form-section">
			<legend>{title}</legend>
			{children}
		</fieldset>
	);
}

/** Short fields side by side: date, start, end. */
export function FieldRow({ children }: { children: ReactNode }) {
	return <div className="tt-field-row">{children}</div>;
}
