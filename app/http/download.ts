/**
 * A file for the person to keep.
 * @param name of plain characters: it stands in a header
 */
export function download(content: string | Buffer, name: string, type: string): Response {
	return new Response(typeof content === "string" ? content : new Uint8Array(content), {
		headers: {
			"Content-Type": type,
			"Content-Disposition": `attachment; filename="${name}"`,
			"X-Content-Type-Options": "nosniff",
		},
	});
}
