import { changesBetween } from "#app/data/history.ts";
import { findContacts } from "#app/data/recipients.ts";
import { readSessionTime } from "#app/data/session-time.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { findFacilitators } from "#app/data/warning-facts.ts";
import type { PeopleInput } from "#app/domain/sessions/change-input.ts";
import { warningsAbout } from "#app/domain/sessions/warnings.ts";
import { type ChangeTarget, changeSession, endedRefusal } from "./change-session.ts";
import type { CommandContext } from "./command-context.ts";
import type { ChangeOptions } from "./move-session.ts";
import { programmeWarns } from "./programme-warns.ts";
import { recipientsOf } from "./recipients-of.ts";
import { invalid, type SessionOutcome } from "./session-outcome.ts";
import { weighSession } from "./weigh-session.ts";

/** Changes who delivers and who is told. Those taken off get a CANCEL, those new to it a REQUEST. */
export async function changePeople(
	context: CommandContext,
	target: ChangeTarget,
	input: PeopleInput,
	options: ChangeOptions,
): Promise<SessionOutcome> {
	return changeSession(context, target, async (session, tx) => {
		const ended = endedRefusal(session);
		if (ended) return ended;
		const facilitators = await findFacilitators(tx, input.facilitators, session.programmeId);
		const contacts = await findContacts(tx, input.contacts);
		const assigned = new Set(session.assignments.map(({ personId }) => personId));
		const invited = new Set(session.invites.map(({ contactId }) => contactId));
		const delivering = facilitators.filter(({ id, retired }) => !retired || assigned.has(id));
		if (delivering.length < input.facilitators.length) {
			return invalid("facilitators", "Choose facilitators who still deliver");
		}
		const reachable = contacts.filter(
			({ id, venueId, retired }) => venueId === session.venueId && (!retired || invited.has(id)),
		);
		if (reachable.length < input.contacts.length) {
			return invalid("contacts", "Choose contacts of the venue");
		}
		const interval = { start: session.startsAt, end: session.endsAt };
		const time = await readSessionTime(tx, context.settings, {
			venueId: session.venueId,
			facilitatorIds: input.facilitators,
			interval,
			exceptReference: session.reference,
		});
		const { open, warnings, overrides } = weighSession(
			context,
			{
				...session,
				interval,
				time,
				programme: programmeWarns(session.programme),
				facilitators,
			},
			{ about: warningsAbout.people, given: input.overrides, kept: session.overrides },
		);
		if (options.needReasons && open.length > 0) return { ok: false, reason: "warnings", warnings };
		return {
			ok: true,
			fields: { overrides },
			facilitatorIds: input.facilitators,
			recipients: recipientsOf(contacts, facilitators),
			what: "Changed people",
			changes: changesBetween(
				{ facilitators: "Facilitators", contacts: "Contacts" },
				namesOf(session),
				{ facilitators: facilitators.map(nameOf), contacts: contacts.map(nameOf) },
			),
			why: input.why ?? null,
			warnings,
			hold: options.hold ?? false,
		};
	});
}

function nameOf({ name }: { name: string }): string {
	return name;
}

function namesOf(session: SessionRecord) {
	return {
		facilitators: session.assignments.map(({ person }) => person.name),
		contacts: session.invites
			.filter(({ kind, withdrawnAt }) => kind === "contact" && withdrawnAt === null)
			.map(nameOf),
	};
}
