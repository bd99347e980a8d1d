/** One message for each field that needs mending, in the order of the page. */
export type FieldErrors = { field: string; message: string }[];

/** The first message for a field, or undefined when the field is fine. */
export function errorFor(errors: FieldErrors | undefined, field: string): string | undefined {
	return errors?.find((error) => error.field === field)?.message;
}

/** The id of a field's first control, from its name: what an error summary links to. */
export function fieldId(name: string): string {
	return name.replace(/[^\w-]+/g, "-");
}
