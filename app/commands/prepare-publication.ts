import { createHash } from "node:crypto";
import type { Reader } from "#app/data/database.ts";
import { type Publishable, readPublishable } from "#app/data/publishable.ts";
import type { Settings } from "#app/data/settings.ts";
import { type Period, periodFrom } from "#app/domain/periods.ts";
import {
	choiceParams,
	lineOf,
	type PressChoice,
	tooFewIn,
} from "#app/domain/reach/press-choice.ts";
import type {
	CountedSession,
	PublishedFigures,
	PublishedFilter,
} from "#app/domain/reach/publication.ts";
import type { ChosenFilter, FilterChoice } from "#app/domain/sessions/filter-choices.ts";

/** What is to be told: a period, whose, of which themes, in which words. */
export interface PressQuestion {
	period: Period;
	/** Period and team; nothing narrower. */
	chosen: ChosenFilter;
	themes: readonly FilterChoice[] | null;
	allThemes: readonly FilterChoice[];
	choice: PressChoice;
}

/** All that would be frozen. */
export interface PreparedPublication {
	line: string;
	about: string;
	filter: PublishedFilter;
	figures: PublishedFigures;
	sessions: CountedSession[];
	/** The same text for the same content: what was shown is what is frozen. */
	fingerprint: string;
	/** What the line would tell of fewer than 5 people: it may then not be published. */
	tooFew: string[];
}

export type Prepared =
	| ({ ok: true } & PreparedPublication)
	| Extract<Publishable, { ok: false }>
	| { ok: false; reason: "nothing" };

/** Everything a publication would hold now. The page that shows it and the command both ask here. */
export async function preparePublication(
	reader: Reader,
	{ settings, now }: { settings: Settings; now: Date },
	question: PressQuestion,
): Promise<Prepared> {
	const { period, chosen, themes, choice } = question;
	const read = await readPublishable(reader, { ...question, now });
	if (!read.ok) return read;
	const { figures, sessions } = read;
	if (figures.sessions === 0) return { ok: false, reason: "nothing" };
	const team = chosen.chosen.team ?? null;
	const about = team?.name ?? settings.partnership;
	const filter: PublishedFilter = {
		from: period.from,
		to: period.to,
		team: team?.id ?? null,
		themes: themes?.map(({ id }) => id) ?? null,
		wording: choiceParams(choice).toString(),
	};
	const line = lineOf({ about, period: periodFrom(period.from, period.to), figures, choice });
	const frozen = { line, about, filter, figures, sessions };
	const fingerprint = createHash("sha256").update(JSON.stringify(frozen)).digest("base64url");
	return { ok: true, ...frozen, fingerprint, tooFew: tooFewIn(figures, choice) };
}
