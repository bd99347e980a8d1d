import { isUrn } from "#app/domain/venues/urn.ts";
import type { CsvRecord } from "./csv-record.ts";
import { FileRefused } from "./file-refusal.ts";
import { type ReadHeader, readHeader } from "./header.ts";
import { type RegisterColumn, registerColumns } from "./register-columns.ts";
import type { RegisterOptions, RegisterPassed, RegisterResult } from "./register-file.ts";
import { type RegisterSchool, readRegisterRow } from "./register-row.ts";
import { fromLatin1 } from "./windows-1252.ts";

type Header = Extract<ReadHeader<RegisterColumn>, { ok: true }>;

export type ReadSchool =
	| { kind: "school"; line: number; school: RegisterSchool }
	| { kind: "unreadable"; line: number; urn: string; name: string; problems: string[] };

/** One reading of an extract, record by record: what is on each line, and what the whole covers. */
export class RegisterReading {
	readonly #options: RegisterOptions;
	readonly #seen = new Map<string, number>();
	readonly #authorities = new Set<string>();
	readonly #covered = new Set<string>();
	readonly #districts = new Map<string, RegisterResult["districts"][number]>();
	#header: Header | null = null;
	#shortLine: number | null = null;
	readonly passed: Partial<Record<RegisterPassed, number>> = {};
	records = 0;
	/** Unreadable rows without a readable URN. */
	unidentified = 0;

	constructor(options: RegisterOptions) {
		this.#options = options;
	}

	/**
	 * Takes the next record, the first of all being the header.
	 * @returns null for what is not kept, which is counted
	 * @throws FileRefused for a header that lacks what is needed
	 */
	add({ line, cells }: CsvRecord): ReadSchool | null {
		if (!this.#header) {
			const header = readHeader(cells, registerColumns);
			if (!header.ok) throw new FileRefused(header.refusal);
			this.#header = header;
			return null;
		}
		const { at, width } = this.#header;
		this.records += 1;
		this.#shortLine = cells.length < width ? line : null;
		const cell = (name: RegisterColumn) => fromLatin1(cells[at[name]] ?? "");
		if (cells.length === width) return this.#addRow(line, cell);
		const problem = `The line has ${cells.length} cells, and the header ${width}`;
		return this.#unreadable(line, cell("URN"), cell("EstablishmentName"), [problem]);
	}

	/** @throws FileRefused when the file stops too early to be used */
	end(): void {
		if (this.records === 0) throw new FileRefused({ reason: "no_rows" });
		if (this.#shortLine !== null) {
			throw new FileRefused({ reason: "truncated", line: this.#shortLine });
		}
	}

	/** Whether the file has a row of this URN, be it kept or not. */
	has(urn: string): boolean {
		return this.#seen.has(urn);
	}

	/**
	 * Whether a school of this authority and type group would be in the file if it still existed. why:
	 * the register also gives out extracts of academies alone, or of one authority.
	 */
	covers(laCode: string, typeGroup: string): boolean {
		return this.#covered.has(`${laCode}/${typeGroup}`);
	}

	/** The local authorities of the file that were asked for, and those asked for that it lacks. */
	authorities(): { present: string[]; absent: string[] } {
		const { laCodes } = this.#options;
		const all = [...this.#authorities];
		if (laCodes.length === 0) return { present: all, absent: [] };
		const present = all.filter((code) => laCodes.includes(code));
		return { present, absent: laCodes.filter((code) => !this.#authorities.has(code)) };
	}

	districts(): RegisterResult["districts"] {
		return [...this.#districts.values()];
	}

	#addRow(line: number, cell: (name: RegisterColumn) => string): ReadSchool | null {
		const laCode = cell("LA (code)");
		const typeGroup = cell("EstablishmentTypeGroup (name)");
		this.#authorities.add(laCode);
		this.#covered.add(`${laCode}/${typeGroup}`);
		const other = this.#otherThanAsked(laCode, typeGroup);
		if (other) return this.#pass(other, cell("URN"), line);
		const row = readRegisterRow(cell);
		if (row.kind === "left_out") return this.#pass(row.why, row.urn, line);
		if (row.kind === "unreadable") return this.#unreadable(line, row.urn, row.name, row.problems);
		const { school } = row;
		const before = this.#seen.get(school.urn);
		if (before !== undefined) {
			const problem = `URN ${school.urn} is on line ${before} already`;
			return this.#unreadable(line, school.urn, school.name, [problem]);
		}
		this.#seen.set(school.urn, line);
		this.#noteDistrict(school, row.districtName);
		return { kind: "school", line, school };
	}

	#otherThanAsked(laCode: string, typeGroup: string): RegisterPassed | null {
		const { laCodes, typeGroups } = this.#options;
		if (laCodes.length > 0 && !laCodes.includes(laCode)) return "other_authority";
		const groups: readonly string[] = typeGroups;
		return groups.length > 0 && !groups.includes(typeGroup) ? "other_type" : null;
	}

	#pass(why: RegisterPassed, urn: string, line: number): null {
		this.passed[why] = (this.passed[why] ?? 0) + 1;
		this.#note(urn, line);
		return null;
	}

	#note(urn: string, line: number): void {
		if (!this.#seen.has(urn)) this.#seen.set(urn, line);
	}

	#unreadable(line: number, typedUrn: string, name: string, problems: string[]): ReadSchool {
		const urn = typedUrn.trim();
		if (isUrn(urn)) this.#note(urn, line);
		else this.unidentified += 1;
		return { kind: "unreadable", line, urn: urn.slice(0, 20), name: name.slice(0, 200), problems };
	}

	#noteDistrict({ districtCode: code, laCode, laName }: RegisterSchool, name: string): void {
		if (code === null || name === "" || this.#districts.has(code)) return;
		this.#districts.set(code, { code, name, laCode, laName });
	}
}
