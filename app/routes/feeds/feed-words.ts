import type { FeedRecord } from "#app/data/feeds.ts";
import { momentWords } from "#app/http/history-words.ts";

const kinds = { team: "Team", person: "Facilitator", contact: "Contact" } as const;

export interface FeedRow {
	id: string;
	name: string;
	/** "Team", "Contact at Marsh Lane Academy". */
	about: string;
	/** "Made 25 November 2026, 9:00am by Dana Coordinator". */
	made: string;
	retired: boolean;
}

export function feedRow(feed: FeedRecord, zone: string): FeedRow {
	const { id, name, venueName, madeAt, madeByName, retired, subject } = feed;
	return {
		id,
		name,
		about: venueName ? `${kinds[subject.kind]} at ${venueName}` : kinds[subject.kind],
		made: `Made ${momentWords(madeAt, zone)} by ${madeByName}`,
		retired,
	};
}

export function feedAddress(appUrl: string, token: string): string {
	return `${appUrl}/feeds/${token}.ics`;
}
