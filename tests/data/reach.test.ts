import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import type { ListedSession } from "#app/data/listed-sessions.ts";
import { readOutcomes } from "#app/data/outcomes.ts";
import { readReach } from "#app/data/reach.ts";
import { exportSessions, listSessions } from "#app/data/session-list.ts";
import { periodFrom } from "#app/domain/periods.ts";
import { groupings, sharesSessions } from "#app/domain/reach/groupings.ts";
import { namedParts } from "#app/domain/reach/named-parts.ts";
import {
	type ChosenFilter,
	chooseFilter,
	type FilterChoices,
} from "#app/domain/sessions/filter-choices.ts";
import {
	listingHref,
	parseListing,
	type SessionFilter,
} from "#app/domain/sessions/session-filter.ts";
import {
	at,
	type Fact,
	insertRegister,
	randomSession,
	register,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";

const from = "2025-09-15";
const to = "2026-12-10";
/** Mostly no filter of a kind: many at once would leave nothing to compare. */
const rarely = <Value>(...values: Value[]) =>
	fc.oneof(
		{ weight: 7, arbitrary: fc.constant(undefined) },
		{ weight: 1, arbitrary: fc.constantFrom(...values) },
	);

const randomFilter: fc.Arbitrary<SessionFilter> = fc
	.record({
		team: rarely("JET", "ppp team"),
		theme: rarely("Knife crime", "theme-gangs", "Never delivered"),
		programme: rarely("choices", "county-lines"),
		district: rarely("E07000066", "none"),
		phase: rarely("secondary" as const, "none" as const),
		venueType: rarely("school" as const, "youth_club" as const),
		venue: rarely("900001", "Old Ferry College"),
		yearGroup: rarely("Y8" as const, "Y9" as const, "none" as const),
		agency: rarely("northmoor police", "agency-fire", "none"),
		counted: rarely("counted" as const, "estimated" as const),
		person: rarely("Person A", "Person C"),
		q: rarely("jet", "ferry COLL", "person b", "2026-001", "%"),
	})
	.map((filter) => ({ from, to, ...filter }));

describeOnBothEngines("every figure of reach", (world) => {
	beforeAll(() => insertRegister(world.database));

	it("is the sum over exactly the sessions its link lists", { timeout: 120_000 }, async () => {
		const dataset = fc.array(randomSession, { minLength: 10, maxLength: 40 });
		const property = fc.asyncProperty(
			dataset,
			fc.array(randomFilter, { minLength: 2, maxLength: 2 }),
			async (sessions, filters) => {
				const facts = await replaceSessions(world.database, sessions);
				for (const filter of [{ from, to }, ...filters]) await compareFilter(world, facts, filter);
			},
		);
		await fc.assert(property, { numRuns: 8 });
	});
});

async function compareFilter(world: World, facts: Fact[], asked: SessionFilter) {
	const { client } = world.database;
	const { chosen, choices } = await choose(world, asked);
	const query = { chosen, now: testNow };
	const period = periodFrom(from, to);
	const read = await readReach(client, query, groupings);
	const whole = facts.filter((fact) => matches(fact, asked));
	const delivered = whole.filter(({ status }) => status === "delivered");
	expect(read.total).toEqual(figuresOf(delivered, asked));
	expect(read.venueCount).toBe(new Set(delivered.map(({ venue }) => venue)).size);
	for (const by of groupings) {
		const naming = { period, chosen, choices, venues: read.venues };
		const parts = namedParts(by, read.parts.get(by) ?? [], naming);
		for (const { key, label, name, filter, ...figures } of parts) {
			const listed = await follow(world, listingHref("/sessions", filter));
			const behind = facts.filter(({ reference }) =>
				listed.some((one) => one.reference === reference),
			);
			expect(figures, `${by} ${name} of ${JSON.stringify(asked)}`).toEqual(
				figuresOf(behind, filter),
			);
			expect(sumOf(listed)).toEqual({ youngPeople: figures.youngPeople, adults: figures.adults });
			expect(references(listed)).toEqual(references(facts.filter((fact) => matches(fact, filter))));
		}
		const sessions = parts.reduce((sum, part) => sum + part.sessions, 0);
		if (sharesSessions(by))
			expect(sessions).toBeGreaterThanOrEqual(
				asked.agency || asked.yearGroup ? 0 : read.total.sessions,
			);
		else expect(sessions, by).toBe(read.total.sessions);
	}
	await compareOutcomes(world, whole, asked);
}

async function compareOutcomes(world: World, whole: Fact[], filter: SessionFilter) {
	const { chosen } = await choose(world, filter);
	const outcomes = await readOutcomes(world.database.client, { chosen, now: testNow });
	const linked = async (more: SessionFilter) => {
		const listed = await follow(world, listingHref("/sessions", { ...filter, ...more }));
		return { sessions: listed.length, youngPeople: sumOf(listed).youngPeople };
	};
	const count = (match: (fact: Fact) => boolean) => whole.filter(match).length;
	const past = ({ endsAt }: Fact) => endsAt.getTime() <= testNow.getTime();
	if (!filter.counted) {
		expect(outcomes.counted).toEqual(await linked({ counted: "counted" }));
		expect(outcomes.estimated).toEqual(await linked({ counted: "estimated" }));
	}
	expect(outcomes.awaitingCloseOut).toBe(
		count((fact) => fact.status === "confirmed" && past(fact)),
	);
	expect(outcomes.notDelivered).toBe(count(({ status }) => status === "not_delivered"));
	const cancelled = (by: string) =>
		count(({ status, cancelledBy }) => status === "cancelled" && cancelledBy === by);
	expect(outcomes.cancelledByUs).toBe(cancelled("us"));
	expect(outcomes.cancelledBySchool).toBe(cancelled("school"));
	expect(outcomes.confirmed).toBe(count((fact) => fact.status === "confirmed" && !past(fact)));
	expect(outcomes.provisional).toBe(count(({ status }) => status === "provisional"));
	const links = [
		[{ status: "awaiting_close_out" }, outcomes.awaitingCloseOut],
		[{ status: "not_delivered" }, outcomes.notDelivered],
		[{ status: "confirmed" }, outcomes.confirmed],
		[{ status: "provisional" }, outcomes.provisional],
		[{ cancelledBy: "us" }, outcomes.cancelledByUs],
		[{ cancelledBy: "school" }, outcomes.cancelledBySchool],
	] as const;
	for (const [more, sessions] of links) expect((await linked(more)).sessions).toBe(sessions);
}

const choicesRead = new Map<string, FilterChoices>();

/** why kept: the register does not change, and thousands of links are followed. */
async function choose({ database, engine }: World, filter: SessionFilter) {
	const key = `${engine} ${filter.venue}`;
	const choices = choicesRead.get(key) ?? (await readFilterChoices(database.client, filter));
	choicesRead.set(key, choices);
	const chosen = chooseFilter(filter, choices);
	if (!chosen.ok) throw new Error(JSON.stringify(chosen.errors));
	return { chosen: chosen as ChosenFilter, choices };
}

/** All sessions of an address, read as /sessions and /sessions.csv read it. */
async function follow(world: World, href: string): Promise<ListedSession[]> {
	const parsed = parseListing(new URL(href, "https://termtime.test").searchParams);
	if (!parsed.ok) throw new Error(`${href}: ${JSON.stringify(parsed.errors)}`);
	const { chosen } = await choose(world, parsed.filter);
	const query = { chosen, now: testNow };
	const exported: ListedSession[] = [];
	for await (const session of exportSessions(world.database.client, query)) exported.push(session);
	const page = await listSessions(world.database.client, { ...query, ...parsed.view });
	expect(page.total).toBe(exported.length);
	expect(page.sessions).toEqual(exported.slice(0, 50));
	return exported;
}

const references = (rows: { reference: string }[]) => rows.map(({ reference }) => reference).sort();

function sumOf(listed: ListedSession[]) {
	const figures = listed.map((session) => session.figures ?? { youngPeople: 0, adults: 0 });
	return {
		youngPeople: figures.reduce((sum, one) => sum + one.youngPeople, 0),
		adults: figures.reduce((sum, one) => sum + one.adults, 0),
	};
}

/** What a filter means, once more and otherwise: over facts in memory, knowing nothing of SQL. */
function matches(fact: Fact, filter: SessionFilter): boolean {
	const venue = at(register.venues, fact.venue);
	const programme = at(register.programmes, fact.programme);
	const people = fact.people.map((person) => at(register.people, person));
	const agencies = people.map(({ agency }) => at(register.agencies, agency));
	const delivered = fact.status === "delivered";
	const came = fact.heads.filter(([, heads]) => heads > 0).map(([group]) => group);
	const groups: readonly string[] = delivered ? came : fact.booked;
	const wants: [string | undefined, (wanted: string) => boolean][] = [
		[filter.from, (day) => fact.localDate >= day],
		[filter.to, (day) => fact.localDate <= day],
		[filter.team, (name) => isNamed(at(register.teams, fact.team), name)],
		[filter.theme, (name) => isNamed(at(register.themes, programme.theme), name)],
		[filter.programme, (name) => isNamed(programme, name)],
		[
			filter.district,
			(name) =>
				anyNamed(venue.district === null ? [] : [at(register.districts, venue.district)], name),
		],
		[filter.phase, (phase) => (venue.phase ?? "none") === phase],
		[filter.venue, (name) => isNamed(venue, name)],
		[filter.venueType, (type) => venue.kind === type],
		[
			filter.yearGroup,
			(group) => groups.includes(group) || (group === "none" && groups.length === 0),
		],
		[filter.agency, (name) => anyNamed(agencies, name)],
		[filter.status, (status) => shownStatus(fact) === status],
		[filter.cancelledBy, (by) => fact.status === "cancelled" && fact.cancelledBy === by],
		[filter.counted, (kind) => delivered && fact.counted === kind],
		[filter.person, (name) => people.some((person) => isNamed(person, name))],
		[
			filter.q,
			(q) =>
				[fact.reference, venue.name, ...people.map(({ name }) => name)].some((text) =>
					has(text, q),
				),
		],
	];
	return wants.every(([wanted, holds]) => wanted === undefined || holds(wanted));
}

function isNamed(thing: object, name: string): boolean {
	return Object.values(thing).some((value) => String(value).toLowerCase() === name.toLowerCase());
}

function anyNamed(things: object[], name: string): boolean {
	return name === "none" ? things.length === 0 : things.some((thing) => isNamed(thing, name));
}

function has(text: string, q: string): boolean {
	return text.toLowerCase().includes(q.toLowerCase());
}

function shownStatus({ status, endsAt }: Fact): string {
	const over = endsAt.getTime() <= testNow.getTime();
	return status === "confirmed" && over ? "awaiting_close_out" : status;
}

/** Figures by counting one session after the other, the estimate by its definition in words. */
function figuresOf(facts: Fact[], { yearGroup }: SessionFilter) {
	const cohorts: Record<string, Record<string, number>> = {};
	let youngPeople = 0;
	for (const { venue, localDate, programme, heads } of facts) {
		const year = Number(localDate.slice(0, 4)) - (localDate.slice(5) < "09-01" ? 1 : 0);
		for (const [group, count] of heads) {
			if (yearGroup !== undefined && group !== yearGroup) continue;
			youngPeople += count;
			const cohort = `${venue} ${year} ${group}`;
			const before = cohorts[cohort]?.[programme] ?? 0;
			cohorts[cohort] = { ...cohorts[cohort], [programme]: before + count };
		}
	}
	return {
		sessions: facts.length,
		youngPeople,
		estimatedDistinct: Object.values(cohorts)
			.map((programmes) => Math.max(...Object.values(programmes)))
			.reduce((sum, largest) => sum + largest, 0),
		adults: facts.reduce((sum, { adults }) => sum + adults, 0),
	};
}
