import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedSession, differenceBetween, isSame } from "#app/domain/reach/publication.ts";

function counted(id: number, fields: Partial<CountedSession> = {}): CountedSession {
	return {
		sessionId: `session-${id}`,
		reference: `JET-2024-${String(id).padStart(4, "0")}`,
		localDate: "2024-05-01",
		...{ themeId: "knife", theme: "Knife crime", programmeId: "choices", programme: "Choices" },
		...{ venueId: "marsh", venue: "Marsh Lane Academy", district: null, team: "JET" },
		...{ counted: "counted", heads: { Y8: 30 }, youngPeople: 30, adults: 1, revision: 1 },
		...fields,
	};
}

const session = fc
	.record({
		id: fc.integer({ min: 1, max: 12 }),
		youngPeople: fc.integer({ min: 0, max: 40 }),
		adults: fc.integer({ min: 0, max: 3 }),
		themeId: fc.constantFrom("knife", "gangs"),
		revision: fc.integer({ min: 1, max: 3 }),
	})
	.map(({ id, youngPeople, ...fields }) =>
		counted(id, { ...fields, youngPeople, heads: { Y8: youngPeople } }),
	);
const list = fc.uniqueArray(session, { selector: ({ sessionId }) => sessionId });

const themes = ["knife", "gangs"];
const measures: ((one: CountedSession) => number)[] = [
	() => 1,
	({ youngPeople }) => youngPeople,
	({ adults }) => adults,
	...themes.map((theme) => (one: CountedSession) => (one.themeId === theme ? one.youngPeople : 0)),
];
const sum = (sessions: readonly CountedSession[], of: (one: CountedSession) => number) =>
	sessions.reduce((total, one) => total + of(one), 0);

describe("the difference between a publication and today", () => {
	it("explains every figure to the digit, and names each session once", () => {
		fc.assert(
			fc.property(list, list, (published, today) => {
				const difference = differenceBetween(published, today);
				const { changed, added, fellOut } = difference;
				for (const of of measures) {
					const corrections = changed.reduce(
						(total, { before, after }) => total + of(after) - of(before),
						0,
					);
					expect(sum(published, of) + corrections + sum(added, of) - sum(fellOut, of)).toBe(
						sum(today, of),
					);
				}
				const named = [...changed.map(({ after }) => after), ...added, ...fellOut];
				expect(new Set(named.map(({ sessionId }) => sessionId)).size).toBe(named.length);
				expect(isSame(difference)).toBe(named.length === 0);
			}),
		);
	});

	it.each([
		["young people", { youngPeople: 29, heads: { Y8: 29 } }, true],
		["year groups alone", { heads: { Y9: 30 } }, true],
		["how it was counted", { counted: "estimated" }, true],
		["the programme, by which the estimate is made", { programmeId: "first-aid" }, true],
		["names alone", { theme: "Knives", venue: "Marsh Lane School", revision: 2 }, false],
	])("sees a change of %s: %o", (_what, fields, seen) => {
		expect(isSame(differenceBetween([counted(1)], [counted(1, fields)]))).toBe(!seen);
	});
});
