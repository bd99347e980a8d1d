import { createHash } from "node:crypto";

/** How long a reader may keep a calendar before it asks whether it is still so: 15 minutes. */
const MAX_AGE = 900;

/**
 * A calendar with a tag made of what is in it, or 304 to whoever has the same already. The tag is
 * weak because the same calendar travels compressed to some readers and plain to others.
 */
export function calendarAnswer(request: Request, text: string, fileName: string): Response {
	const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 32)}"`;
	const headers = {
		ETag: `W/${tag}`,
		"Cache-Control": `private, max-age=${MAX_AGE}`,
	};
	if (hasTag(request.headers.get("if-none-match"), tag)) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(text, {
		headers: {
			...headers,
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": `inline; filename="${fileName}"`,
			"X-Content-Type-Options": "nosniff",
			"X-Robots-Tag": "noindex",
		},
	});
}

/** RFC 9110 §13.1.2: a list of tags compared weakly, or `*`. */
function hasTag(given: string | null, tag: string): boolean {
	if (given === null) return false;
	const tags = given.split(",").map((one) => one.trim().replace(/^W\//, ""));
	return tags.includes(tag) || tags.includes("*");
}

/** For programs that read calendars: they show no page, at best the words. */
export function noCalendar(): Response {
	return new Response("This calendar address is not in use. Ask whoever gave it to you.\n", {
		status: 404,
		headers: { "Content-Type": "text/plain; charset=utf-8", "X-Robots-Tag": "noindex" },
	});
}
