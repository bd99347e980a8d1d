import type { LocalDate } from "#app/domain/time.ts";
import { dayOf } from "./calendar-day.ts";

// why: nearly every cell of a register is already clean, and 52,000 rows have a million of them.
const clean = /^(?:[\x21-\x7e\xa1-\u02ff](?:[\x20-\x7e\xa1-\u02ff]*[\x21-\x7e\xa1-\u02ff])?)?$/;

/** A cell as one line of text: no control characters, no spaces around it or in rows within it. */
export function tidyCell(cell: string): string {
	if (clean.test(cell) && !cell.includes("  ")) return cell;
	return cell
		.replace(/[\p{Cc}\s\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, " ")
		.replace(/\p{Cs}/gu, "")
		.normalize("NFC")
		.trim();
}

/** Reads the cells of one row by name and collects what is wrong with them. */
export class CellReader<Name extends string> {
	readonly problems: string[] = [];
	readonly #cell: (name: Name) => string;

	constructor(cell: (name: Name) => string) {
		this.#cell = cell;
	}

	refuse(problem: string): void {
		this.problems.push(problem);
	}

	text(name: Name, max = 200): string {
		const text = tidyCell(this.#cell(name));
		if (text.length > max) this.refuse(`${name} is longer than ${max} characters`);
		return text;
	}

	/** Text that may not be empty. */
	needed(name: Name, max = 200): string {
		const text = this.text(name, max);
		if (text === "") this.refuse(`${name} is empty`);
		return text;
	}

	/** A whole number up to `max`; null for an empty cell. */
	whole(name: Name, max: number): number | null {
		const text = this.text(name);
		if (text === "") return null;
		if (/^\d{1,9}$/.test(text) && Number(text) <= max) return Number(text);
		this.refuse(`${name} is not a whole number up to ${max}: ${quoted(text)}`);
		return null;
	}

	/** A share of a hundred with at most two decimals; null for an empty cell. */
	percentage(name: Name): number | null {
		const text = this.text(name);
		if (text === "") return null;
		if (/^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text);
		this.refuse(`${name} is not a percentage: ${quoted(text)}`);
		return null;
	}

	/** DD-MM-YYYY, the register's only way of writing dates; null for an empty cell. */
	date(name: Name): LocalDate | null {
		const text = this.text(name);
		if (text === "") return null;
		const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? [];
		const date = dayOf(Number(year), Number(month), Number(day));
		if (date !== null) return date;
		this.refuse(`${name} is not a date like 31-08-2027: ${quoted(text)}`);
		return null;
	}
}

/** What stands in a cell, as messages quote it: never more than a few words of it. */
export function quoted(text: string): string {
	return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
