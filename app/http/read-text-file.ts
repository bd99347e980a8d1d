import { badRequest } from "./respond.ts";

export type TextFile = { ok: true; text: string; intent: string } | { ok: false; message: string };

/**
 * A small text that a form sends as a file, or again as it was read the first time (`text`). For what
 * fits into an ordinary form: the size of a body is limited before this.
 * @throws 400 for another content type and for a malformed body
 */
export async function readTextFile(request: Request): Promise<TextFile> {
	const type = request.headers.get("content-type") ?? "";
	if (!/^multipart\/form-data\s*;/i.test(type)) throw badRequest();
	const sent = await request.formData().catch(() => {
		throw badRequest();
	});
	const intent = String(sent.get("intent") ?? "");
	const again = sent.get("text");
	if (typeof again === "string") return { ok: true, text: again, intent };
	const file = sent.get("file");
	if (!(file instanceof File) || file.size === 0) {
		return { ok: false, message: "Choose a CSV file" };
	}
	const bytes = new Uint8Array(await file.arrayBuffer());
	try {
		return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), intent };
	} catch {
		return { ok: false, message: "Choose a CSV file in UTF-8: save it as “CSV UTF-8”" };
	}
}
