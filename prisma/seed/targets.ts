import { createTarget } from "#app/commands/create-target.ts";
import type { Database } from "#app/data/database.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import { readProgress, type TargetRecord } from "#app/data/targets.ts";
import { academicYear, academicYearOf, calendarYear, type Period } from "#app/domain/periods.ts";
import type { Measure } from "#app/domain/reach/target-input.ts";
import { addDays, daysBetween, type LocalDate } from "#app/domain/time.ts";
import type { DemoWorld } from "./world.ts";

interface Planned {
	team: "JET" | null;
	theme: string | null;
	measure: Measure;
	period: Period;
	/** How much of its pace it is at: 1 is just on it. The goal follows from what was delivered. */
	at: number;
}

/** Targets of this academic and this calendar year, one of them behind, and one of last year. */
export async function setTargets(
	database: Database,
	world: DemoWorld,
	today: LocalDate,
): Promise<void> {
	const start = academicYearOf(today);
	const now = academicYear(start);
	const calendar = calendarYear(Number(today.slice(0, 4)));
	const gangs = "Gangs and county lines";
	const plans: Planned[] = [
		{ team: "JET", theme: "Knife crime", measure: "sessions", period: now, at: 1.1 },
		{ team: "JET", theme: null, measure: "young_people", period: now, at: 1.02 },
		{ team: null, theme: gangs, measure: "young_people", period: calendar, at: 0.85 },
		{ team: "JET", theme: null, measure: "sessions", period: academicYear(start - 1), at: 1.03 },
	];
	const { team, theme } = await readFilterChoices(database.client);
	const { deployment, settings, coordinator: actor } = world;
	for (const plan of plans) {
		const jet = team.find(({ code }) => code === plan.team);
		const record: TargetRecord = {
			...{ id: "", goal: 1, version: 1, removedAt: null, measure: plan.measure },
			...{ from: plan.period.from, to: plan.period.to },
			team: jet ? { ...jet, prefix: jet.code } : null,
			theme: theme.find(({ name }) => name === plan.theme) ?? null,
		};
		const moment = new Date(`${today}T00:00:00Z`);
		const reached = (await readProgress(database.client, [record], moment)).get("") ?? 0;
		const input = {
			...{ team: record.team?.id ?? null, theme: record.theme?.id ?? null },
			...{ measure: plan.measure, from: plan.period.from, to: plan.period.to },
			goal: goalFor(plan, reached, today),
		};
		const set = new Date(`${addDays(plan.period.from, -20)}T09:30:00Z`);
		const outcome = await createTarget({ database, deployment, settings, actor, now: set }, input);
		if (!outcome.ok) throw new Error(`A target was refused: ${outcome.reason}`);
	}
}

/** A goal in tens, of which `reached` is as much of the pace as planned. */
function goalFor({ period, at }: Planned, reached: number, today: LocalDate): number {
	const days = daysBetween(period.from, period.to) + 1;
	const over = Math.min(days, Math.max(1, daysBetween(period.from, today)));
	return Math.max(10, Math.round((reached * days) / over / at / 10) * 10);
}
