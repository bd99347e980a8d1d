/** The page of a list that an address asks for, from 1; 1 for anything that is no page. */
export function pageNumber(query: URLSearchParams): number {
	const typed = query.get("page") ?? "";
	return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1;
}
