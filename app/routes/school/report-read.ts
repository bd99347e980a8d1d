import type { AskedQuestion } from "#app/data/evaluation-questions.ts";
import { answersOldWords, OLD_WORDS, readTotals } from "#app/domain/evaluation/totals-input.ts";
import {
	type SchoolReport,
	schoolComment,
	schoolReasons,
	score,
} from "#app/domain/schools/school-report.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { readCloseOut } from "#app/routes/close-out/read-close-out.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

interface AskedOf {
	yearGroups: readonly YearGroup[];
	/** Put to the teacher. */
	questions: readonly AskedQuestion[];
	/** Put to the young people, where the school may still enter their answers. */
	statements: readonly AskedQuestion[];
	/** Wordings whose totals the team has entered: what a school sends for them is passed over. */
	closed: readonly string[];
}

export type ReadReport = { ok: true; report: SchoolReport } | { ok: false; errors: FieldErrors };

/** What a school sent: only what it is asked for, whatever else was in the form. */
export function readReport(fields: Fields, asked: AskedOf): ReadReport {
	const comment = schoolComment.safeParse(fields.comment ?? "");
	const closing = readCloseOut(closeOutFields(fields, asked.yearGroups), asked.yearGroups);
	const scores = asked.questions.map(({ versionId }) => {
		const field = `score.${versionId}`;
		return { field, versionId, parsed: score.safeParse(fields[field]) };
	});
	const totals = readTotals(
		asked.statements.map(({ versionId }) => versionId),
		(field) => textOf(fields, field),
	);
	const known = [...asked.questions, ...asked.statements].map(({ versionId }) => versionId);
	const old = answersOldWords(fields, [...known, ...asked.closed]);
	const errors: FieldErrors = [
		...(old ? [{ field: "", message: OLD_WORDS }] : []),
		...(closing.ok ? [] : closing.errors.map(atComment)),
		...scores.flatMap(({ field, parsed }) =>
			parsed.success ? [] : [{ field, message: messageOf(parsed.error) }],
		),
		...(comment.success ? [] : [{ field: "comment", message: messageOf(comment.error) }]),
		...(totals.ok ? [] : totals.errors),
	];
	if (errors.length > 0 || !closing.ok || !totals.ok) return { ok: false, errors: once(errors) };
	const given = scores.flatMap(({ versionId, parsed }) =>
		parsed.success && parsed.data !== null ? [{ versionId, score: parsed.data }] : [],
	);
	return {
		ok: true,
		report: {
			closeOut: closing.data,
			comment: comment.data ?? "",
			scores: given,
			totals: asked.statements.length > 0 ? totals.totals : null,
		},
	};
}

/** why so narrow: follow-ups, and year groups that were not there, are not for a school to record. */
function closeOutFields(fields: Fields, yearGroups: readonly YearGroup[]): Fields {
	const reason = schoolReasons.find((one) => one === fields.reason);
	const heads = yearGroups.map((code): [string, string | string[]] => [
		`headcounts.${code}`,
		fields[`headcounts.${code}`] ?? "",
	]);
	return {
		...Object.fromEntries(heads),
		outcome: fields.outcome ?? "",
		adults: fields.adults === undefined || fields.adults === "" ? "0" : fields.adults,
		counted: fields.counted ?? "",
		reason: reason ?? "",
		...(reason === "other" && { note: fields.comment ?? "" }),
	};
}

/** The form has one box for words. */
function atComment({ field, message }: FieldErrors[number]) {
	return field === "note" ? { field: "comment", message } : { field, message };
}

function messageOf(error: { issues: { message: string }[] }): string {
	return error.issues[0]?.message ?? "Enter this again";
}

function once(errors: FieldErrors): FieldErrors {
	return errors.filter(
		({ field }, at) => errors.findIndex((other) => other.field === field) === at,
	);
}
