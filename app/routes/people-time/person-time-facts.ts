import type { AbsenceRecord, PersonTimeRecord } from "#app/data/people-time.ts";
import type { Settings } from "#app/data/settings.ts";
import { formatClock, formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import { absenceWords } from "#app/domain/people/absence-kinds.ts";
import type { Absence } from "#app/domain/people/people-time.ts";
import { hoursWords } from "#app/domain/sessions/people-warnings.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { weekdayName } from "#app/domain/weekdays.ts";

export type PersonTimeFacts = ReturnType<typeof personTimeFacts>;

interface Asked {
	absences: readonly AbsenceRecord[];
	settings: Settings;
	today: LocalDate;
	/** Whether the reader may change it. */
	mayChange: boolean;
}

/** What a person's page says of their time, for the office and for themselves. */
export function personTimeFacts(person: PersonTimeRecord, asked: Asked) {
	const { absences, settings, today, mayChange } = asked;
	const { pattern, vettedUntil, base, dailySessions, weeklyMinutes } = person;
	return {
		id: person.id,
		pattern: pattern.map(
			({ weekday, starts, ends }) =>
				`${weekdayName(weekday)}, ${formatClock(starts)} to ${formatClock(ends)}`,
		),
		limits: limitWords({ dailySessions, weeklyMinutes }, settings),
		vetting: vettedUntil && `Until ${formatPlainDate(vettedUntil)}`,
		vettingOver: vettedUntil !== null && vettedUntil < today,
		base: base?.name ?? null,
		absences: absences.map((absence) => ({
			id: absence.id,
			text: absenceSentence(absence),
			now: absence.from <= today,
		})),
		mayChange: mayChange && !person.retired,
	};
}

function limitWords(
	own: { dailySessions: number | null; weeklyMinutes: number | null },
	{ limits }: Settings,
): string {
	const sessions = own.dailySessions ?? limits.dailySessions;
	const minutes = own.weeklyMinutes ?? limits.weeklyMinutes;
	const usual = own.dailySessions === null && own.weeklyMinutes === null ? ", as usual" : "";
	return `${sessions} sessions a day, ${hoursWords(minutes)} a week${usual}`;
}

/** "On leave, 3 May 2027 to 7 May 2027", "At training, Thursday 6 May 2027, 9:00am to 12:00pm". */
export function absenceSentence({ kind, from, to, starts, ends }: Absence): string {
	const word = absenceWords[kind];
	const what = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
	if (from !== to) return `${what}, ${formatPlainDate(from)} to ${formatPlainDate(to)}`;
	if (starts === null || ends === null) return `${what}, ${formatDate(from)}`;
	return `${what}, ${formatDate(from)}, ${formatClock(starts)} to ${formatClock(ends)}`;
}
