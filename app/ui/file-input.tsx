import { classNames } from "./class-names.ts";
import { type FieldProps, FormField } from "./form-field.tsx";

interface Props extends FieldProps {
	/** What the browser's own dialog offers first: ".csv". */
	accept?: string;
}

/** One file. A browser forgets the choice when the form comes back: the error says to choose again. */
export function FileInput({ accept, ...field }: Props) {
	return (
		<FormField {...field}>
			{(control) => (
				<input
					{...control}
					type="file"
					accept={accept}
					className={classNames("govuk-file-upload", field.error && "govuk-file-upload--error")}
				/>
			)}
		</FormField>
	);
}
