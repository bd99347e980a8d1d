import { aRegisterRow, registerFile } from "./register-file.ts";

/** A source of numbers from 0 up to 1 that gives the same ones at every run. */
export function dice(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

type Roll = () => number;

const pick = <Item>(roll: Roll, items: readonly [Item, ...Item[]]): Item =>
	items[Math.floor(roll() * items.length)] ?? items[0];
const upTo = (roll: Roll, most: number) => Math.floor(roll() * most);

const awkward = [
	'"',
	'""',
	",",
	"\r",
	"\n",
	"\r\n",
	"\0",
	"\uFEFF",
	"\ud800",
	"’",
	"\x81",
	"=cmd|' /C calc'!A0",
	"99999999999999999999",
	"31-02-2027",
	"3/9/24",
	"<html>",
	"PK\u0003\u0004",
	" ",
	"é".repeat(50),
] as const;

type Mutation = (file: Buffer, roll: Roll) => Buffer;

const insert = (file: Buffer, at: number, what: Uint8Array) =>
	Buffer.concat([file.subarray(0, at), what, file.subarray(at)]);

/** What happens to files between the program that wrote them and whoever brings them in. */
const mutations: readonly [Mutation, ...Mutation[]] = [
	(file, roll) => file.subarray(0, upTo(roll, file.length + 1)),
	(file, roll) => file.subarray(upTo(roll, file.length + 1)),
	(file, roll) => insert(file, upTo(roll, file.length), Buffer.from(pick(roll, awkward))),
	(file, roll) => insert(file, upTo(roll, file.length), Buffer.from(pick(roll, awkward), "latin1")),
	(file, roll) => {
		const changed = Buffer.from(file);
		for (let left = 1 + upTo(roll, 20); left > 0; left -= 1) {
			if (changed.length > 0) changed[upTo(roll, changed.length)] = upTo(roll, 256);
		}
		return changed;
	},
	(file, roll) => {
		const at = upTo(roll, file.length);
		const end = Math.min(file.length, at + 1 + upTo(roll, 200));
		return insert(file, at, file.subarray(at, end));
	},
	(file, roll) => {
		const at = upTo(roll, file.length);
		return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + upTo(roll, 200))]);
	},
	(file) => Buffer.from(file.toString("latin1"), "utf8"),
	(file) => Buffer.from(`\uFEFF${file.toString("latin1")}`, "utf8"),
	(file) => Buffer.from(`\uFEFF${file.toString("latin1")}`, "utf16le"),
	(file) => Buffer.from(file.toString("latin1"), "utf16le"),
	(file, roll) => replaced(file, "\r\n", pick(roll, ["\n", "\r", "\r\r\n", "\n\n", ""])),
	(file, roll) => replaced(file, ",", pick(roll, [";", "\t", ",,", "|"])),
	(file, roll) => replaced(file, '"', pick(roll, ["", "'", '""', "”"])),
	(file, roll) => {
		const long = Buffer.alloc(
			pick(roll, [1000, 19_000, 60_000]),
			pick(roll, ["x", '"', ",", "\n"]),
		);
		return insert(file, upTo(roll, file.length), long);
	},
	(file) => Buffer.concat([file, file]),
	(file, roll) =>
		Buffer.concat([Buffer.from(pick(roll, ["PK\u0003\u0004", "%PDF-", "\n\n"])), file]),
	(file) => Buffer.from(file.toString("latin1").split("\r\n").reverse().join("\r\n"), "latin1"),
];

function replaced(file: Buffer, what: string, by: string): Buffer {
	return Buffer.from(file.toString("latin1").replaceAll(what, by), "latin1");
}

/** The file after one to three mishaps. */
export function mutate(file: Buffer, roll: Roll): Buffer {
	let changed = file;
	for (let left = 1 + upTo(roll, 3); left > 0; left -= 1)
		changed = pick(roll, mutations)(changed, roll);
	return changed;
}

/** Some rows of the register, in a shape that mishaps can still hit. */
export function aSmallRegister(): Buffer {
	return registerFile([
		aRegisterRow(),
		aRegisterRow({ URN: "900002", EstablishmentName: "St Osyth’s Café Lane School", Town: "" }),
		aRegisterRow({
			URN: "900003",
			"EstablishmentStatus (name)": "Closed",
			CloseDate: "31-08-2026",
		}),
	]);
}

/** A team's own spreadsheet, with what people write into one. */
export function aSmallSheet(school = "Saltmarsh Academy", programme = "Choices"): Buffer {
	const rows = [
		[
			"Date",
			"Start time",
			"School",
			"Postcode",
			"Session",
			"Year group",
			"Pupils",
			"Staff",
			"Notes",
		],
		["3/9/24", "9:30", school, "CM9 0ZZ", programme, "Year 8", "28", "2", "went well, all quiet"],
		["25/9/24", "11am", school, "", programme, "Y8 & Y9", "c. 55", "1", ""],
		["03-Sep-2024", "", "Youth club", "CM9 9ZZ", programme, "Mixed", "12", "", 'said "more"'],
		["soon", "9:30", school, "", "Knife talk", "Year 8", "lots", "", ""],
	];
	const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return Buffer.from(rows.map((row) => `${row.map(cell).join(",")}\r\n`).join(""), "latin1");
}
