import type { CommandContext } from "#app/commands/command-context.ts";
import { correctCloseOut } from "#app/commands/correct-close-out.ts";
import { preparePublication } from "#app/commands/prepare-publication.ts";
import { publishReach } from "#app/commands/publish-reach.ts";
import type { Database } from "#app/data/database.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import { academicYear, academicYearOf, calendarYear, type Period } from "#app/domain/periods.ts";
import { pressChoice } from "#app/domain/reach/press-choice.ts";
import { type CloseOut, closeOut } from "#app/domain/sessions/close-out.ts";
import { chooseFilter } from "#app/domain/sessions/filter-choices.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";
import type { DemoWorld } from "./world.ts";

/** Days that a year must be over before it is published and then corrected. */
const SETTLED = 45;

/** Publishes 2024, and the last academic year, of which two records were put right afterwards. */
export async function publishDemo(
	database: Database,
	world: DemoWorld,
	today: LocalDate,
): Promise<void> {
	await publish(database, world, calendarYear(2024), {
		at: "2025-01-14",
		themes: ["Gangs and county lines", "Knife crime"],
		choice: {},
	});
	const year = academicYear(academicYearOf(addDays(today, -SETTLED)) - 1);
	const choice = { split: "together", wording: "rounded", say: ["places"] };
	await publish(database, world, year, { at: addDays(year.to, 14), themes: [], choice });
	await correctTwo(database, world, year);
}

interface Wanted {
	at: LocalDate;
	/** By name; all of them where none is named. */
	themes: readonly string[];
	choice: object;
}

async function publish(
	database: Database,
	world: DemoWorld,
	period: Period,
	{ at, themes, choice }: Wanted,
): Promise<void> {
	const context = contextAt(database, world, at);
	const choices = await readFilterChoices(database.client);
	const chosen = chooseFilter({ from: period.from, to: period.to, team: "JET" }, choices);
	if (!chosen.ok) throw new Error("The demo has no Joint Education Team");
	const question = {
		...{ period, chosen, allThemes: choices.theme, choice: pressChoice.parse(choice) },
		themes: themes.length === 0 ? null : choices.theme.filter(({ name }) => themes.includes(name)),
	};
	const prepared = await preparePublication(database.client, context, question);
	if (!prepared.ok) throw new Error(`${period.label} was not published: ${prepared.reason}`);
	const draft = crypto.randomUUID();
	const seen = prepared.fingerprint;
	const outcome = await publishReach(context, { question, draft, seen });
	if (!outcome.ok) throw new Error(`${period.label} was not published: ${outcome.reason}`);
}

function contextAt(database: Database, world: DemoWorld, date: LocalDate): CommandContext {
	const { deployment, settings, coordinator: actor } = world;
	return { database, deployment, settings, actor, now: new Date(`${date}T10:20:00Z`) };
}

/** One headcount was typed wrong, and one session had not taken place. */
async function correctTwo(database: Database, world: DemoWorld, year: Period): Promise<void> {
	const context = contextAt(database, world, addDays(year.to, 30));
	const rows = await database.client.session.findMany({
		where: {
			...{ status: "delivered", team: { prefix: "JET" } },
			localDate: { gte: addDays(year.from, 200), lte: year.to },
			closeOuts: { some: { revision: 1, current: true, youngPeople: { gte: 40 } } },
		},
		include: { closeOuts: { where: { current: true }, include: { headcounts: true } } },
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		take: 2,
	});
	const notDelivered = { outcome: "not_delivered", reason: "school_closed" };
	for (const [at, { reference, version, closeOuts }] of rows.entries()) {
		const headcounts = (closeOuts[0]?.headcounts ?? []).map(
			({ yearGroup, youngPeople }, first) => ({
				yearGroup,
				youngPeople: first === 0 ? youngPeople - 20 : youngPeople,
			}),
		);
		const counted = { outcome: "delivered", counted: closeOuts[0]?.counted, headcounts };
		const corrected: CloseOut = closeOut.parse(
			at === 0 ? { ...counted, adults: closeOuts[0]?.adults } : notDelivered,
		);
		const reason =
			at === 0
				? "The school’s own list has 20 fewer: two classes were swapped that morning"
				: "The school was closed that day; the next visit had been recorded for this one too";
		const outcome = await correctCloseOut(
			context,
			{ reference, version },
			{ closeOut: corrected, reason },
		);
		if (!outcome.ok) throw new Error(`${reference} was not corrected: ${outcome.reason}`);
	}
}
