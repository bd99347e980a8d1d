import fc from "fast-check";
import { expect, it } from "vitest";
import { groupedBy } from "#app/domain/grouped-by.ts";
import { academicYearOf } from "#app/domain/periods.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";
import { estimateDistinct } from "./estimate.ts";
import {
	addSessions,
	addVenue,
	type CountedSession,
	type KeptFigures,
	type KeptRow,
	KeptRows,
} from "./kept-rows.ts";
import { pairsWithin, unitsIn } from "./units.ts";

const first = "2023-07-20";
const span = 800;
const day = fc
	.oneof(fc.integer({ min: 0, max: span }), fc.integer({ min: 30, max: 60 }))
	.map((days) => addDays(first, days));

const heads = fc
	.uniqueArray(
		fc.record({
			yearGroup: fc.constantFrom("Y7" as const, "Y8" as const),
			youngPeople: fc.integer({ min: 1, max: 90 }),
		}),
		{ maxLength: 2, selector: ({ yearGroup }) => yearGroup },
	)
	.map((own) => ({ heads: own, youngPeople: own.reduce((sum, one) => sum + one.youngPeople, 0) }));

const session: fc.Arbitrary<CountedSession> = fc
	.tuple(
		fc.record({
			venueId: fc.constantFrom("venue-1", "venue-2", "venue-3"),
			localDate: day,
			programmeId: fc.constantFrom("p1", "p2", "p3"),
			themeId: fc.constantFrom("knife", "gangs"),
			teamId: fc.constantFrom("jet", "ppp"),
			agencyIds: fc.subarray(["police", "fire"]),
			districtCode: fc.constantFrom("E07000066", null),
			phase: fc.constantFrom("secondary", null),
			venueType: fc.constant("school"),
			counted: fc.constantFrom("counted", "estimated"),
			imported: fc.boolean(),
			adults: fc.integer({ min: 0, max: 9 }),
		}),
		heads,
	)
	.map(([session, own]) => ({ ...session, ...own }));

function keptOf(sessions: readonly CountedSession[]): KeptRows {
	const rows = new KeptRows();
	for (const ofVenue of groupedBy(sessions, ({ venueId }) => venueId).values()) {
		const years = groupedBy(ofVenue, ({ localDate }) => academicYearOf(localDate));
		for (const ofYear of years.values()) addSessions(rows, ofYear);
		addVenue(
			rows,
			ofVenue.map(({ localDate }) => localDate),
		);
	}
	return rows;
}

/** What a page adds up: the rows whose two units are both among those of the period. */
function readFrom(
	rows: readonly KeptRow[],
	dimension: string,
	key: string,
	from: LocalDate,
	to: LocalDate,
) {
	const units = unitsIn({ from, to });
	const known = new Set(units.map(({ unit }) => unit));
	const within = new Set(pairsWithin(units).map(String));
	const sums: KeptFigures = { sessions: 0, youngPeople: 0, adults: 0, estimated: 0, venues: 0 };
	for (const row of rows) {
		if (row.dimension !== dimension || row.key !== key) continue;
		if (known.has(row.first) && known.has(row.last)) sums.venues += row.venues;
		if (!within.has(`${row.first},${row.last}`)) continue;
		for (const name of ["sessions", "youngPeople", "adults", "estimated"] as const) {
			sums[name] += row[name];
		}
	}
	return sums;
}

/** The same by counting one session after the other. */
function counted(sessions: readonly CountedSession[]) {
	const sum = (of: (session: CountedSession) => number) =>
		sessions.reduce((total, one) => total + of(one), 0);
	return {
		sessions: sessions.length,
		youngPeople: sum(({ youngPeople }) => youngPeople),
		adults: sum(({ adults }) => adults),
		estimated: estimateDistinct(
			sessions.flatMap(({ venueId, localDate, programmeId, heads: own }) =>
				own.map((head) => ({
					...head,
					venueId,
					programmeId,
					academicYear: academicYearOf(localDate),
				})),
			),
		),
	};
}

const period = fc
	.tuple(
		fc.oneof(day, fc.constantFrom("2023-09-01", "2024-01-01", "2024-09-01")),
		fc.oneof(day, fc.constantFrom("2024-08-31", "2024-12-31", "2025-03-31", "2025-08-31")),
	)
	.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

it("adds up to every figure of every period, by all that reach is split by", () => {
	const property = fc.property(
		fc.array(session, { maxLength: 40 }),
		period,
		(sessions, { from, to }) => {
			const rows = keptOf(sessions).sorted();
			const inside = sessions.filter(({ localDate }) => from <= localDate && localDate <= to);
			const check = (dimension: string, key: string, own: readonly CountedSession[]) => {
				const { venues, ...figures } = readFrom(rows, dimension, key, from, to);
				expect(figures, `${dimension} ${key}`).toEqual(counted(own));
				if (dimension === "all") {
					expect(venues).toBe(new Set(own.map(({ venueId }) => venueId)).size);
				}
			};
			check("all", "", inside);
			check(
				"theme",
				"knife",
				inside.filter(({ themeId }) => themeId === "knife"),
			);
			check(
				"programme",
				"p2",
				inside.filter(({ programmeId }) => programmeId === "p2"),
			);
			check(
				"team",
				"ppp",
				inside.filter(({ teamId }) => teamId === "ppp"),
			);
			check(
				"agency",
				"fire",
				inside.filter(({ agencyIds }) => agencyIds.includes("fire")),
			);
			check(
				"agency",
				"none",
				inside.filter(({ agencyIds }) => agencyIds.length === 0),
			);
			check(
				"district",
				"none",
				inside.filter(({ districtCode }) => districtCode === null),
			);
			check(
				"phase",
				"secondary",
				inside.filter(({ phase }) => phase === "secondary"),
			);
			check(
				"counted",
				"counted",
				inside.filter((one) => one.counted === "counted"),
			);
			check(
				"imported",
				"yes",
				inside.filter(({ imported }) => imported),
			);
			check(
				"year_group",
				"none",
				inside.filter(({ youngPeople }) => youngPeople === 0),
			);
			const year8 = inside.flatMap((one) => {
				const [head] = one.heads.filter(({ yearGroup }) => yearGroup === "Y8");
				return head ? [{ ...one, youngPeople: head.youngPeople, heads: [head] }] : [];
			});
			check("year_group", "Y8", year8);
		},
	);
	fc.assert(property, { numRuns: 30 });
}, 30_000);

it("leaves nothing behind when everything is taken away again, in any order", () => {
	const property = fc.property(fc.array(session, { maxLength: 20 }), (sessions) => {
		const rows = keptOf(sessions);
		const venues = groupedBy([...sessions].reverse(), ({ venueId }) => venueId);
		for (const ofVenue of venues.values()) {
			const years = groupedBy(ofVenue, ({ localDate }) => academicYearOf(localDate));
			for (const ofYear of years.values()) addSessions(rows, ofYear, -1);
			addVenue(
				rows,
				ofVenue.map(({ localDate }) => localDate),
				-1,
			);
		}
		expect(rows.sorted()).toEqual([]);
	});
	fc.assert(property, { numRuns: 50 });
});

it("cuts a period into the fewest years, months and days", () => {
	const units = (from: LocalDate, to: LocalDate) => unitsIn({ from, to }).map(({ unit }) => unit);
	expect(units("2023-09-01", "2024-08-31")).toEqual(["y2023"]);
	expect(units("2023-08-01", "2024-09-02")).toEqual([
		"m2023-08",
		"y2023",
		"d2024-09-01",
		"d2024-09-02",
	]);
	expect(units("2024-02-29", "2024-03-31")).toEqual(["d2024-02-29", "m2024-03"]);
	expect(units("2024-05-01", "2024-05-30")).toHaveLength(30);
});
