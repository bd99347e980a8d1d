import { describe, expect, it } from "vitest";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";
import { type CsvOptions, readCsv } from "./csv-records.ts";

async function read(pieces: string[], options: Partial<CsvOptions> = {}) {
	async function* source() {
		for (const piece of pieces) yield Buffer.from(piece);
	}
	const records: [number, ...string[]][] = [];
	for await (const batch of readCsv(source(), { encoding: "utf8", longest: 100, ...options })) {
		for (const { line, cells } of batch) records.push([line, ...cells]);
	}
	return records;
}

describe("lines", () => {
	it.each([
		["CR LF", "\r\n"],
		["LF", "\n"],
		["CR", "\r"],
	])("ended by %s are counted as the file has them", async (_, end) => {
		const text = ["a,b", `1,"x${end}y"`, "", "3,4", ""].join(end);
		expect(await read([text])).toEqual([
			[1, "a", "b"],
			[2, "1", `x${end}y`],
			[5, "3", "4"],
		]);
	});

	it("are the same wherever the file is cut into pieces", async () => {
		const text = 'a,"b ""c"""\r\n\r\n1,"é\r\n2"\n"",';
		const whole = await read([text]);
		const bytes = Buffer.from(text);
		for (let at = 1; at < bytes.length; at += 1) {
			async function* source() {
				yield bytes.subarray(0, at);
				yield bytes.subarray(at);
			}
			const records: unknown[] = [];
			for await (const batch of readCsv(source(), { encoding: "utf8", longest: 100 })) {
				records.push(...batch.map(({ line, cells }) => [line, ...cells]));
			}
			expect(records).toEqual(whole);
		}
	});

	it("may have any number of cells, and quotes where they should not be", async () => {
		expect(await read(['a,b,c\n1\n1,2,3,4\n5" pipe,"x"y\n'])).toEqual([
			[1, "a", "b", "c"],
			[2, "1"],
			[3, "1", "2", "3", "4"],
			[4, '5" pipe', '"x"y'],
		]);
	});
});

it("reads nothing from nothing", async () => {
	expect(await read([])).toEqual([]);
	expect(await read([""])).toEqual([]);
	expect(await read(["\n\r\n\n"])).toEqual([]);
});

describe("a file that is broken", () => {
	it.each([
		[
			"by a quote that is never closed",
			['a,b\n1,"two', "\nthree"],
			{ reason: "unclosed_quote", line: 2 },
		],
		[
			"by a line without end",
			["a,b\n", "x".repeat(150)],
			{ reason: "line_too_long", line: 2, max: 100 },
		],
		[
			"by a quote that swallows the rest",
			['a,b\n1,"', "x\n".repeat(60)],
			{ reason: "line_too_long", line: 2, max: 100 },
		],
	])("%s is refused with its line", async (_, pieces, refusal) => {
		const error = await read(pieces).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(FileRefused);
		expect((error as FileRefused).refusal).toEqual(refusal);
	});
});
