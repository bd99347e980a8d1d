import type { FieldErrors } from "./form-errors.ts";

interface Props {
	/** What the page's h1 says. */
	title: string;
	/** why: somebody who cannot see the page hears from its title that something is to be mended. */
	errors?: FieldErrors;
}

/** The title of the browser's tab. Every page has one. */
export function PageTitle({ title, errors }: Props) {
	return <title>{`${errors?.length ? "Error: " : ""}${title} – Termtime`}</title>;
}
