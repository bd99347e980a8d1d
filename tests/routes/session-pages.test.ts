import { afterAll, beforeAll, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("the pages of a session", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let manager: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		manager = await site.signedIn("manager");
	});
	afterAll(() => site.close());

	async function aBookedSession(changed: object = {}) {
		const team = await aTeamThatCanBook(world.database);
		await world.database.client.venue.update({
			where: { id: team.venue.id },
			data: { sensitivities: "Speak to the head of year first", parking: "Behind the gym" },
		});
		const input = sessionInput.parse(
			aBooking(team, { room: "Hall", notes: "The hall is cold", ...changed }),
		);
		const booked = await bookSession(world.context(), input, { needReasons: false });
		if (!booked.ok) throw new Error(`Not booked: ${booked.reason}`);
		return { team, ...booked };
	}

	const actionsOn = async (visitor: Visitor, reference: string) => {
		const page = (await visitor.get(`/sessions/${reference}`)).page();
		return [...page.querySelectorAll(".tt-session-actions a")].map((link) => link.textContent);
	};

	it("show everything about it", async () => {
		const { team, reference } = await aBookedSession();
		const answer = await coordinator.get(`/sessions/${reference}`);
		expect(answer.heading()).toBe(`${team.programme.name} at ${team.venue.name}`);
		const words = wordsOf(answer);
		for (const fact of [
			reference,
			"Confirmed",
			"Thursday 14 January 2027, 9:00am to 10:00am",
			"in 50 days",
			`${team.venue.street}, Basildon, SS14 0ZZ`,
			"Behind the gym",
			"Knife crime",
			"Year 8",
			"30 young people",
			"A projector and sound",
			team.facilitators[0].name,
			team.contacts[0].name,
			"never sent to anyone",
			"The hall is cold",
			"Speak to the head of year first",
		]) {
			expect(words).toContain(fact);
		}
	});

	it("are found however the reference is spelled, and by no other", async () => {
		const { reference } = await aBookedSession();
		expect((await coordinator.get(`/sessions/${reference.toLowerCase()}`)).status).toBe(200);
		const strange = ["JET-2026-9999", "JET-2026-0", "x", "%20", "%27%20OR%201", "x".repeat(4000)];
		for (const part of ["", "/people", "/history", "/move", "/edit", "/cancel", "/confirm"]) {
			for (const ref of strange) {
				expect((await coordinator.get(`/sessions/${ref}${part}`)).status).toBe(404);
			}
		}
		for (const part of ["move", "edit", "people/edit", "confirm", "cancel"]) {
			const answer = await coordinator.post(`/sessions/JET-2026-9999/${part}`, { version: 1 });
			expect(answer.status).toBe(404);
		}
	});

	it("keep notes and sensitivities from those whom they do not concern", async () => {
		const { team, reference } = await aBookedSession();
		const deliverer = await site.user("facilitator", { personId: team.facilitators[0].id });
		const other = await site.user("facilitator", { personId: team.facilitators[1].id });
		const seenBy = async (visitor: Visitor) => {
			const data = await visitor.get(`/sessions/${reference}.data`);
			const { text } = await visitor.get(`/sessions/${reference}`);
			return ["The hall is cold", "Speak to the head of year first"].map(
				(secret) => text.includes(secret) || data.text.includes(secret),
			);
		};
		expect(await seenBy(coordinator)).toEqual([true, true]);
		expect(await seenBy(await site.as(deliverer))).toEqual([true, true]);
		expect(await seenBy(await site.as(other))).toEqual([false, false]);
		expect(await seenBy(manager)).toEqual([false, false]);
	});

	it("keep addresses and telephone numbers from those who do not need them", async () => {
		const { team, reference } = await aBookedSession();
		const own = await coordinator.get(`/sessions/${reference}/people`);
		expect(own.text).toContain(team.contacts[0].email);
		expect(own.text).toContain("01632 960200");
		for (const path of ["people", "people.data"]) {
			const { text } = await manager.get(`/sessions/${reference}/${path}`);
			expect(text).toContain(team.contacts[0].name);
			expect(text).not.toContain(team.contacts[0].email);
			expect(text).not.toContain(team.facilitators[0].email);
			expect(text).not.toContain("01632 960200");
		}
	});

	it("offer what can be done now by whom", async () => {
		const { team, reference } = await aBookedSession();
		const again = "Book another like this";
		const changes = ["Move", "Change people", "Edit details", "Cancel session"];
		expect(await actionsOn(coordinator, reference)).toEqual([...changes, again]);
		expect(await actionsOn(manager, reference)).toEqual([]);
		const provisional = await aBookedSession({ provisional: true });
		expect(await actionsOn(coordinator, provisional.reference)).toEqual([
			"Confirm",
			...changes,
			again,
		]);
		const deliverer = await site.as(
			await site.user("facilitator", { personId: team.facilitators[0].id }),
		);
		expect(await actionsOn(deliverer, reference)).toEqual([]);
		site.setClock(new Date("2027-01-14T10:30:00Z"));
		expect(await actionsOn(deliverer, reference)).toEqual(["Close out"]);
		expect(await actionsOn(coordinator, reference)).toEqual(["Close out", ...changes, again]);
		expect(wordsOf(await coordinator.get(`/sessions/${reference}`))).toContain(
			"Awaiting close-out",
		);
		site.setClock(world.context().now);
	});

	it("tell what happened, and offer to put it right", async () => {
		const booked = await aBookedSession({
			startsAt: "2026-11-20T09:00",
			overrides: [{ code: "in_the_past", reason: "Recorded afterwards" }],
		});
		const recorded = closeOut.parse({
			outcome: "delivered",
			headcounts: [
				{ yearGroup: "Y8", youngPeople: 28 },
				{ yearGroup: "Y9", youngPeople: 31 },
			],
			adults: 3,
			counted: "estimated",
			followUps: [{ kind: "housing", count: 2 }],
			note: "A good hour",
		});
		await closeOutSession(world.context(), booked, recorded);
		const words = wordsOf(await coordinator.get(`/sessions/${booked.reference}`));
		expect(words).toContain("Delivered");
		expect(words).toContain("59 young people (estimated)");
		expect(words).toContain("Year 931");
		expect(words).toContain("Passed on: Housing2");
		expect(words).toContain("A good hour");
		expect(words).toContain("Carys Coordinator, 25 November 2026, 9:00am");
		expect(words).toContain("Reason given: Recorded afterwards");
		expect(await actionsOn(coordinator, booked.reference)).toEqual([
			"Correct the record",
			"Book another like this",
		]);
	});

	it("tell why it was cancelled, and its history", async () => {
		const booked = await aBookedSession();
		await cancelSession(world.context(), booked, {
			cancelledBy: "school",
			reason: "The hall is flooded",
		});
		const words = wordsOf(await coordinator.get(`/sessions/${booked.reference}`));
		expect(words).toContain("Cancelled by the school");
		expect(words).toContain("The hall is flooded");
		expect(await actionsOn(coordinator, booked.reference)).toEqual(["Book another like this"]);
		const history = wordsOf(await coordinator.get(`/sessions/${booked.reference}/history`));
		expect(history).toMatch(/Cancelled by the school by Carys Coordinator.*Booked/);
		expect(history).toContain("Status: from Confirmed → to Cancelled");
	});

	it("lead to the booking form filled in alike, but for the date", async () => {
		const { team, reference } = await aBookedSession();
		const page = (await coordinator.get(`/sessions/${reference}`)).page();
		const link = [...page.querySelectorAll(".tt-session-actions a")].at(-1)?.getAttribute("href");
		const query = new URL(link ?? "", site.url).searchParams;
		expect(Object.fromEntries(query)).toEqual({
			programme: team.programme.id,
			venue: team.venue.id,
			team: team.team.id,
			room: "Hall",
			yearGroups: "Y8",
			expectedYoungPeople: "30",
			facilitators: team.facilitators[0].id,
			contacts: team.contacts[0].id,
		});
		expect((await coordinator.get(link ?? "")).status).toBe(200);
	});

	it("take no change of what has ended", async () => {
		const booked = await aBookedSession();
		await cancelSession(world.context(), booked, { cancelledBy: "us", reason: "Snow" });
		for (const part of ["move", "edit", "people/edit", "confirm", "cancel"]) {
			const answer = await coordinator.get(`/sessions/${booked.reference}/${part}`);
			expect([answer.status, answer.location]).toEqual([303, `/sessions/${booked.reference}`]);
			expect(wordsOf(await coordinator.get(answer.location ?? ""))).toContain(
				"This session is cancelled and takes no changes any more",
			);
		}
	});
});
