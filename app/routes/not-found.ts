import { notFound } from "#app/http/respond.ts";

export function loader() {
	throw notFound();
}

export function action() {
	throw notFound();
}

/** why: with a component this is a page, and its error is shown in the usual frame. */
export default function NotFound() {
	return null;
}
