import type { PressQuestion } from "#app/commands/prepare-publication.ts";
import type { Reader } from "#app/data/database.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import type { Publication } from "#app/data/publications.ts";
import type { FilterError } from "#app/domain/address-parameters.ts";
import { pressChoice } from "#app/domain/reach/press-choice.ts";
import { reachPeriod, reachRefusals, withPeriod } from "#app/domain/reach/reach-period.ts";
import {
	chooseFilter,
	type FilterChoice,
	type FilterChoices,
} from "#app/domain/sessions/filter-choices.ts";
import { parseListing } from "#app/domain/sessions/session-filter.ts";
import type { LocalDate } from "#app/domain/time.ts";

export type ReadQuestion = { choices: FilterChoices } & (
	| { ok: true; question: PressQuestion }
	| { ok: false; errors: FilterError[] }
);

const choiceNames = ["wording", "count", "split", "say"];
const names = ["from", "to", "team", "theme", ...choiceNames];

/** What a line is asked to tell, from the address of the page where it is worded. */
export async function readPressQuestion(
	reader: Reader,
	params: URLSearchParams,
	today: LocalDate,
): Promise<ReadQuestion> {
	const choices = await readFilterChoices(reader);
	const given = [...params].filter(([, value]) => value.trim() !== "");
	const strange = given.find(([name]) => !names.includes(name));
	if (strange) {
		const message = `“${strange[0].slice(0, 60)}” cannot be told in a line. Use ${names.join(", ")}`;
		return { ok: false, choices, errors: [{ field: "", message }] };
	}
	const listing = parseListing(given.filter(([name]) => ["from", "to", "team"].includes(name)));
	const choice = pressChoice.safeParse(choiceFields(params));
	const themes = chooseThemes(params.getAll("theme"), choices);
	const errors = [
		...(listing.ok ? reachRefusals(listing.filter) : listing.errors),
		...themes.errors,
		...(choice.success ? [] : firstIssues(choice.error.issues)),
	];
	const chosen = listing.ok ? chooseFilter(listing.filter, choices) : null;
	if (chosen && !chosen.ok) errors.push(...chosen.errors);
	if (errors.length > 0 || !chosen?.ok || !choice.success) return { ok: false, choices, errors };
	const period = reachPeriod(chosen.filter, today);
	const question: PressQuestion = {
		period,
		chosen: withPeriod(chosen, period),
		themes: themes.chosen,
		allThemes: choices.theme,
		choice: choice.data,
	};
	return { ok: true, choices, question };
}

function choiceFields(params: URLSearchParams) {
	return Object.fromEntries(
		choiceNames.map((name) => {
			const values = params.getAll(name).filter((value) => value !== "");
			return [name, name === "say" ? values : values.length > 1 ? values : values[0]];
		}),
	);
}

function firstIssues(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
	return issues.map(({ path, message }) => ({ field: String(path[0] ?? ""), message }));
}

/** The themes in the order of lists, each once; null where all are meant. */
function chooseThemes(asked: readonly string[], choices: FilterChoices) {
	const found = new Set<string>();
	const errors: FilterError[] = [];
	for (const theme of asked.filter((value) => value.trim() !== "")) {
		const one = chooseFilter({ theme }, choices);
		if (!one.ok) errors.push(...one.errors.slice(0, errors.length === 0 ? 1 : 0));
		else if (one.chosen.theme) found.add(one.chosen.theme.id);
	}
	const chosen: FilterChoice[] | null =
		found.size === 0 ? null : choices.theme.filter(({ id }) => found.has(id));
	return { chosen, errors };
}

/**
 * The question that a publication answered, to be asked again.
 * why it may not fail: teams and themes are retired and never deleted.
 */
export async function questionOf(
	reader: Reader,
	{ filter }: Publication,
	today: LocalDate,
): Promise<PressQuestion> {
	const params = new URLSearchParams(filter.wording);
	params.set("from", filter.from);
	params.set("to", filter.to);
	if (filter.team) params.set("team", filter.team);
	for (const theme of filter.themes ?? []) params.append("theme", theme);
	const read = await readPressQuestion(reader, params, today);
	if (!read.ok) throw new Error("A publication names a team or a theme that is not there");
	return read.question;
}
