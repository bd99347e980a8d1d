import type { Mail } from "./mail-words.ts";

/** Lays a message out twice: mail programs choose, and both must say the same. */

/** Plain text, `\n` between lines. */
export function textMail(mail: Mail): string {
	const blocks = [
		mail.greeting,
		...mail.lead,
		mail.details.map(({ label, value }) => `${label}: ${value}`).join("\n"),
		mail.prepare ? [mail.prepare.heading, ...mail.prepare.lines].join("\n") : "",
		...linksOf(mail).map(({ text, url }) => `${text}:\n${url}`),
		...mail.closing,
		signatureLines(mail).join("\n"),
	];
	return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const PAGE = "margin:0;padding:24px;background:#ffffff;color:#0b0c0c;";
const TYPE = "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;";
const HEAD = "margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:bold;";
const SUBHEAD = "margin:24px 0 8px;font-size:18px;line-height:1.3;font-weight:bold;";
const TEXT = "margin:0 0 16px;";
const CELL = "padding:6px 16px 6px 0;text-align:left;vertical-align:top;";
/** Contrast of 7.3:1 on white. */
const LINK = "color:#1a4f9c;text-decoration:underline;";

/**
 * One HTML document, styled inline because mail programs drop style sheets, without images or
 * scripts, in reading order, with a language, real headings and a table whose rows have headers.
 */
export function htmlMail(mail: Mail): string {
	return [
		'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(mail.subject)}</title>\n</head>`,
		`<body style="${PAGE}${TYPE}">`,
		`<h1 style="${HEAD}">${escapeHtml(mail.heading)}</h1>`,
		...[mail.greeting, ...mail.lead].map(paragraph),
		detailsTable(mail.details),
		prepareList(mail.prepare),
		...linksOf(mail).map(
			({ text, url }) =>
				`<p style="${TEXT}"><a href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(text)}</a></p>`,
		),
		...mail.closing.map(paragraph),
		`<p style="${TEXT}">${signatureLines(mail).map(escapeHtml).join("<br>")}</p>`,
		"</body>\n</html>\n",
	]
		.filter((part) => part !== "")
		.join("\n");
}

function linksOf({ link, moreLinks = [] }: Mail) {
	return link ? [link, ...moreLinks] : moreLinks;
}

function detailsTable(details: Mail["details"]): string {
	if (details.length === 0) return "";
	const rows = details.map(
		({ label, value }) =>
			`<tr><th scope="row" style="${CELL}">${escapeHtml(label)}</th>` +
			`<td style="${CELL}">${escapeHtml(value)}</td></tr>`,
	);
	const table = `border-collapse:collapse;margin:0 0 16px;${TYPE}`;
	return `<table style="${table}">\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
}

function prepareList(prepare: Mail["prepare"]): string {
	if (!prepare) return "";
	const items = prepare.lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("\n");
	const list = "margin:0 0 16px;padding:0 0 0 24px;";
	return `<h2 style="${SUBHEAD}">${escapeHtml(prepare.heading)}</h2>\n<ul style="${list}">\n${items}\n</ul>`;
}

function paragraph(text: string): string {
	return `<p style="${TEXT}">${escapeHtml(text)}</p>`;
}

function signatureLines(mail: Mail): string[] {
	const { name, email, phone } = mail.signature;
	return [name, email, ...(phone ? [phone] : [])];
}

const ENTITIES: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
