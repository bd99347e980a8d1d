import type { PersonRecord } from "#app/data/people.ts";
import { type Actor, may } from "#app/domain/access/permissions.ts";
import { formatPlainDate, formatRelativeDays } from "#app/domain/format-time.ts";
import { qualificationOn } from "#app/domain/people/qualification.ts";
import type { LocalDate } from "#app/domain/time.ts";

export type PersonFacts = ReturnType<typeof personFacts>;

/** All that a person's page says of them; what the reader may not see is not in it. */
export function personFacts(
	person: PersonRecord,
	{ actor, today }: { actor: Actor; today: LocalDate },
) {
	const reaches = may(actor.role, "contacts.view");
	const { id, name, agency, teams, retiredAt, user } = person;
	return {
		id,
		name,
		retired: retiredAt !== null,
		lead: agency.name,
		agency: agency.name,
		teams: teams.map((team) => team.name).join(", "),
		email: reaches ? person.email : null,
		phone: reaches ? person.phone : null,
		signIn: may(actor.role, "accounts.manage") ? signInWords(user) : null,
		mayChange: may(actor.role, "register.change"),
		qualifications: person.qualifications.map((qualification) => ({
			programme: qualification.programme,
			standing: qualificationOn(qualification, today),
			until: untilWords(qualification.until, today),
		})),
	};
}

function signInWords(user: PersonRecord["user"]): string {
	if (!user) return "No account";
	return user.disabledAt ? "Account closed" : "Has an account";
}

function untilWords(until: LocalDate | null, today: LocalDate): string {
	if (until === null) return "No end";
	return `${formatPlainDate(until)} (${formatRelativeDays(until, today)})`;
}
