import type { FileRefusal } from "./file-refusal.ts";

const magic: readonly [FileRefusal, readonly number[]][] = [
	[{ reason: "spreadsheet" }, [0xd0, 0xcf, 0x11, 0xe0]],
	[{ reason: "not_csv", looksLike: "binary" }, [0x1f, 0x8b]],
	[{ reason: "not_csv", looksLike: "pdf" }, [0x25, 0x50, 0x44, 0x46]],
];

const zip = [0x50, 0x4b];

/** What a file is by its first bytes where that is no CSV, whatever its name ends with. */
export function sniffFile(start: Uint8Array): FileRefusal | null {
	if (start.length === 0) return { reason: "empty" };
	if (begins(start, zip) && (start[2] ?? 0) < 9) return { reason: zipOrSheet(start) };
	const found = magic.find(([, bytes]) => begins(start, bytes));
	if (found) return found[0];
	const text = String.fromCharCode(...start.subarray(0, 200)).toLowerCase();
	if (/^[\s\xef\xbb\xbf]*<(!doctype|html|\?xml)/.test(text)) {
		return { reason: "not_csv", looksLike: "web_page" };
	}
	return null;
}

function begins(start: Uint8Array, bytes: readonly number[]): boolean {
	return bytes.every((byte, at) => start[at] === byte);
}

/** A workbook is a zip that lists its parts; both kinds name them at the beginning. */
function zipOrSheet(start: Uint8Array): "zip" | "spreadsheet" {
	const text = String.fromCharCode(...start.subarray(0, 2000));
	const parts = /\[Content_Types\]\.xml|_rels\/|xl\/|mimetypeapplication\/vnd\.oasis/;
	return parts.test(text) ? "spreadsheet" : "zip";
}
