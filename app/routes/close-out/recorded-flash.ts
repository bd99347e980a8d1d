import type { Reader } from "#app/data/database.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import { readReach } from "#app/data/reach.ts";
import { countSessions } from "#app/data/session-list.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { may } from "#app/domain/access/permissions.ts";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import { periodOf } from "#app/domain/periods.ts";
import { type CloseOut, totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import { type ChosenFilter, chooseFilter } from "#app/domain/sessions/filter-choices.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import type { Entered } from "#app/http/require-actor.ts";
import type { Flash } from "#app/ui/notification-banner.tsx";

/**
 * What the banner says after a close-out or a correction: "Recorded: 28 young people. Reach this
 * year is now 9,855." The figure is the whole partnership's in the calendar year of the session.
 */
export async function recordedFlash(
	entered: Entered,
	session: SessionRecord,
	closeOut: CloseOut,
	verb: "Recorded" | "Corrected",
): Promise<Flash> {
	const { app, today, now } = entered;
	const year = periodOf("calendar_year", session.localDate);
	const filter = { from: year.from, to: year.to };
	const { client } = app.database;
	const chosen = await chosenOf(client, filter);
	const { total } = await readReach(client, { chosen, now }, []);
	const when = year.to.slice(0, 4) === today.slice(0, 4) ? "this year" : `in ${year.label}`;
	const reach = `Reach ${when} is now ${formatCount(total.youngPeople)}.`;
	const nextStep = await nextStepFor(entered, filter);
	return { kind: "success", message: `${verb}: ${what(closeOut)}. ${reach}`, nextStep };
}

function what(closeOut: CloseOut): string {
	if (closeOut.outcome === "not_delivered") return "the session did not happen";
	return countOf(totalYoungPeople(closeOut.headcounts), "young person", "young people");
}

/** The next session that waits for the same person, else where they are likely to go. */
async function nextStepFor({ app, actor, now }: Entered, year: SessionFilter) {
	const mine = actor.role === "facilitator" ? { person: actor.personId ?? "" } : {};
	const filter: SessionFilter = { ...mine, status: "awaiting_close_out" };
	const { client } = app.database;
	const waiting = await countSessions(client, { chosen: await chosenOf(client, filter), now });
	if (waiting > 0) {
		const text = `${countOf(waiting, "more session waits", "more sessions wait")} to be closed out`;
		return { href: listingHref("/sessions", filter), text };
	}
	return may(actor.role, "reach.view")
		? { href: listingHref("/reach", year), text: "See reach" }
		: { href: "/my-day", text: "Back to my day" };
}

/** why it may not fail: the filter is ours, and names nobody but who asks. */
async function chosenOf(reader: Reader, filter: SessionFilter): Promise<ChosenFilter> {
	const chosen = chooseFilter(filter, await readFilterChoices(reader));
	if (!chosen.ok) throw new Error("A filter of our own names something that is not there");
	return chosen;
}
