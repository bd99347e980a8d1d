import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupings } from "#app/domain/reach/groupings.ts";
import {
	listingHref,
	parseListing,
	type SessionFilter,
	sessionSorts,
} from "#app/domain/sessions/session-filter.ts";
import { shownStatuses } from "#app/domain/sessions/status.ts";
import { yearGroups } from "#app/domain/sessions/year-groups.ts";

function parse(query: string) {
	return parseListing(new URLSearchParams(query));
}

function problems(query: string): [string, string][] {
	const parsed = parse(query);
	return parsed.ok ? [] : parsed.errors.map(({ field, message }) => [field, message]);
}

describe("an address of sessions", () => {
	it("means all sessions, by date, when it says nothing or sends empty boxes", () => {
		const all = { ok: true, filter: {}, view: { sort: "date", page: 1, by: "theme" } };
		expect(parse("")).toEqual(all);
		expect(parse("from=&to=+&team=&q=%20&sort=&page=&ref=")).toEqual(all);
	});

	it("reads every filter", () => {
		const query =
			"from=2024-01-01&to=2024-12-31&team=JET&theme=Knife+crime&programme=choices&district=none" +
			"&phase=secondary&venue=900001&year_group=Y8&agency=a-1&status=awaiting_close_out" +
			"&cancelled_by=school&counted=estimated&person=p-1&q=marsh&ref=jet-2024-0001" +
			"&ref=PPP-2024-0002&sort=-venue&page=3&by=month";
		expect(parse(query)).toEqual({
			ok: true,
			filter: {
				from: "2024-01-01",
				to: "2024-12-31",
				team: "JET",
				theme: "Knife crime",
				programme: "choices",
				district: "none",
				phase: "secondary",
				venue: "900001",
				yearGroup: "Y8",
				agency: "a-1",
				status: "awaiting_close_out",
				cancelledBy: "school",
				counted: "estimated",
				person: "p-1",
				q: "marsh",
				ref: ["JET-2024-0001", "PPP-2024-0002"],
			},
			view: { sort: "-venue", page: 3, by: "month" },
		});
	});

	it.each([
		["from=2024-02-30", "from", "Enter the start date as a real date, like 2027-01-31"],
		["to=tomorrow", "to", "Enter the end date as a real date, like 2027-01-31"],
		["from=0024-01-01", "from", "Enter the start date as a day in 1990 or later"],
		["to=9999-12-31", "to", "Enter the end date as a day in 2100 or earlier"],
		[
			"from=2024-12-31&to=2024-01-01",
			"to",
			"Enter an end date that is the same as or after the start date",
		],
		[
			"from=1990-01-01&to=2100-12-31",
			"to",
			"Enter an end date no more than 50 years after the start date",
		],
		["page=0", "page", "Enter the page as 1 or more"],
		["page=-1", "page", "Enter the page as 0 or more"],
		["page=1e9", "page", "Enter the page as a whole number, like 28"],
		["page=99999999999999999999", "page", "Enter the page as 100,000 or fewer"],
		["counted=both", "counted", "Choose the kind of numbers as one of counted, estimated"],
		["team=JET&team=PPP", "team", "Choose only one value for team"],
		["ref=JET", "ref", "Enter a session reference, like JET-2026-0147"],
		["by=colour", "by", `Choose one of ${groupings.join(", ")}`],
	])("%s tells what to do", (query, field, message) => {
		expect(problems(query)).toEqual([[field, message]]);
	});

	it("names what it has instead of what it has not", () => {
		expect(problems("tema=JET&form=x")).toEqual([
			["", expect.stringMatching(/^“tema” is not a filter\. Use from, to, team, theme, /)],
		]);
		expect(problems("status=done&phase=upper&yearGroup=8&sort=colour")).toEqual([
			["phase", expect.stringContaining("secondary")],
			["yearGroup", expect.stringContaining("Y8")],
			["status", expect.stringContaining("awaiting_close_out")],
			["sort", expect.stringContaining("-")],
		]);
	});

	it("asks for less when a name is as long as a book", () => {
		const shorter = [["team", "Shorten the team to 200 characters or fewer"]];
		expect(problems(`team=${"x".repeat(10_000)}`)).toEqual(shorter);
	});

	it("takes half a character or a NUL without breaking", () => {
		const bad = parseListing([["q", "\uD800"]]);
		expect(bad.ok || bad.errors[0]?.message).toContain("cannot be stored");
		expect(parseListing([["q", "a\u0000b"]])).toMatchObject({ filter: { q: "ab" } });
		expect(parseListing([["q", "\u0000"]])).toMatchObject({ ok: true, filter: {} });
	});

	it("says the same sessions whatever is done to it: address, filter, address", () => {
		const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
		const filter = fc.record({
			from: maybe(fc.constantFrom("2024-01-01", "2025-09-01")),
			to: maybe(fc.constantFrom("2026-01-01", "2026-08-31")),
			venue: maybe(fc.constantFrom("St John's & St Mary's", "a=b&c", "Ysgol Ŵyl")),
			yearGroup: maybe(fc.constantFrom(...yearGroups, "none" as const)),
			status: maybe(fc.constantFrom(...shownStatuses)),
			ref: maybe(fc.subarray(["JET-2024-0001", "PPP-2024-0002"], { minLength: 1 })),
		});
		const view = fc.record({
			sort: fc.constantFrom(...sessionSorts, "-date" as const),
			page: fc.integer({ min: 1, max: 100_000 }),
			by: fc.constantFrom(...groupings),
		});
		fc.assert(
			fc.property(filter, view, (given, shown) => {
				const wanted = Object.fromEntries(
					Object.entries(given).filter(([, value]) => value !== undefined),
				) as SessionFilter;
				const href = listingHref("/sessions", given, shown);
				const parsed = parse(href.split("?")[1] ?? "");
				expect(parsed).toEqual({ ok: true, filter: wanted, view: shown });
			}),
		);
	});

	it("never throws, whatever is sent", () => {
		const name = fc.oneof(
			fc.constantFrom("from", "to", "team", "q", "ref", "page", "status", "sort", "__proto__"),
			fc.string(),
		);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(name, fc.string({ unit: "binary" })), { maxLength: 6 }),
				(params) => {
					const parsed = parseListing(params);
					if (!parsed.ok) expect(parsed.errors.length).toBeGreaterThan(0);
				},
			),
		);
	});
});
