import { expect, it } from "vitest";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "./databases.ts";

describeOnBothEngines("a database for tests", (world) => {
	it("is migrated, empty, and on the engine it says", async () => {
		expect(world.database.engine).toBe(world.engine);
		expect(await world.database.client.session.count()).toBe(0);
		await world.database.ping();
	});

	it("takes what the factories make, more than once", async () => {
		const first = await aTeamThatCanBook(world.database);
		const second = await aTeamThatCanBook(world.database);
		expect(second.team).toEqual(first.team);
		expect(second.facilitators[0].name).not.toBe(first.facilitators[0].name);
		expect(sessionInput.safeParse(aBooking(first)).success).toBe(true);
		const session = await aSession(world.database, first);
		expect(session.reference).toMatch(/^JET-2027-\d{4}$/);
		expect(session.assignments.map(({ person }) => person.id)).toEqual([first.facilitators[0].id]);
	});
});
