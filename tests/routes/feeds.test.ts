import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { makeFeed } from "#app/commands/make-feed.ts";
import { moveSession } from "#app/commands/move-session.ts";
import type { FeedSubject } from "#app/data/feeds.ts";
import { moveInput } from "#app/domain/sessions/change-input.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { inviteFilePath } from "#app/http/invite-file.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { readWithAll } from "#tests/setup/calendar-parsers.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const send = { needReasons: false };

describeOnBothEngines("calendar feeds", (world: World) => {
	let site: Site;
	let team: TeamThatCanBook;
	let anybody: Visitor;

	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		anybody = site.visitor();
	});
	afterAll(() => site.close());

	async function booked(overrides: Record<string, unknown> = {}, hold = false) {
		const outcome = await bookSession(
			world.context(),
			sessionInput.parse(aBooking(team, overrides)),
			{ ...send, hold },
		);
		if (!outcome.ok) throw new Error(outcome.reason);
		return outcome;
	}

	async function pathOf(subject: FeedSubject) {
		const made = await makeFeed(world.context(), subject);
		if (!made.ok) throw new Error(made.reason);
		return `/feeds/${made.token}.ics`;
	}

	/** What every reader shows of a feed, each by its title and status. */
	async function shown(path: string) {
		const answer = await anybody.get(path);
		expect(answer.status).toBe(200);
		const { grammar = [], ...parsers } = readWithAll(answer.text, "feed");
		for (const [parser, events] of Object.entries(parsers)) expect(events, parser).toEqual(grammar);
		expect(grammar.flatMap(({ attendees }) => attendees)).toEqual([]);
		return grammar.map(({ summary, status, startsAt }) => ({ summary, status, startsAt }));
	}

	it("shows nothing, validly, where there is nothing", async () => {
		const alone = await aTeamThatCanBook(world.database);
		const path = await pathOf({ kind: "person", id: alone.facilitators[2].id });
		expect(await shown(path)).toEqual([]);
	});

	it("shows a team, a facilitator and a contact what is theirs, cancelled ones marked", async () => {
		const mine = await booked({ startsAt: "2027-02-01T09:00" });
		const other = await booked({
			startsAt: "2027-02-02T09:00",
			facilitators: [team.facilitators[1].id],
			contacts: [team.contacts[1].id],
		});
		const off = await booked({ startsAt: "2027-02-03T09:00" });
		await cancelSession(world.context(), off, { cancelledBy: "us", reason: "No staff" });
		const title = `${team.programme.name} at ${team.venue.name}`;
		const kept = { summary: title, status: "CONFIRMED", startsAt: "2027-02-01T09:00:00.000Z" };
		const gone = {
			summary: `Cancelled: ${title}`,
			status: "CANCELLED",
			startsAt: "2027-02-03T09:00:00.000Z",
		};
		const theirs = { ...kept, startsAt: "2027-02-02T09:00:00.000Z" };
		const [facilitator, otherFacilitator] = team.facilitators;
		const [contact] = team.contacts;
		expect(await shown(await pathOf({ kind: "person", id: facilitator.id }))).toEqual([kept, gone]);
		expect(await shown(await pathOf({ kind: "contact", id: contact.id }))).toEqual([kept, gone]);
		expect(await shown(await pathOf({ kind: "person", id: otherFacilitator.id }))).toEqual([
			theirs,
		]);
		const all = await shown(await pathOf({ kind: "team", id: team.team.id }));
		expect(all).toEqual([kept, theirs, gone]);
		expect([mine, other].every(({ reference }) => reference.startsWith("JET-"))).toBe(true);
	});

	it("is the same byte for byte while nothing changes, and answers 304", async () => {
		const fresh = await aTeamThatCanBook(world.database);
		team = fresh;
		const session = await booked();
		const path = await pathOf({ kind: "contact", id: fresh.contacts[0].id });
		const first = await anybody.get(path);
		const second = await anybody.get(path);
		expect(second.text).toBe(first.text);
		const tag = first.headers.get("etag") ?? "";
		expect(tag).toMatch(/^W\/"[\w-]{32}"$/);
		expect(first.headers.get("cache-control")).toBe("private, max-age=900");
		expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
		for (const asked of [tag, `"other", ${tag}`, tag.replace("W/", ""), "*"]) {
			const unchanged = await anybody.get(path, { headers: { "if-none-match": asked } });
			expect([unchanged.status, unchanged.text]).toEqual([304, ""]);
			expect(unchanged.headers.get("etag")).toBe(tag);
		}
		await moveSession(
			world.context({ now: new Date("2026-11-26T10:00:00Z") }),
			session,
			moveInput.parse({ startsAt: "2027-01-14T11:00" }),
			send,
		);
		const moved = await anybody.get(path, { headers: { "if-none-match": tag } });
		expect(moved.status).toBe(200);
		expect(moved.text).toContain("DTSTART:20270114T110000Z");
		expect(moved.text).toContain("DTSTAMP:20261126T100000Z");
		expect(moved.text).toContain("SEQUENCE:1");
	});

	it("shows anew what changes without a change of the session", async () => {
		const path = await pathOf({ kind: "team", id: team.team.id });
		const before = await anybody.get(path);
		expect(before.text).not.toContain("01632 960999");
		await world.database.client.team.update({
			where: { id: team.team.id },
			data: { phone: "01632 960999" },
		});
		expect((await anybody.get(path)).text).toContain("01632 960999");
	});

	it("keeps from a contact what is held from them", async () => {
		team = await aTeamThatCanBook(world.database);
		await booked({ startsAt: "2027-03-01T09:00" }, true);
		expect(await shown(await pathOf({ kind: "contact", id: team.contacts[0].id }))).toEqual([]);
		const staff = await pathOf({ kind: "person", id: team.facilitators[0].id });
		expect(await shown(staff)).toHaveLength(1);
	});

	it("goes back as far as the setting says", async () => {
		team = await aTeamThatCanBook(world.database);
		await booked({ startsAt: "2026-10-26T09:00" });
		await booked({ startsAt: "2026-10-25T09:00" });
		const path = await pathOf({ kind: "person", id: team.facilitators[0].id });
		expect(await shown(path)).toHaveLength(1);
	});

	it("stops an address at once when it is replaced, and rests while its owner is retired", async () => {
		const subject = { kind: "contact", id: team.contacts[0].id } as const;
		const old = await pathOf(subject);
		const path = await pathOf(subject);
		expect((await anybody.get(old)).status).toBe(404);
		expect((await anybody.get(path)).status).toBe(200);
		const where = { id: subject.id };
		await world.database.client.contact.update({ where, data: { retiredAt: new Date() } });
		expect((await anybody.get(path)).status).toBe(404);
	});

	it.each(["x", "a".repeat(10_000), "%F0%9F%98%80", "..", ""])(
		"knows nothing of the address %j",
		async (token) => {
			expect((await anybody.get(`/feeds/${token}.ics`)).status).toBe(404);
		},
	);

	describe("one session as a file", () => {
		it("opens for its signed address only, without a method and with the invite's UID", async () => {
			team = await aTeamThatCanBook(world.database);
			const { reference } = await booked({ startsAt: "2027-04-01T09:00" });
			const other = await booked({ startsAt: "2027-04-02T09:00" });
			const find = (ref: string) =>
				world.database.client.session.findUniqueOrThrow({ where: { reference: ref } });
			const path = inviteFilePath(site.app.secret, await find(reference));
			const answer = await anybody.get(path);
			expect(answer.status).toBe(200);
			expect(answer.text).not.toMatch(/METHOD|ATTENDEE|ORGANIZER|X-WR-CALNAME/);
			expect(readWithAll(answer.text, "file").grammar?.[0]?.uid).toBe((await find(reference)).uid);
			const key = new URLSearchParams(path.split("?")[1]).get("key") ?? "";
			for (const wrong of [
				`/sessions/${reference}/invite.ics`,
				`/sessions/${reference}/invite.ics?key=${key.slice(1)}`,
				`/sessions/${reference}/invite.ics?key=${"é".repeat(32)}`,
				`/sessions/${other.reference}/invite.ics?key=${key}`,
				`/sessions/nonsense/invite.ics?key=${key}`,
			]) {
				expect((await anybody.get(wrong)).status).toBe(404);
			}
		});
	});
});

describeOnBothEngines("the pages about feeds", (world: World) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	const addressOn = (page: Document) =>
		page.querySelector("input[name=address]")?.getAttribute("value") ?? "";

	it("make a feed, show its address once, replace and stop it", async () => {
		const team = await aTeamThatCanBook(world.database);
		const coordinator = await site.signedIn("coordinator");
		const made = await coordinator.post("/settings/feeds", { person: team.facilitators[0].id });
		const address = addressOn(made.page());
		const path = address.slice(site.url.length);
		expect((await site.visitor().get(path)).status).toBe(200);
		expect(addressOn((await coordinator.get("/settings/feeds")).page())).toBe("");
		const hash = await world.database.client.feed.findFirstOrThrow();
		expect(path).not.toContain(hash.tokenHash);

		const again = await coordinator.post("/settings/feeds", { person: team.facilitators[0].id });
		expect(again.status).toBe(422);
		expect(again.errors()[0]?.message).toBe(
			"There is a feed already: give it another address on its page",
		);
		const page = `/settings/feeds/${hash.id}`;
		const replaced = addressOn((await coordinator.post(page, { intent: "replace" })).page());
		expect((await site.visitor().get(path)).status).toBe(404);
		expect((await site.visitor().get(replaced.slice(site.url.length))).status).toBe(200);
		expect((await coordinator.post(page, { intent: "stop" })).location).toBe("/settings/feeds");
		expect((await site.visitor().get(replaced.slice(site.url.length))).status).toBe(404);
		const history = await world.database.client.historyEntry.findMany({
			where: { subject: "person", subjectId: team.facilitators[0].id },
			orderBy: { id: "asc" },
		});
		expect(history.map(({ what }) => what)).toEqual([
			"Made a calendar feed",
			"Gave the calendar feed another address",
			"Stopped the calendar feed",
		]);
	});

	it("find contacts by venue and name, whatever is typed", async () => {
		const team = await aTeamThatCanBook(world.database);
		const coordinator = await site.signedIn("coordinator");
		const [contact] = team.contacts;
		const asked = new URLSearchParams({ q: contact.name.toUpperCase() });
		expect((await coordinator.get(`/settings/feeds?${asked}`)).text).toContain(team.venue.name);
		for (const q of ["%", "_", "!", "'", "a".repeat(10_000), "😀"]) {
			const answer = await coordinator.get(`/settings/feeds?${new URLSearchParams({ q })}`);
			expect(answer.status).toBe(200);
		}
		const made = await coordinator.post("/settings/feeds", { contact: contact.id });
		expect(addressOn(made.page())).toContain("/feeds/");
	});

	it.each([
		["team", "none"],
		["team", ["a", "b"]],
		["person", "\u0000"],
		["contact", ""],
		["else", "x"],
	])("refuse %s %j", async (name, value) => {
		const coordinator = await site.signedIn("coordinator");
		const answer = await coordinator.post("/settings/feeds", { [name]: value });
		expect(answer.status).toBe(422);
	});

	it("let a facilitator have their own, and nobody another's", async () => {
		const team = await aTeamThatCanBook(world.database);
		const user = await site.user("facilitator", { personId: team.facilitators[0].id });
		const facilitator = await site.as(user);
		const made = await facilitator.post("/account/feed", { intent: "make" });
		expect((await site.visitor().get(addressOn(made.page()).slice(site.url.length))).status).toBe(
			200,
		);
		expect((await facilitator.get("/account/feed")).text).toContain("Replace the address");
		expect((await facilitator.post("/account/feed", { intent: "x" })).status).toBe(400);
		expect((await facilitator.post("/account/feed", { intent: "stop" })).status).toBe(303);
		const manager = await site.signedIn("manager");
		expect((await manager.post("/account/feed", { intent: "make" })).status).toBe(404);
		expect((await manager.get("/account/feed")).text).toContain("You deliver no sessions");
	});
});
