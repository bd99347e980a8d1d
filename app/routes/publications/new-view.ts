import { randomUUID } from "node:crypto";
import {
	type Prepared,
	type PressQuestion,
	preparePublication,
} from "#app/commands/prepare-publication.ts";
import { readOutcomes } from "#app/data/outcomes.ts";
import { MAX_PUBLISHED } from "#app/data/publishable.ts";
import { formatCount, listOf } from "#app/domain/format-number.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import { readPressQuestion } from "#app/http/press-question.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { cautionsFor } from "#app/routes/reach/press-words.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { figureRows, sessionRows, themeRows } from "./published-words.ts";

/** Said after a publishing that was refused because of what happened in the meantime. */
export type Refused = "changed" | "unsettled";

/** The page on which a line is worded and published, for one address. */
export async function newView(entered: Entered, url: URL, refused: Refused | null = null) {
	const { app, today, settings, now } = entered;
	const { client } = app.database;
	const read = await readPressQuestion(client, url.searchParams, today);
	const fields = fieldsView(read.choices, url.searchParams);
	if (!read.ok) return { fields, errors: read.errors as FieldErrors, prepared: null };
	const { question } = read;
	const prepared = await preparePublication(client, { settings, now }, question);
	const outcomes = await readOutcomes(client, { chosen: question.chosen, now });
	const refusals = refused ? [refusedWords[refused]] : [];
	return {
		fields: { ...fields, from: question.period.from, to: question.period.to },
		errors: refusals.map((message) => ({ field: "", message })) as FieldErrors,
		prepared: preparedView(prepared, question, cautionsFor(question.period, outcomes, today)),
	};
}

export const refusedWords: Record<Refused, string> = {
	changed:
		"Look again before you publish: the records have changed since this page was shown. It now shows what they say",
	unsettled: "Try again: somebody was recording a session in this moment",
};

function fieldsView(
	choices: Awaited<ReturnType<typeof readPressQuestion>>["choices"],
	params: URLSearchParams,
) {
	const themes = params.getAll("theme");
	const text = (name: string) => params.get(name) ?? "";
	const options = (kind: "team" | "theme") =>
		choices[kind].map(({ id, code, name, retired }) => ({
			value: kind === "team" ? code : id,
			label: retired ? `${name} (retired)` : name,
		}));
	return {
		from: text("from"),
		to: text("to"),
		team: choices.team.find(({ id, code }) => [id, code].includes(text("team")))?.code ?? "",
		themes: choices.theme
			.filter(({ id, name }) => themes.includes(id) || themes.includes(name))
			.map(({ id }) => id),
		wording: text("wording") || "exact",
		count: text("count") || "young_people",
		split: text("split") || "themes",
		say: params.getAll("say"),
		teamOptions: options("team"),
		themeOptions: options("theme"),
	};
}

function preparedView(prepared: Prepared, question: PressQuestion, cautions: string[]) {
	const { period } = question;
	if (!prepared.ok) return { ok: false as const, why: notPrepared[prepared.reason] };
	const { line, figures, sessions, fingerprint, tooFew } = prepared;
	return {
		ok: true as const,
		line,
		period: period.label,
		cautions,
		tooFew: tooFew.length === 0 ? null : tooFewWords(tooFew),
		figures: figureRows(figures),
		themes: themeRows(figures),
		sessions: sessionRows(sessions),
		total: sessions.length,
		listHref: listHref(question),
		seen: fingerprint,
		draft: randomUUID(),
	};
}

/** Null where several themes were picked, which no address of /sessions names. */
function listHref({ chosen, themes }: PressQuestion): string | null {
	if (themes && themes.length > 1) return null;
	const theme = themes?.[0]?.code;
	return listingHref("/sessions", {
		...chosen.filter,
		...(theme && { theme }),
		status: "delivered",
	});
}

export type PreparedView = NonNullable<Awaited<ReturnType<typeof newView>>["prepared"]>;

const notPrepared = {
	nothing:
		"Nothing was delivered in this period that could be told. Choose another period, team or themes.",
	unsettled: "Somebody was recording a session in this moment. Load the page again.",
	too_many: `There are more than ${formatCount(MAX_PUBLISHED)} sessions in this period: choose a shorter one.`,
};

export function tooFewWords(names: readonly string[]): string {
	return `This line cannot be published: it would tell of fewer than 5 people (${listOf(names)}). Leave that out, or tell all themes together`;
}
