import type { SessionRefusal } from "#app/commands/session-outcome.ts";
import type { Occupation } from "#app/data/occupations.ts";
import { listOf } from "#app/domain/format-number.ts";
import { formatSessionTime, formatTime } from "#app/domain/format-time.ts";
import { statusLabels } from "#app/domain/sessions/status.ts";
import { unresolvedWarnings } from "#app/domain/sessions/warnings.ts";
import { boxOf } from "#app/domain/sessions/when-boxes.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { type HistoryWords, historyItems } from "./history-words.ts";

/** A session that stands in the way. */
export interface ClashWords {
	/** "Ravi Fernleigh is busy", "Hall is taken". */
	who: string;
	/** "Knife crime at Marsh Lane Academy, Thursday 14 January 2027, 9:00am to 10:00am". */
	what: string;
	reference: string;
}

/** What others did to a session while somebody was filling in a form about it. */
export interface StaleWords {
	version: number;
	/** "Dana Coordinator", "Dana Coordinator and Sam Facilitator". */
	by: string;
	since: HistoryWords[];
}

export interface RefusalWords {
	status: 409 | 422;
	errors: FieldErrors;
	clashes: ClashWords[];
	stale: StaleWords | null;
}

type Worded = Exclude<SessionRefusal, { reason: "not_found" }>;

interface Asked {
	zone: string;
	/** The reasons that were given, by code of the warning. */
	reasons?: Readonly<Record<string, string>>;
}

/**
 * A refusal as a form shows it, the same on every page. Fields are named as the forms name them:
 * `date`, `start` and `end` for the time, `override.CODE` for the reason to a warning.
 */
export function refusalWords(refusal: Worded, { zone, reasons = {} }: Asked): RefusalWords {
	const plain = { clashes: [], stale: null };
	switch (refusal.reason) {
		case "invalid_input":
			return { ...plain, status: 422, errors: refusal.errors.map(inBox) };
		case "warnings":
			return { ...plain, status: 422, errors: reasonErrors(refusal.warnings, reasons) };
		case "facilitator_busy":
		case "room_busy": {
			const clashes = refusal.occupations.map((one) => clashWords(one, zone));
			return { ...plain, status: 409, clashes, errors: clashErrors(refusal, zone) };
		}
		case "stale_version": {
			const since = historyItems(refusal.since, zone);
			const by = listOf([...new Set(refusal.since.map(({ actorName }) => actorName))].reverse());
			const stale = { version: refusal.session.version, by, since };
			return { ...plain, status: 409, stale, errors: [{ field: "", message: staleMessage(by) }] };
		}
		case "illegal_transition": {
			const status = statusLabels[refusal.session.status].toLowerCase();
			const message = `This session is ${status} and cannot be changed like this any more`;
			return { ...plain, status: 409, errors: [{ field: "", message }] };
		}
		case "not_started": {
			const { startsAt } = refusal.session;
			const message = `This session starts at ${formatTime(startsAt, zone)}: it can be recorded from then on`;
			return { ...plain, status: 409, errors: [{ field: "", message }] };
		}
	}
}

function inBox({ field, message }: { field: string; message: string }) {
	return { field: boxOf(field) ?? field, message };
}

/** One message for each warning that goes without a reason. */
export function reasonErrors(
	warnings: readonly { code: string; message: string }[],
	reasons: Readonly<Record<string, string>>,
): FieldErrors {
	const given = Object.entries(reasons).map(([code, reason]) => ({ code, reason }));
	return unresolvedWarnings(warnings, given).map(({ code, message }) => ({
		field: `override.${code}`,
		message: `Enter a reason to go ahead, or change the booking: ${message}`,
	}));
}

export function clashWords(occupation: Occupation, zone: string): ClashWords {
	const { kind, who, programmeName, venueName, startsAt, endsAt, reference } = occupation;
	return {
		who: kind === "facilitator" ? `${who} is busy` : `${who} is taken`,
		what: `${programmeName} at ${venueName}, ${formatSessionTime(startsAt, endsAt, zone)}`,
		reference,
	};
}

type Clash = Extract<SessionRefusal, { occupations: Occupation[] }>;

function clashErrors({ reason, occupations }: Clash, zone: string): FieldErrors {
	const field = reason === "room_busy" ? "room" : "facilitators";
	// why it can be empty: what stood in the way may have been cancelled a moment ago.
	if (occupations.length === 0) {
		return [{ field, message: "Somebody else took that time a moment ago: try again" }];
	}
	return occupations.map((one) => ({
		field: one.kind === "room" ? "room" : "facilitators",
		message: clashMessage(one, zone),
	}));
}

function clashMessage(occupation: Occupation, zone: string): string {
	const { kind, who, programmeName, venueName, startsAt, endsAt, reference } = occupation;
	const until = formatTime(endsAt, zone);
	const oneDay = localDateOf(startsAt, zone) === localDateOf(endsAt, zone);
	const when = oneDay
		? `${formatTime(startsAt, zone)} to ${until}`
		: formatSessionTime(startsAt, endsAt, zone);
	const what = `${programmeName} at ${venueName}, ${when} (${reference})`;
	return kind === "facilitator"
		? `Choose somebody else or another time: ${who} is busy with ${what}`
		: `Choose another room or time: ${who} is taken by ${what}`;
}

function staleMessage(by: string): string {
	const who = by || "Somebody";
	return `${who} changed this session while you were at it. Look at what changed, then save again or leave it`;
}
