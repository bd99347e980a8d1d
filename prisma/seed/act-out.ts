import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { changePeople } from "#app/commands/change-people.ts";
import type { ChangeTarget } from "#app/commands/change-session.ts";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { confirmSession } from "#app/commands/confirm-session.ts";
import { correctCloseOut } from "#app/commands/correct-close-out.ts";
import { moveSession } from "#app/commands/move-session.ts";
import type { SessionOutcome } from "#app/commands/session-outcome.ts";
import type { Database } from "#app/data/database.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import type { PlannedChange, PlannedSession } from "./plan.ts";
import { contactsOf, type DemoWorld, facilitatorsOf } from "./world.ts";

interface Step {
	at: Date;
	actor: CommandContext["actor"];
	session: PlannedSession;
	run(context: CommandContext, target: ChangeTarget): Promise<SessionOutcome>;
}

/**
 * Does by the commands themselves what was planned, in the order in which it would have been done,
 * each at its own moment and by whoever did it.
 * @returns the reference of each session
 */
export async function actOut(
	database: Database,
	world: DemoWorld,
	sessions: readonly PlannedSession[],
): Promise<Map<PlannedSession, string>> {
	const { deployment, settings } = world;
	const targets = new Map<PlannedSession, ChangeTarget>();
	const steps = sessions
		.flatMap((session) => stepsOf(world, session))
		.sort((a, b) => a.at.getTime() - b.at.getTime());
	for (const { at: now, actor, session, run } of steps) {
		const target = targets.get(session) ?? { reference: "", version: 0 };
		const outcome = await run({ database, deployment, settings, now, actor }, target);
		if (!outcome.ok) {
			const { date, start, venue } = session;
			throw new Error(`${date} ${start} at ${venue.name} was refused: ${outcome.reason}`);
		}
		targets.set(session, outcome);
	}
	return new Map([...targets].map(([session, { reference }]) => [session, reference]));
}

function stepsOf(world: DemoWorld, session: PlannedSession): Step[] {
	const { coordinator } = world;
	const { bookedAt, changes, ending, held } = session;
	const steps: Step[] = [
		{
			at: bookedAt,
			actor: coordinator,
			session,
			run: (context) =>
				bookSession(context, bookingOf(world, session), { needReasons: true, hold: held }),
		},
		...changes.map((change) => ({
			at: change.at,
			actor: coordinator,
			session,
			run: changing(world, session, change),
		})),
	];
	return ending === null ? steps : [...steps, ...endingSteps(world, session, ending)];
}

function endingSteps(
	world: DemoWorld,
	session: PlannedSession,
	ending: NonNullable<PlannedSession["ending"]>,
): Step[] {
	const { coordinator } = world;
	if (ending.kind === "cancelled") {
		const run: Step["run"] = (context, target) => cancelSession(context, target, ending);
		return [{ at: ending.at, actor: coordinator, session, run }];
	}
	const { at, by, closeOut, corrected } = ending;
	const closing: Step = {
		at,
		actor: world.facilitator(by),
		session,
		run: (context, target) => closeOutSession(context, target, closeOut),
	};
	if (!corrected) return [closing];
	const correct: Step["run"] = (context, target) => correctCloseOut(context, target, corrected);
	return [closing, { at: corrected.at, actor: coordinator, session, run: correct }];
}

/** The reason for those that need it; a booking keeps only what it was warned of. */
const anotherClass = { code: "same_cohort", reason: "Another class of the year group" };

function bookingOf(world: DemoWorld, session: PlannedSession) {
	const { register } = world;
	return sessionInput.parse({
		programme: register.programme(session.programme).id,
		venue: register.venue(session.venue).id,
		team: register.team(session.programme.team).id,
		room: session.room,
		startsAt: `${session.date}T${session.start}`,
		yearGroups: session.yearGroups,
		expectedYoungPeople: session.expected,
		facilitators: facilitatorsOf(world, session).map(({ id }) => id),
		contacts: contactsOf(world, session).map(({ id }) => id),
		notes: session.notes,
		overrides: [...session.overrides, anotherClass],
		provisional: session.provisional,
	});
}

function changing(world: DemoWorld, session: PlannedSession, change: PlannedChange): Step["run"] {
	const options = { needReasons: false };
	switch (change.kind) {
		case "confirmed":
			return (context, target) => confirmSession(context, target);
		case "moved": {
			const { start, room, why } = change;
			const { date } = session;
			const { lengthMinutes: durationMinutes } = session.programme;
			const input = { startsAt: `${date}T${start}`, endsAt: undefined, durationMinutes, room, why };
			return (context, target) =>
				moveSession(context, target, { ...input, overrides: session.overrides }, options);
		}
		case "joined": {
			const { facilitators, why } = change;
			const input = {
				facilitators: facilitatorsOf(world, { ...session, facilitators }).map(({ id }) => id),
				contacts: contactsOf(world, session).map(({ id }) => id),
			};
			return (context, target) =>
				changePeople(context, target, { ...input, why, overrides: [] }, options);
		}
	}
}
