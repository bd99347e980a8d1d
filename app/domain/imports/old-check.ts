import { formatPlainDate } from "#app/domain/format-time.ts";
import { bookingTimes } from "#app/domain/sessions/session-input.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { nameKeyOf } from "./likeness.ts";
import { matchVenue, type VenueIndex, venueOnDay } from "./match-venue.ts";
import {
	addQuestion,
	newQuestions,
	type OldQuestions,
	placeKey,
	programmeKey,
} from "./old-questions.ts";
import type { Counted, OldRow } from "./old-row.ts";

/** What the coordinator answered; "leave_out" leaves out every row concerned. */
export interface OldDecisions {
	/** How 3/9/2024 is meant in this file. */
	dateOrder?: "day" | "month" | "leave_out";
	/** By date as typed, where the file itself writes dates in both orders. */
	dates: Readonly<Record<string, LocalDate | "leave_out">>;
	/** By place: a venue's id, or "new" for a place outside the register. */
	venues: Readonly<Record<string, string>>;
	/** By programme as typed: a programme's id. */
	programmes: Readonly<Record<string, string>>;
	/** Lines to be brought in although they look like duplicates. */
	keep: readonly number[];
}

export const noDecisions: OldDecisions = { dates: {}, venues: {}, programmes: {}, keep: [] };

export interface KnownProgramme {
	id: string;
	name: string;
	slug: string;
	lengthMinutes: number;
}

/** A session that stands already, as far as it can be the same one. */
export interface StandingSession {
	reference: string;
	venueId: string;
	programmeId: string;
	date: LocalDate;
	/** "HH:mm" */
	start: string;
}

export interface OldFacts {
	venues: VenueIndex;
	programmes: readonly KnownProgramme[];
	/** For rows that name no programme. */
	usualProgramme: string | null;
	standing: readonly StandingSession[];
	today: LocalDate;
	zone: string;
}

/** A session as it will be brought in. */
export interface OldSession {
	/** A venue's id, or a place that is to be made, by its key. */
	venue: { id: string } | { place: string };
	programmeId: string;
	date: LocalDate;
	startsAt: Date;
	endsAt: Date;
	/** False where the file did not say and nine o'clock stands for it. */
	timeKnown: boolean;
	yearGroups: YearGroup[];
	headcounts: OldRow["headcounts"];
	adults: number;
	counted: Counted;
}

export type OldOutcome = "ready" | "asks" | "duplicate" | "error" | "left_out";

export interface CheckedRow {
	line: number;
	outcome: OldOutcome;
	problems: string[];
	/** "line 12" or "JET-2024-0031", when the row looks like one that is there already. */
	sameAs: string | null;
	session: OldSession | null;
}

/** Nine o'clock stands for a time that nobody wrote down. */
const USUAL_START = "09:00";

export interface OldCheck {
	/** Each row once, in the order of the file. */
	check(line: number, row: OldRow): CheckedRow;
	/** Complete once every row was checked. */
	questions: OldQuestions;
}

/**
 * Ties rows to the day, venue and programme they mean, and says what must be asked first.
 * @param rows all of them: what one says of the order of its date holds for the others
 */
export function beginCheck(
	rows: readonly OldRow[],
	facts: OldFacts,
	decisions: OldDecisions,
): OldCheck {
	const questions = newQuestions(rows);
	const duplicates = duplicateFinder(facts, decisions);
	const matches = new Map<string, ReturnType<typeof matchVenue>>();
	const match = (row: OldRow) => {
		const key = placeKey(row.place);
		const known = matches.get(key) ?? matchVenue(facts.venues, row.place);
		matches.set(key, known);
		return known;
	};
	return {
		check(line, row) {
			const result = checkRow({ line, row, facts, decisions, questions, match });
			return result.session ? duplicates(result, row) : result;
		},
		questions,
	};
}

interface Checking {
	line: number;
	row: OldRow;
	facts: OldFacts;
	decisions: OldDecisions;
	questions: OldQuestions;
	match: (row: OldRow) => ReturnType<typeof matchVenue>;
}

function checkRow(checking: Checking): CheckedRow {
	const { line, row } = checking;
	const result: CheckedRow = {
		line,
		outcome: "ready",
		problems: [...row.problems],
		sameAs: null,
		session: null,
	};
	if (row.problems.length > 0) return { ...result, outcome: "error" };
	const date = dateOf(checking);
	const venue = venueOf(checking);
	const programmeId = programmeOf(checking);
	if ([date, venue, programmeId].includes("leave_out")) return { ...result, outcome: "left_out" };
	if (date === null || venue === null || programmeId === null)
		return { ...result, outcome: "asks" };
	const session = sessionOf(checking, { date, venue, programmeId });
	if (typeof session === "string") return { ...result, outcome: "error", problems: [session] };
	return { ...result, session };
}

/** A day, "leave_out", or null while the question is open. */
function dateOf({ row, decisions, questions }: Checking): LocalDate | "leave_out" | null {
	const { date, dateText } = row;
	if (date.kind === "date") return date.date;
	if (date.kind === "unreadable") return "leave_out";
	addQuestion(questions.dates, dateText, () => ({
		dayFirst: date.dayFirst,
		monthFirst: date.monthFirst,
	}));
	const own = decisions.dates[dateText];
	if (own) return own;
	const order = questions.bothOrders ? undefined : decisions.dateOrder;
	if (order === undefined || order === "leave_out") return order ?? null;
	return order === "day" ? date.dayFirst : date.monthFirst;
}

function venueOf({ row, decisions, questions, match, facts }: Checking): string | null {
	const matched = match(row);
	if (matched.kind === "certain") return matched.id;
	const key = placeKey(row.place);
	const { why, candidates } = matched;
	addQuestion(questions.venues, key, () => ({ place: row.place, why, candidates }));
	const decided = decisions.venues[key];
	if (decided === undefined) return null;
	if (decided === "leave_out") return decided;
	if (decided === "new") return row.place.name === "" ? null : "new";
	return facts.venues.byId.has(decided) ? decided : null;
}

function programmeOf({ row, decisions, questions, facts }: Checking): string | null {
	if (row.programme === "" && facts.usualProgramme !== null) return facts.usualProgramme;
	const key = programmeKey(row.programme);
	const known = facts.programmes.find(
		({ name, slug }) => nameKeyOf(name) === nameKeyOf(row.programme) || slug === key,
	);
	if (known && row.programme !== "") return known.id;
	addQuestion(questions.programmes, key, () => ({ text: row.programme }));
	const decided = decisions.programmes[key];
	if (decided === undefined || decided === "leave_out") return decided ?? null;
	return facts.programmes.some(({ id }) => id === decided) ? decided : null;
}

interface Known {
	date: LocalDate;
	venue: string;
	programmeId: string;
}

/** The session, or why it cannot have been one. */
function sessionOf(
	{ row, facts }: Checking,
	{ date, venue, programmeId }: Known,
): OldSession | string {
	if (date > facts.today) return `The date is in the future: ${formatPlainDate(date)}`;
	const usual = facts.programmes.find(({ id }) => id === programmeId)?.lengthMinutes;
	const times = bookingTimes(
		{
			startsAt: `${date}T${row.start ?? USUAL_START}`,
			endsAt: row.end === null ? undefined : `${date}T${row.end}`,
			durationMinutes: row.end === null ? (row.minutes ?? undefined) : undefined,
		},
		facts.zone,
		usual,
	);
	if (!times.ok) return times.errors[0]?.message ?? "The times cannot be read";
	const { yearGroups, headcounts, adults, counted } = row;
	return {
		venue:
			venue === "new"
				? { place: placeKey(row.place) }
				: { id: venueOnDay(facts.venues, venue, date) },
		programmeId,
		date,
		startsAt: times.interval.start,
		endsAt: times.interval.end,
		timeKnown: row.start !== null,
		yearGroups,
		headcounts,
		adults,
		counted,
	};
}

type FindDuplicate = (checked: CheckedRow, row: OldRow) => CheckedRow;

/** The same place, day and programme, at the same time or at none that is known. */
function duplicateFinder({ standing }: OldFacts, { keep }: OldDecisions): FindDuplicate {
	const there = new Map<string, StandingSession[]>();
	for (const session of standing) {
		const key = JSON.stringify([session.venueId, session.date, session.programmeId]);
		there.set(key, [...(there.get(key) ?? []), session]);
	}
	const lines = new Map<string, number>();
	const kept = new Set(keep);
	return (checked, row) => {
		const { session, line } = checked;
		if (!session) return checked;
		const { venue, date, programmeId, yearGroups, headcounts, adults } = session;
		const place = "id" in venue ? venue.id : venue.place;
		const times = [row.start, row.end, row.minutes];
		const own = JSON.stringify([place, date, programmeId, times, yearGroups, headcounts, adults]);
		const sessions = there.get(JSON.stringify([place, date, programmeId])) ?? [];
		const same = sessions.find(({ start }) => row.start === null || start === row.start);
		const before = lines.get(own);
		if (before === undefined) lines.set(own, line);
		const sameAs = same?.reference ?? (before === undefined ? null : `line ${before}`);
		const outcome = sameAs !== null && !kept.has(line) ? "duplicate" : checked.outcome;
		return { ...checked, sameAs, outcome };
	};
}
