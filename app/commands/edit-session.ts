import { type Change, changesBetween } from "#app/data/history.ts";
import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { readSessionTime } from "#app/data/session-time.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { findBookableProgramme, findFacilitators } from "#app/data/warning-facts.ts";
import type { EditInput } from "#app/domain/sessions/change-input.ts";
import { warningsAbout } from "#app/domain/sessions/warnings.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { type ChangeTarget, changeSession, endedRefusal } from "./change-session.ts";
import type { CommandContext } from "./command-context.ts";
import type { ChangeOptions } from "./move-session.ts";
import { invalid, type SessionOutcome } from "./session-outcome.ts";
import { weighSession } from "./weigh-session.ts";

/** Changes what is delivered, to whom, and what is written about it: neither time nor people. */
export async function editSession(
	context: CommandContext,
	target: ChangeTarget,
	input: EditInput,
	options: ChangeOptions,
): Promise<SessionOutcome> {
	return changeSession(context, target, async (session, tx) => {
		const ended = endedRefusal(session);
		if (ended) return ended;
		const programme = await findBookableProgramme(tx, input.programme);
		const gone = programme?.retired && programme.id !== session.programmeId;
		if (!programme || gone) return invalid("programme", "Choose a programme");
		const ids = session.assignments.map(({ personId }) => personId);
		const interval = { start: session.startsAt, end: session.endsAt };
		const time = await readSessionTime(tx, context.settings, {
			venueId: session.venueId,
			facilitatorIds: [],
			interval,
		});
		const { open, warnings, overrides } = weighSession(
			context,
			{
				...input,
				interval,
				time,
				programme: programme.warns,
				facilitators: await findFacilitators(tx, ids, programme.id),
				schoolSessions: await readSchoolSessions(tx, session.venueId, session.reference),
			},
			// why: what nobody touched was answered when it was caused, and need not be again.
			{
				about: warningsAbout.audience,
				given: [...keptOf(session, input), ...input.overrides],
				kept: session.overrides,
			},
		);
		if (options.needReasons && open.length > 0) return { ok: false, reason: "warnings", warnings };
		return {
			ok: true,
			fields: {
				programmeId: programme.id,
				expectedYoungPeople: input.expectedYoungPeople,
				prepare: input.prepare ?? "",
				notes: input.notes ?? "",
				overrides,
			},
			yearGroups: input.yearGroups,
			event: "session.edited",
			what: "Edited",
			changes: changesOf(session, input, programme.name),
			why: input.why ?? null,
			warnings,
			hold: options.hold ?? false,
		};
	});
}

function keptOf(session: SessionRecord, input: EditInput) {
	const same =
		session.programmeId === input.programme &&
		session.expectedYoungPeople === input.expectedYoungPeople &&
		session.yearGroups.join() === input.yearGroups.join();
	const given = new Set(input.overrides.map(({ code }) => code));
	return same ? session.overrides.filter(({ code }) => !given.has(code)) : [];
}

const labels = {
	programme: "Programme",
	yearGroups: "Year groups",
	expected: "Expected young people",
	prepare: "What the school prepares",
};

function changesOf(session: SessionRecord, input: EditInput, programmeName: string): Change[] {
	const before = {
		programme: session.programme.name,
		yearGroups: formatYearGroups(session.yearGroups),
		expected: session.expectedYoungPeople,
		prepare: session.prepare,
	};
	const after = {
		programme: programmeName,
		yearGroups: formatYearGroups(input.yearGroups),
		expected: input.expectedYoungPeople,
		prepare: input.prepare,
	};
	const changes = changesBetween(labels, before, after);
	// why: everyone who may see the session may read its history, and not everyone may read the notes.
	const notes = session.notes === (input.notes ?? "") ? [] : [{ label: "Notes", to: "changed" }];
	return [...changes, ...notes];
}
