import { type RegisterColumn, registerColumns } from "#app/domain/imports/register-columns.ts";

const OTHERS = 135 - registerColumns.length;
/** What stands between and after the columns that are read: as many as the real register has. */
const otherColumns = Array.from({ length: OTHERS }, (_, at) => `Other column ${at + 1} (name)`);

/** All 135 headers, those that are read among the others. */
export const registerHeaders: readonly string[] = [
	...registerColumns.slice(0, 12),
	...otherColumns.slice(0, 60),
	...registerColumns.slice(12),
	...otherColumns.slice(60),
];

export type RegisterRow = Partial<Record<RegisterColumn, string>>;

/** An open secondary academy in Maldon, Essex, unless told otherwise. */
export function aRegisterRow(row: RegisterRow = {}): RegisterRow {
	return {
		URN: "900001",
		"LA (code)": "881",
		"LA (name)": "Essex",
		EstablishmentNumber: "4999",
		EstablishmentName: "Saltmarsh Academy",
		"TypeOfEstablishment (name)": "Academy converter",
		"EstablishmentTypeGroup (name)": "Academies",
		"EstablishmentStatus (name)": "Open",
		OpenDate: "01-09-2012",
		"PhaseOfEducation (name)": "Secondary",
		StatutoryLowAge: "11",
		StatutoryHighAge: "18",
		"OfficialSixthForm (name)": "Has a sixth form",
		NumberOfPupils: "1184",
		PercentageFSM: "14.2",
		LastChangedDate: "04-03-2026",
		Street: "Mill Lane",
		Town: "Maldon",
		"County (name)": "Essex",
		Postcode: "CM9 0ZZ",
		"DistrictAdministrative (code)": "E07000074",
		"DistrictAdministrative (name)": "Maldon",
		Easting: "585200",
		Northing: "206900",
		...row,
	};
}

const windows1252: Record<string, number> = { "’": 0x92, "–": 0x96, "€": 0x80, "‘": 0x91 };

/** Text as the register writes it. */
export function toWindows1252(text: string): Buffer {
	const latin1 = text.replace(/[’–€‘]/g, (char) => String.fromCharCode(windows1252[char] ?? 0x3f));
	return Buffer.from(latin1, "latin1");
}

function lineOf(cells: readonly string[]): string {
	return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}

/** A file as the register gives it out: every cell quoted, lines ended by CR LF, Windows-1252. */
export function registerFile(
	rows: readonly RegisterRow[],
	headers: readonly string[] = registerHeaders,
): Buffer {
	const cellsOf = (row: Record<string, string>) => headers.map((name) => row[name] ?? "");
	return toWindows1252([lineOf(headers), ...rows.map((row) => lineOf(cellsOf(row)))].join(""));
}

/** A file in pieces, as it comes from a disk or a browser. */
export async function* inPieces(file: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

const towns = [
	"Maldon",
	"Harwick",
	"Saltby",
	"Crowford",
	"Wrenham",
	"Ferrydale",
	"Oldmere",
	"Thornsea",
];
const places = [
	"Marsh Lane",
	"Long Meadow",
	"Crow Hill",
	"St Osyth’s",
	"Wren Park",
	"Café Lane",
	"Old Ferry",
	"Mill",
];
const kinds = [
	"Primary School",
	"Academy",
	"High School",
	"Church of England Primary School",
	"College",
];
const types = [
	["Community school", "Local authority maintained schools", "Primary", "4", "11"],
	["Academy converter", "Academies", "Secondary", "11", "18"],
	["Other independent school", "Independent schools", "Not applicable", "3", "16"],
	["Community special school", "Special schools", "Not applicable", "11", "19"],
	["Free schools", "Free Schools", "All-through", "4", "18"],
	["Higher education institutions", "Universities", "Not applicable", "", ""],
] as const;

/** Row `number` of a synthetic register: the same at every run, every second school open. */
export function syntheticRow(number: number): RegisterRow {
	const authority = 200 + (number % 153) * 5;
	const district = String(number % 309).padStart(3, "0");
	const [type, group, phase, low, high] = types[number % types.length] ?? types[0];
	const open = number % 2 === 0;
	const closing = number % 500 === 0;
	return {
		URN: String(100_000 + number),
		"LA (code)": String(authority),
		"LA (name)": `Authority of ${towns[authority % towns.length]} and District ${authority}`,
		EstablishmentNumber: String(1000 + (number % 8000)),
		EstablishmentName: `${places[number % places.length]} ${number} ${kinds[number % kinds.length]}`,
		"TypeOfEstablishment (name)": type,
		"EstablishmentTypeGroup (name)": group,
		"EstablishmentStatus (name)": closing
			? "Open, but proposed to close"
			: open
				? "Open"
				: "Closed",
		OpenDate: number % 3 === 0 ? "" : `01-09-${1990 + (number % 30)}`,
		CloseDate: open ? "" : `31-08-${2020 + (number % 6)}`,
		"PhaseOfEducation (name)": phase,
		StatutoryLowAge: low,
		StatutoryHighAge: high,
		"OfficialSixthForm (name)":
			number % 4 === 0 ? "Has a sixth form" : "Does not have a sixth form",
		NumberOfPupils: open ? String(50 + (number % 1400)) : "",
		PercentageFSM: open ? ((number % 600) / 10).toFixed(1) : "",
		LastChangedDate: `${String(1 + (number % 28)).padStart(2, "0")}-03-2026`,
		Street: `${1 + (number % 200)} ${places[(number + 3) % places.length]} Road`,
		Locality: number % 5 === 0 ? `Little ${towns[number % towns.length]}` : "",
		Town: towns[number % towns.length] ?? "",
		"County (name)": "Somershire",
		Postcode: `ZZ${1 + (number % 99)} ${number % 10}ZZ`,
		SchoolWebsite: `https://school-${number}.example`,
		TelephoneNum: `01632${String(960_000 + (number % 1000))}`,
		"DistrictAdministrative (code)": `E07900${district}`,
		"DistrictAdministrative (name)": `District ${district}`,
		Easting: number % 50 === 0 ? "0" : String(300_000 + (number % 300_000)),
		Northing: number % 50 === 0 ? "0" : String(100_000 + (number % 400_000)),
	};
}

/** Filler as long as what the real register has in its other columns. */
const filler = Array.from({ length: OTHERS }, (_, at) =>
	"Not applicable".slice(0, at % 5 === 0 ? 14 : 3),
);

/** A register of `rows` schools, a piece at a time: 52,000 are about 60 MB. */
export async function* syntheticRegister(
	rows: number,
	change: (row: RegisterRow, number: number) => RegisterRow | null = (row) => row,
): AsyncGenerator<Buffer> {
	let text = lineOf(registerHeaders);
	for (let number = 0; number < rows; number += 1) {
		const row = change(syntheticRow(number), number) as Record<string, string> | null;
		if (row) {
			let other = 0;
			text += lineOf(
				registerHeaders.map(
					(name) => row[name] ?? (name.startsWith("Other column") ? (filler[other++] ?? "") : ""),
				),
			);
		}
		if (text.length > 65_536) {
			yield toWindows1252(text);
			text = "";
		}
	}
	if (text !== "") yield toWindows1252(text);
}
