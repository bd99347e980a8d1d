import type { Answer, Visitor } from "./visitor.ts";

/** A form with a file in it, as a browser without scripts sends it. */
export function fileForm(
	content: Uint8Array | string,
	{ name = "file.csv", field = "file", ...fields }: Record<string, string> = {},
): FormData {
	const form = new FormData();
	for (const [key, value] of Object.entries(fields)) form.append(key, value);
	form.append(field, new Blob([new Uint8Array(Buffer.from(content))], { type: "text/csv" }), name);
	return form;
}

export function upload(browser: Visitor, kind: string, form: FormData): Promise<Answer> {
	return browser.request(`/imports/new?kind=${kind}`, {
		method: "POST",
		body: form,
		headers: { "sec-fetch-site": "same-origin" },
	});
}
