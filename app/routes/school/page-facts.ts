import { readSchoolSessions, type SchoolSession } from "#app/data/school-page.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { reportRefusal } from "#app/domain/schools/school-report.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { routeAccess } from "#app/http/route-access.ts";
import { cardFacts } from "./card-facts.ts";
import type { AtSchool } from "./find-school.ts";

export type SchoolPageFacts = Awaited<ReturnType<typeof schoolPageFacts>>;

/** Everything on a contact's page. */
export async function schoolPageFacts(school: AtSchool) {
	const { app, contact, now, base, zone } = school;
	const sessions = await readSchoolSessions(app.database.client, contact.id);
	const coming = sessions.filter(({ endsAt }) => endsAt > now).reverse();
	const open = coming.filter(({ status }) => status === "provisional" || status === "confirmed");
	const [next] = open;
	const past = sessions.filter(({ endsAt, status }) => endsAt <= now && status !== "provisional");
	const row = (session: SchoolSession) => ({
		reference: session.reference,
		href: `${base}/${session.reference}`,
		programme: session.programme.name,
		when: formatSessionTime(session.startsAt, session.endsAt, zone),
		status: session.status,
		yearGroups: formatYearGroups(session.yearGroups),
		answered: session.invite.answer !== null,
	});
	return {
		venue: contact.venue.name,
		name: contact.name,
		next: next ? cardFacts(next, school) : null,
		later: coming.filter((session) => session !== next).map(row),
		toTell: past
			.filter((session) => session.report === null && reportRefusal(session, now) === null)
			.map(row),
		past: past.map((session) => ({
			...row(session),
			came: cameWords(session),
			toldUs: session.report !== null,
			mayTell: reportRefusal(session, now) === null,
		})),
		/** Where to ask for another session, once that can be done here. */
		ask: "/request" in routeAccess ? "/request" : null,
	};
}

function cameWords({ status, closeOut }: SchoolSession): string {
	if (status === "cancelled") return "Cancelled";
	if (!closeOut) return "Not recorded yet";
	if (closeOut.outcome !== "delivered") return "Did not take place";
	const counted = countOf(closeOut.youngPeople, "young person", "young people");
	return closeOut.counted === "estimated" ? `${counted}, estimated` : counted;
}
