import type { RetentionRun } from "#app/commands/run-retention.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { localDateOf } from "#app/domain/time.ts";

/** How many are listed by name. */
const LISTED = 100;

export interface DryRunWords {
	summary: string[];
	contacts: { id: string; name: string; venue: string; active: string }[];
	left: number;
}

export function dryRunWords(
	{ contacts, importRows, requests }: RetentionRun,
	{ months, zone }: { months: number; zone: string },
): DryRunWords {
	return {
		summary: [
			`${countOf(contacts.length, "contact", "contacts")} without a session for ${months} months would be anonymised`,
			...(requests > 0
				? [`${countOf(requests, "request", "requests")} from before then would lose who asked`]
				: []),
			...(importRows > 0
				? [`${countOf(importRows, "row", "rows")} of files brought in before then would be deleted`]
				: []),
		],
		contacts: contacts.slice(0, LISTED).map(({ id, name, venueName, activeAt }) => ({
			...{ id, name, venue: venueName },
			active: activeAt ? formatPlainDate(localDateOf(activeAt, zone)) : "Not known",
		})),
		left: Math.max(0, contacts.length - LISTED),
	};
}
