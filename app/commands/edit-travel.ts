import { changesBetween } from "#app/data/history.ts";
import { readSettings, writeSettings } from "#app/data/settings.ts";
import type { TravelInput } from "#app/domain/travel/travel-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

const labels = {
	speedKmh: "Speed in kilometres an hour",
	roadFactor: "How much longer roads are",
	setUpMinutes: "Minutes to set up",
	changeMinutes: "Minutes between two sessions at one place",
	dailySessions: "Most sessions a day",
	weeklyHours: "Most hours a week",
};

/** Changes what travel estimates and limits go by. Sessions that are booked are not weighed anew. */
export async function editTravel(context: CommandContext, input: TravelInput): Promise<void> {
	await context.database.transaction(async (tx) => {
		const changes = changesBetween(labels, shown(await readSettings(tx)), shown(input));
		if (changes.length === 0) return;
		await writeSettings(tx, input);
		await note(tx, context, ["setting", "travel"], { what: "Edited", changes });
	});
}

function shown({ travel, limits }: TravelInput) {
	const { dailySessions, weeklyMinutes } = limits;
	return { ...travel, dailySessions, weeklyHours: weeklyMinutes / 60 };
}
