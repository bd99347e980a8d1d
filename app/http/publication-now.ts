import type { Reader } from "#app/data/database.ts";
import { type Publication, readPublishedSessions } from "#app/data/publications.ts";
import { type Publishable, readPublishable } from "#app/data/publishable.ts";
import {
	type CountedSession,
	type Difference,
	differenceBetween,
	type PublishedFigures,
} from "#app/domain/reach/publication.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { questionOf } from "./press-question.ts";

export interface PublicationNow {
	/** What was frozen. */
	sessions: CountedSession[];
	/** What the same question gives today; null when it cannot be answered just now. */
	now: { figures: PublishedFigures; difference: Difference } | null;
}

/** why several: somebody may record something between two reads, and seldom does so thrice. */
const TRIES = 3;

/** A publication's sessions as they were frozen, against what the records say today. */
export async function readPublicationNow(
	reader: Reader,
	publication: Publication,
	{ now, today }: { now: Date; today: LocalDate },
): Promise<PublicationNow> {
	const [sessions, question] = await Promise.all([
		readPublishedSessions(reader, publication.id),
		questionOf(reader, publication, today),
	]);
	let read: Publishable = { ok: false, reason: "unsettled" };
	for (let left = TRIES; left > 0 && !read.ok && read.reason === "unsettled"; left -= 1) {
		read = await readPublishable(reader, { ...question, now });
	}
	if (!read.ok) return { sessions, now: null };
	const { figures } = read;
	return { sessions, now: { figures, difference: differenceBetween(sessions, read.sessions) } };
}
