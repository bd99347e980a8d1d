import type { ChangeTarget } from "#app/commands/change-session.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import type { ChangeOptions } from "#app/commands/move-session.ts";
import {
	type SessionOutcome,
	type SessionRefusal,
	type SessionSaved,
	staleRefusal,
} from "#app/commands/session-outcome.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { type Answers, mergeAnswers } from "#app/domain/sessions/merge-answers.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";
import { type ClashWords, refusalWords, type StaleWords } from "#app/http/session-words.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { type Changing, readVersion } from "./enter-change.ts";
import { reasonsOf } from "./form-fields.ts";
import type { FormInput } from "./session-form-input.ts";

/** Everything that the form of a change holds and says. */
export interface ChangeForm<Values extends Answers> {
	/** The version that it was made from: saving says so. */
	version: number;
	/** What it showed when it was made. */
	was: Values;
	values: Values;
	why: string;
	hold: boolean;
	reasons: Record<string, string>;
	errors: FieldErrors;
	clashes: ClashWords[];
	stale: StaleWords | null;
	/** What both changed, by its label, with what it is now. */
	overlaps: { label: string; now: string }[];
}

/** One kind of change, as its page knows it. */
export interface ChangeKind<Values extends Answers, Data> {
	/** The `intent` of the button that saves. */
	intent: string;
	valuesOf(session: SessionRecord): Values;
	typed: Values;
	/** How the page names each field. */
	labels: { [Field in keyof Values]: string };
	/** What the page shows of fields whose values are ids. */
	wordsOf?(session: SessionRecord): { [Field in keyof Values]?: string };
	input: FormInput<Data>;
	save(
		context: CommandContext,
		target: ChangeTarget,
		data: Data,
		options: ChangeOptions,
	): Promise<SessionOutcome>;
	/** What the banner says: "Moved to Friday 15 January 2027". */
	saved(outcome: SessionSaved): string;
}

/** The form as it stands when its page is opened. */
export function openForm<Values extends Answers>(
	{ version }: SessionRecord,
	was: Values,
	values: Values = was,
): ChangeForm<Values> {
	const nothing = { errors: [], clashes: [], stale: null, overlaps: [] };
	return { version, was, values, why: "", hold: false, reasons: {}, ...nothing };
}

export interface Answered<Values extends Answers> {
	form: ChangeForm<Values>;
	/** The session as the form now knows it. */
	session: SessionRecord;
	status: number;
}

/**
 * Saves a change, or answers with the form again.
 * @returns a redirect to the session when it was saved
 * @throws 404 when the session is gone
 */
export async function answerChange<Values extends Answers, Data>(
	changing: Changing,
	fields: Fields,
	kind: ChangeKind<Values, Data>,
): Promise<Response | Answered<Values>> {
	const { app, command, session } = changing;
	const { version, errors } = readVersion(fields);
	const form: ChangeForm<Values> = {
		...openForm(session, wasOf(fields, kind.typed, kind.valuesOf(session)), kind.typed),
		version: version ?? session.version,
		why: textOf(fields, "why"),
		hold: textOf(fields, "hold") === "on",
		reasons: reasonsOf(fields),
	};
	if (version === null) return { form: { ...form, errors }, session, status: 422 };
	if (!kind.input.ok) {
		return { form: { ...form, errors: kind.input.errors }, session, status: 422 };
	}
	if (textOf(fields, "intent") !== kind.intent) {
		if (version === session.version) return { form, session, status: 200 };
		const stale = await staleRefusal(app.database.client, session, version);
		return refused(changing, kind, form, stale);
	}
	const options = { needReasons: true, hold: form.hold };
	const target = { reference: session.reference, version };
	const outcome = await kind.save(command, target, kind.input.data, options);
	if (!outcome.ok) return refused(changing, kind, form, outcome);
	return redirectWith(app, `/sessions/${outcome.reference}`, {
		kind: "success",
		message: kind.saved(outcome),
	});
}

function refused<Values extends Answers, Data>(
	{ zone, session }: Changing,
	{ valuesOf, labels, wordsOf }: ChangeKind<Values, Data>,
	form: ChangeForm<Values>,
	refusal: SessionRefusal,
): Answered<Values> {
	if (refusal.reason === "not_found") throw notFound();
	const { status, ...words } = refusalWords(refusal, { zone, reasons: form.reasons });
	if (refusal.reason !== "stale_version") return { form: { ...form, ...words }, session, status };
	const now = valuesOf(refusal.session);
	const { merged, overlapping } = mergeAnswers(form.was, form.values, now);
	const named = wordsOf?.(refusal.session);
	const overlaps = overlapping.map((field) => ({
		label: labels[field],
		now: named?.[field] ?? [now[field] ?? ""].flat().join(", "),
	}));
	const { version } = refusal.session;
	return {
		form: { ...form, ...words, version, was: now, values: merged, overlaps },
		session: refusal.session,
		status,
	};
}

/** What the form showed when it was made; where it does not say, what holds now. */
function wasOf<Values extends Answers>(fields: Fields, typed: Values, now: Values): Values {
	if (!("was" in fields)) return now;
	const was = Object.entries(typed).map(([field, value]) => {
		const name = `was.${field}`;
		return [field, Array.isArray(value) ? manyOf(fields, name) : textOf(fields, name)];
	});
	return Object.fromEntries(was);
}
