import type { WhyChanged } from "#app/data/why-changed.ts";
import { momentWords } from "#app/http/history-words.ts";

/** Why a session counts otherwise than when it was published, in words for the team. */
export function whyWords(why: WhyChanged | undefined, zone: string): string {
	if (!why?.exists) return "It was taken out together with the file it was brought in from";
	const { records, lastEntry, imported } = why;
	const reasons = records.flatMap(({ correctionReason }) => correctionReason ?? []);
	if (reasons.length > 0) return reasons.join("; then: ");
	const [first] = records;
	if (first && imported) return `Brought in from a file on ${momentWords(first.recordedAt, zone)}`;
	if (first) {
		return `Recorded by ${first.recordedByName} on ${momentWords(first.recordedAt, zone)}`;
	}
	if (!lastEntry) return "Its venue, programme or theme was put elsewhere";
	const changes = lastEntry.changes.map(({ label, from, to }) =>
		from && to ? `${label} from ${from} to ${to}` : `${label}: ${to ?? "removed"}`,
	);
	const what = [lastEntry.what, changes.join(", ")].filter(Boolean).join(": ");
	return lastEntry.why ? `${what} (${lastEntry.why})` : what;
}
