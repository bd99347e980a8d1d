import { expect, it } from "vitest";
import { sniffFile } from "./sniff-file.ts";

const entry = (name: string) =>
	Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(26), Buffer.from(name)]);

it.each([
	["nothing", Buffer.alloc(0), { reason: "empty" }],
	["an Excel workbook", entry("[Content_Types].xml"), { reason: "spreadsheet" }],
	[
		"an OpenDocument sheet",
		entry("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
		{ reason: "spreadsheet" },
	],
	["an old Excel file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { reason: "spreadsheet" }],
	["a zip", entry("edubasealldata20261125.csv"), { reason: "zip" }],
	["a PDF", Buffer.from("%PDF-1.7"), { reason: "not_csv", looksLike: "pdf" }],
	["a gzip", Buffer.from([0x1f, 0x8b, 8]), { reason: "not_csv", looksLike: "binary" }],
	[
		"a web page",
		Buffer.from("\n<!DOCTYPE html><title>Sorry"),
		{ reason: "not_csv", looksLike: "web_page" },
	],
])("knows %s by its first bytes", (_, start, refusal) => {
	expect(sniffFile(start)).toEqual(refusal);
});

it("takes what may be a CSV", () => {
	expect(sniffFile(Buffer.from('"URN","LA (code)"'))).toBeNull();
	expect(sniffFile(Buffer.from("PK1,PK2"))).toBeNull();
	expect(sniffFile(Buffer.from("<10,>20"))).toBeNull();
});
