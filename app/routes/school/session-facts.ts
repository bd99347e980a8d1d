import type { SchoolSession } from "#app/data/school-page.ts";
import { reportRefusal } from "#app/domain/schools/school-report.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { cardFacts } from "./card-facts.ts";
import type { AtSchool } from "./find-school.ts";
import { readAsked, reportFacts } from "./report-facts.ts";

interface Sent {
	fields: Fields;
	sent: { answer: string; note: string };
}

export type SessionFacts = Awaited<ReturnType<typeof sessionFacts>>;

/** One session of a contact: to be answered before it, to be told about afterwards. */
export async function sessionFacts(school: AtSchool, session: SchoolSession, given?: Sent) {
	const { base, contact, now } = school;
	const about = { base, venue: contact.venue.name };
	if (session.endsAt > now) {
		return {
			...about,
			kind: "coming" as const,
			card: cardFacts(session, school),
			sent: given?.sent ?? null,
		};
	}
	const asked = await readAsked(school, session);
	return {
		...about,
		kind: "over" as const,
		refusal: reportRefusal(session, now),
		report: reportFacts(session, asked, school, given?.fields ?? null),
	};
}
