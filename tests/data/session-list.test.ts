import { beforeAll, expect, it } from "vitest";
import { exportSessions, listSessions } from "#app/data/session-list.ts";
import type { ListingView } from "#app/domain/sessions/session-filter.ts";
import {
	aDeliveredSession,
	insertRegister,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";

const all = { filter: {}, chosen: {}, searchedPeople: [] };
const query = { chosen: all, now: testNow };

describeOnBothEngines("many sessions", (world) => {
	let references: string[];
	beforeAll(async () => {
		await insertRegister(world.database);
		const facts = await replaceSessions(
			world.database,
			Array.from({ length: 450 }, (_, at) =>
				aDeliveredSession({
					localDate: `2026-0${(at % 9) + 1}-14`,
					venue: at % 4,
					team: at % 2,
					programme: at % 3,
					expected: at,
					people: [0, 1, 2, 3],
				}),
			),
		);
		const inTime = facts.toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
		references = inTime.map(({ reference }) => reference);
	});

	it("are exported each once and in order of time, over several batches", async () => {
		const exported: string[] = [];
		for await (const { reference } of exportSessions(world.database.client, query)) {
			exported.push(reference);
		}
		expect(exported).toEqual(references);
	});

	it("come fifty a page, the last page shorter and none after it", async () => {
		const page = async (number: number) =>
			listSessions(world.database.client, { ...query, sort: "date", page: number });
		const [first, last, beyond] = [await page(1), await page(9), await page(10)];
		expect([first.total, first.sessions.length]).toEqual([450, 50]);
		expect(last.sessions.map(({ reference }) => reference)).toEqual(references.slice(400));
		expect([beyond.total, beyond.sessions]).toEqual([450, []]);
	});

	it.each(["programme", "venue", "district", "team", "status", "expected"] as const)(
		"are sorted by %s either way, nobody lost",
		async (key) => {
			const shownBy = async (sort: ListingView["sort"]) => {
				const { sessions } = await listSessions(world.database.client, { ...query, sort, page: 1 });
				return sessions.map(
					(session) =>
						({
							programme: session.programme,
							venue: session.venue,
							// why last: whoever has no district is at the end whichever way.
							district: session.district ?? "~",
							team: session.team,
							status: session.status,
							expected: session.expectedYoungPeople,
						})[key],
				);
			};
			const up = await shownBy(key);
			const down = await shownBy(`-${key}`);
			const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
			expect(up).toHaveLength(50);
			expect(up).toEqual(up.toSorted(order));
			expect(down).toEqual(down.toSorted((a, b) => order(b, a)));
		},
	);
});
