import type { SessionRecord } from "#app/data/sessions.ts";
import {
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
	yearGroups,
} from "#app/domain/sessions/year-groups.ts";
import { textOf } from "#app/http/field-values.ts";
import { type Fields, fieldsUnder } from "#app/http/parse-form.ts";

/** Everything that is in the form, as typed or as recorded: what is shown. */
export interface CloseOutAnswers {
	version: string;
	outcome: string;
	/** A box for each, youngest first. */
	groups: { yearGroup: string; label: string; youngPeople: string }[];
	adults: string;
	counted: string;
	/** By kind. */
	followUps: Record<string, string>;
	reason: string;
	note: string;
	/** Why a record is corrected. */
	correctionReason: string;
}

/** A form that nobody has filled in: a box for each year group that was booked. */
export function freshAnswers(session: SessionRecord): CloseOutAnswers {
	return {
		version: String(session.version),
		outcome: "",
		groups: groupsOf(session.yearGroups, {}),
		adults: "",
		counted: "",
		followUps: {},
		reason: "",
		note: "",
		correctionReason: "",
	};
}

/** The form filled in with what is on record. */
export function recordedAnswers(session: SessionRecord): CloseOutAnswers {
	const { closeOut } = session;
	if (!closeOut) return freshAnswers(session);
	const heads = closeOut.headcounts.map((row) => [row.yearGroup, String(row.youngPeople)] as const);
	const delivered = closeOut.outcome === "delivered";
	return {
		...freshAnswers(session),
		outcome: closeOut.outcome,
		groups: groupsOf(
			delivered ? heads.map(([yearGroup]) => yearGroup) : session.yearGroups,
			Object.fromEntries(heads),
		),
		adults: delivered ? String(closeOut.adults) : "",
		counted: closeOut.counted ?? "",
		followUps: Object.fromEntries(
			closeOut.followUps.map(({ kind, count }) => [kind, String(count)]),
		),
		reason: closeOut.reason ?? "",
		note: closeOut.note,
	};
}

/** The form as it was sent, with the boxes it had and the year group that was asked for. */
export function sentAnswers(fields: Fields, session: SessionRecord): CloseOutAnswers {
	const text = (name: string) => textOf(fields, name);
	const heads = under(fields, "headcounts");
	const added = yearGroups.find((code) => code === fields.addYearGroup);
	return {
		version: text("version"),
		outcome: text("outcome"),
		groups: groupsOf(
			[...Object.keys(heads), ...session.yearGroups, ...(added ? [added] : [])],
			heads,
		),
		adults: text("adults"),
		counted: text("counted"),
		followUps: under(fields, "followUps"),
		reason: text("reason"),
		note: text("note"),
		correctionReason: text("correctionReason"),
	};
}

function groupsOf(codes: readonly string[], heads: Record<string, string>) {
	const known = codes.filter((code): code is YearGroup => yearGroups.some((one) => one === code));
	return sortYearGroups(known).map((yearGroup) => ({
		yearGroup,
		label: yearGroupLabel(yearGroup),
		youngPeople: heads[yearGroup] ?? "",
	}));
}

function under(fields: Fields, prefix: string): Record<string, string> {
	const found = fieldsUnder(prefix, fields);
	return Object.fromEntries(Object.keys(found).map((name) => [name, textOf(found, name)]));
}
