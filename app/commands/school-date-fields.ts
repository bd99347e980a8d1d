import type { Transaction } from "#app/data/database.ts";
import type { Change, HistorySubject } from "#app/data/history.ts";
import { datesOverlap } from "#app/data/refusals.ts";
import { type OwnedDates, readAuthorities, readSchoolDates } from "#app/data/school-time.ts";
import { findVenue } from "#app/data/venues.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { schoolDateKindLabels } from "#app/domain/school-time/date-kinds.ts";
import type { Owner } from "#app/domain/school-time/dates-file.ts";
import { overlapping, type SchoolDate } from "#app/domain/school-time/school-dates.ts";
import type { CommandContext } from "./command-context.ts";
import type { RegisterRefusal } from "./register-outcome.ts";

/** Everything expected that can stand in the way of dates. */
export type SchoolDateRefusal =
	| Extract<RegisterRefusal, { reason: "not_found" | "retired" }>
	/** Another one of the kind has one of the days; unknown where it came in the same moment. */
	| { ok: false; reason: "dates_overlap"; other: OwnedDates | null }
	/** A half-term that lies in no term of the same owner. */
	| { ok: false; reason: "no_term" };

export type SchoolDateOutcome = { ok: true; id: string } | SchoolDateRefusal;

/** Where history keeps what was done to somebody's dates. */
export function datesSubject({ laCode, venueId }: Owner): readonly [HistorySubject, string] {
	return venueId === null ? ["setting", `terms-${laCode}`] : ["venue", venueId];
}

/** The owner of a record. Throws on a row of nobody, which the database refuses. */
export function ownerOf({ laCode, venueId }: Pick<OwnedDates, "laCode" | "venueId">): Owner {
	if (venueId !== null) return { laCode: null, venueId };
	if (laCode === null) throw new Error("Dates of nobody");
	return { laCode, venueId: null };
}

/** Why somebody can have no dates, or null. */
export async function ownerRefusal(
	tx: Transaction,
	{ laCode, venueId }: Owner,
): Promise<SchoolDateRefusal | null> {
	if (venueId === null) {
		const known = (await readAuthorities(tx)).some(({ code }) => code === laCode);
		return known ? null : { ok: false, reason: "not_found" };
	}
	const venue = await findVenue(tx, venueId);
	if (!venue) return { ok: false, reason: "not_found" };
	return venue.retiredAt === null ? null : { ok: false, reason: "retired" };
}

/** Why dates cannot be saved as they are, or null. */
export async function datesRefusal(
	tx: Transaction,
	owner: Owner,
	dates: SchoolDate,
	exceptId: string | null = null,
): Promise<SchoolDateRefusal | null> {
	const { laCode, venueId } = owner;
	const all = await readSchoolDates(tx, venueId === null ? { laCode } : { venueId });
	const others = all.filter(({ id }) => id !== exceptId);
	const clash = overlapping(dates, others);
	if (clash) return { ok: false, reason: "dates_overlap", other: clash };
	const outside =
		dates.kind === "half_term" &&
		!others.some(({ kind, from, to }) => kind === "term" && from <= dates.from && dates.to <= to);
	return outside ? { ok: false, reason: "no_term" } : null;
}

/** Runs a change of dates in one transaction; an overlap that came in the same moment is one too. */
export async function savingDates<Outcome>(
	{ database }: CommandContext,
	work: (tx: Transaction) => Promise<Outcome | SchoolDateRefusal>,
): Promise<Outcome | SchoolDateRefusal> {
	try {
		return await database.transaction(work);
	} catch (error) {
		if (!datesOverlap(error)) throw error;
		return { ok: false, reason: "dates_overlap", other: null };
	}
}

/** "Half-term: Autumn half-term, 26 October 2026 to 30 October 2026". */
export function datesWords({ kind, name, from, to, yearGroups }: SchoolDate): string {
	const days =
		from === to ? formatPlainDate(from) : `${formatPlainDate(from)} to ${formatPlainDate(to)}`;
	const whom = yearGroups.length === 0 ? "" : ` (${yearGroups.join(", ")})`;
	const label = schoolDateKindLabels[kind];
	return `${name === label ? label : `${label}: ${name}`}, ${days}${whom}`;
}

export function datesChange(from: SchoolDate | null, to: SchoolDate | null): Change {
	return { label: "Dates", from: from && datesWords(from), to: to && datesWords(to) };
}
