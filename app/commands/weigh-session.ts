import type { SessionTime } from "#app/data/session-time.ts";
import type { BookableFacilitator } from "#app/data/warning-facts.ts";
import type { SchoolSession } from "#app/domain/sessions/cohort.ts";
import {
	findWarnings,
	unresolvedWarnings,
	type Warning,
	type WarningCode,
	type WarningFacts,
} from "#app/domain/sessions/warnings.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Interval } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";

export interface Weighed {
	programme: WarningFacts["programme"];
	facilitators: readonly BookableFacilitator[];
	yearGroups: readonly YearGroup[];
	expectedYoungPeople: number;
	interval: Interval;
	/** Needed by those who weigh `same_cohort`. */
	schoolSessions?: readonly SchoolSession[];
	/** From readSessionTime; of many sessions at once from readSessionTimes. */
	time: SessionTime;
}

export interface Override {
	code: string;
	reason: string;
}

export interface Verdict {
	/** Everything unusual that this verb looks at. */
	warnings: Warning[];
	/** Those nobody has answered. */
	open: Warning[];
	/** The reasons to keep with the session. */
	overrides: Override[];
}

/**
 * What is unusual about a session as it would be.
 * @param about the warnings that this verb can cause; the rest was weighed when it was caused
 * @param given reasons given now
 * @param kept reasons on record, which still stand for what this verb does not touch
 */
export function weighSession(
	context: CommandContext,
	session: Weighed,
	{
		about,
		given,
		kept = [],
	}: { about: readonly WarningCode[]; given: readonly Override[]; kept?: readonly Override[] },
): Verdict {
	const { time, facilitators, ...rest } = session;
	const { zone, travel } = context.settings;
	const facts: WarningFacts = {
		schoolSessions: [],
		...rest,
		facilitators: facilitators.map(({ id, warns }) => ({
			...warns,
			time: time.people.get(id) ?? null,
		})),
		venue: time.venue,
		travel,
		zone,
		now: context.now,
	};
	const warnings = findWarnings(facts).filter(({ code }) => about.includes(code));
	const codes = new Set<string>(about);
	const standing = kept.filter(({ code }) => !codes.has(code));
	const answers = given.filter(({ code }) => warnings.some((warning) => warning.code === code));
	return {
		warnings,
		open: unresolvedWarnings(warnings, answers),
		overrides: [...standing, ...answers],
	};
}
