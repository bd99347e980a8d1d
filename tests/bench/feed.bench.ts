import { randomUUID } from "node:crypto";
import { assembleFeedOf } from "#app/commands/assemble-feed.ts";
import { hashFeedToken, makeFeed } from "#app/commands/make-feed.ts";
import type { Database } from "#app/data/database.ts";
import { findFeedByToken, readFeedSessions } from "#app/data/feeds.ts";
import { insertMany } from "#app/data/insert-many.ts";
import { sessionColumns } from "#app/data/sessions.ts";
import { readSettings } from "#app/data/settings.ts";
import { calendarAnswer } from "#app/http/calendar-answer.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { testContext, testNow } from "#tests/setup/databases.ts";
import { type Bench, medians } from "./bench.ts";
import { withOwnDatabase } from "./own-database.ts";

const SESSIONS = 500;
const HOUR = 3_600_000;

async function aFullDiary(database: Database) {
	const team = await aTeamThatCanBook(database);
	const rows = Array.from({ length: SESSIONS }, (_, number) => {
		const startsAt = new Date(testNow.getTime() + number * 3 * HOUR);
		const uid = `${randomUUID()}@termtime.test`;
		return {
			...sessionColumns({
				programmeId: team.programme.id,
				teamId: team.team.id,
				venueId: team.venue.id,
				room: `Room ${number}`,
				status: "confirmed",
				startsAt,
				endsAt: new Date(startsAt.getTime() + HOUR),
				localDate: startsAt.toISOString().slice(0, 10),
				expectedYoungPeople: 30,
				notes: "",
				prepare: team.programme.schoolProvides,
				endReason: null,
				cancelledBy: null,
				overrides: [],
			}),
			id: randomUUID(),
			uid,
			organizerToken: uid,
			reference: `JET-2026-${String(number + 1).padStart(4, "0")}`,
			changedAt: testNow,
			createdAt: testNow,
		};
	});
	await database.transaction((tx) => insertMany(tx, "Session", rows));
	return team;
}

type Rows = Awaited<ReturnType<typeof readFeedSessions>>;

/** What somebody writes in an hour: no cleaning, no checks, folding by characters. */
function plainCalendar(rows: Rows): string {
	const stamp = (when: Date) => when.toISOString().replace(/[-:]|\.\d{3}/g, "");
	const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
	const folded = (line: string) => line.replace(/(.{74})(?=.)/g, "$1\r\n ");
	const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plain//Plain//EN"];
	for (const row of rows) {
		const { programme, venue, team } = row;
		lines.push(
			"BEGIN:VEVENT",
			`UID:${row.uid}`,
			`DTSTAMP:${stamp(row.changedAt)}`,
			`DTSTART:${stamp(row.startsAt)}`,
			`DTEND:${stamp(row.endsAt)}`,
			`SEQUENCE:${row.sequence}`,
			`SUMMARY:${escaped(`${programme.name} at ${venue.name}`)}`,
			`LOCATION:${escaped([venue.name, row.room, venue.street, venue.town].join(", "))}`,
			`DESCRIPTION:${escaped(`Reference: ${row.reference}\n\nWhat to prepare:\n${row.prepare}\n\nContact:\n${team.name}\n${team.email}\n${team.phone}`)}`,
			"STATUS:CONFIRMED",
			"END:VEVENT",
		);
	}
	lines.push("END:VCALENDAR");
	return `${lines.map(folded).join("\r\n")}\r\n`;
}

export const bench: Bench = {
	name: `A feed of ${SESSIONS} sessions`,
	run: () =>
		withOwnDatabase(async (database) => {
			const team = await aFullDiary(database);
			const context = testContext(database);
			const subject = { kind: "team", id: team.team.id } as const;
			const made = await makeFeed(context, subject);
			if (!made.ok) throw new Error(made.reason);
			const from = testNow.toISOString().slice(0, 10);

			/** All that a request does between the router and the wire. */
			const answer = async (tag?: string) => {
				const feed = await findFeedByToken(database.client, hashFeedToken(made.token));
				if (!feed) throw new Error("The feed is gone");
				const settings = await readSettings(database.client);
				const text = await assembleFeedOf({ ...context, settings }, feed);
				const headers: HeadersInit = tag ? { "If-None-Match": tag } : {};
				return calendarAnswer(new Request("http://localhost/", { headers }), text, "a.ics");
			};
			const plain = async () =>
				plainCalendar(await readFeedSessions(database.client, subject, from));
			const forget = () => database.client.feedText.deleteMany({});

			const rows = await readFeedSessions(database.client, subject, from);
			const tag = (await answer()).headers.get("ETag") ?? "";
			if ((await answer(tag)).status !== 304) throw new Error("The feed is not stable");
			const [cold = 0, unchanged = 0, floor = 0, inMemory = 0] = await medians([
				() => answer(),
				() => answer(tag),
				plain,
				() => plainCalendar(rows),
			]);
			await forget();
			const started = performance.now();
			await answer();
			const first = performance.now() - started;
			const against = "a plain builder that reads the same rows";
			return [
				{ what: "cold", against, ours: cold, floor, unit: "ms", aim: 1.5 },
				{ what: "unchanged (304)", against, ours: unchanged, floor, unit: "ms", aim: 1.5 },
				{
					what: "cold, reading not counted for the floor",
					against: "a plain builder with the rows in memory",
					ours: cold,
					floor: inMemory,
					unit: "ms",
					aim: 1.5,
				},
				{ what: "every entry written anew", against, ours: first, floor, unit: "ms", aim: 50 },
			];
		}),
};
