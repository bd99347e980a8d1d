import type { QualifiedPerson } from "#app/data/people.ts";
import type { ProgrammeRecord } from "#app/data/programmes.ts";
import { type Actor, may } from "#app/domain/access/permissions.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { qualificationOn } from "#app/domain/people/qualification.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { facilitatorWords } from "./programme-table.tsx";

interface Asked {
	actor: Actor;
	people: readonly QualifiedPerson[];
	today: LocalDate;
}

export type ProgrammeFacts = ReturnType<typeof programmeFacts>;

/** All that a programme's page says of it, in words. */
export function programmeFacts(programme: ProgrammeRecord, { actor, people, today }: Asked) {
	const { largestGroup } = programme;
	return {
		id: programme.id,
		name: programme.name,
		theme: programme.theme.name,
		retired: programme.retiredAt !== null,
		summary: programme.summary,
		length: `${programme.lengthMinutes} minutes`,
		yearGroups: formatYearGroups(programme.yearGroups) || "Every year group",
		largestGroup:
			largestGroup === null ? "Any size" : `Up to ${formatCount(largestGroup)} young people`,
		facilitators: facilitatorWords(programme),
		schoolProvides: linesOf(programme.schoolProvides),
		bring: linesOf(programme.bring),
		people: people.map(({ id, name, agencyName, until }) => ({
			id,
			name,
			agency: agencyName,
			until: until && formatPlainDate(until),
			expired: qualificationOn({ until }, today) === "expired",
		})),
		mayChange: may(actor.role, "register.change"),
		mayBook: may(actor.role, "sessions.book"),
	};
}

/** Each line once, blank ones left out. */
function linesOf(text: string): string[] {
	return [...new Set(text.split("\n"))].filter((line) => line.trim() !== "");
}
