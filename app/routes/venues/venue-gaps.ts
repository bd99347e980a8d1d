import { readCoverageOf } from "#app/data/coverage.ts";
import { may } from "#app/domain/access/permissions.ts";
import { survey } from "#app/domain/coverage/survey.ts";
import { windowOf } from "#app/domain/coverage/window.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { sinceWords } from "#app/routes/coverage/coverage-words.ts";
import { themeLines } from "#app/routes/coverage/list-view.ts";

/**
 * Where an open school stands with each theme, for those who may see coverage; null for others, and
 * for places that coverage is not about.
 * @param predecessors whose history is the school's own
 */
export async function venueGaps(
	{ app, actor, now, today, settings }: Entered,
	venueId: string,
	predecessors: readonly { id: string }[],
) {
	if (!may(actor.role, "reach.view")) return null;
	const window = windowOf({ months: settings.coverageMonths, today });
	const asked = { window, now };
	const read = await readCoverageOf(app.database.client, venueId, asked, predecessors);
	const highFsm = settings.highFsmPercent;
	const [school] = survey({ ...read, window, scope: {}, highFsm });
	if (!school) return null;
	return {
		since: sinceWords(window),
		themes: themeLines(school, { mayBook: may(actor.role, "sessions.book") }),
	};
}

export type VenueGaps = NonNullable<Awaited<ReturnType<typeof venueGaps>>>;
