import createClient from "openapi-fetch";
import openapiTypescript, { astToString } from "openapi-typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiToken } from "#app/commands/create-api-token.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import type { paths } from "#tests/setup/generated/api.ts";
import { openSite, type Site } from "#tests/setup/site.ts";

describeOnBothEngines("a client generated from the API's document", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	/** A year, because the session is closed out long after the tests' day. */
	async function client() {
		const { userId } = await site.user("coordinator");
		const { token } = await createApiToken(world.context(), userId, { name: "Client", days: 365 });
		const headers = { Authorization: `Bearer ${token}` };
		return createClient<paths>({ baseUrl: `${site.url}/api/v1`, headers });
	}

	it("is the one that is checked here by its types", async () => {
		const document = await (await fetch(`${site.url}/api/v1/openapi.json`)).text();
		const types = astToString(await openapiTypescript(document));
		await expect(types).toMatchFileSnapshot("../setup/generated/api.ts");
	});

	it("does the whole life of a session", async () => {
		const team = await aTeamThatCanBook(world.database);
		const api = await client();
		const venues = await api.GET("/venues", { params: { query: { q: team.venue.name } } });
		const programmes = await api.GET("/programmes");
		const people = await api.GET("/people");
		const programme = programmes.data?.items.find(({ id }) => id === team.programme.id);
		const person = people.data?.items.find(({ id }) => id === team.facilitators[0].id);
		const booked = await api.POST("/sessions", {
			params: { header: { "Idempotency-Key": "one-life" } },
			body: {
				programme: programme?.id ?? "",
				venue: venues.data?.items[0]?.id ?? "",
				team: team.team.id,
				startsAt: "2027-01-14T09:00",
				yearGroups: ["Y8"],
				expectedYoungPeople: 30,
				facilitators: [person?.id ?? ""],
				provisional: true,
			},
		});
		expect(booked.data).toMatchObject({ status: "provisional", version: 1, warnings: [] });
		const ref = booked.data?.reference ?? "";
		const one = { params: { path: { ref } } };

		const confirmed = await api.POST("/sessions/{ref}/confirm", { ...one, body: { version: 1 } });
		expect(confirmed.data).toMatchObject({ status: "confirmed", version: 2 });
		const stale = await api.POST("/sessions/{ref}/cancel", {
			...one,
			body: { cancelledBy: "us", reason: "Snow", version: 1 },
		});
		expect(stale.error).toMatchObject({ status: 409, code: "stale_version" });
		const moved = await api.POST("/sessions/{ref}/move", {
			...one,
			body: { startsAt: "2027-01-15T13:00" },
		});
		expect(moved.data).toMatchObject({ startsAt: "2027-01-15T13:00", endsAt: "2027-01-15T14:00" });

		site.setClock(new Date("2027-01-15T15:00:00Z"));
		const closed = await api.POST("/sessions/{ref}/close-out", {
			...one,
			body: {
				outcome: "delivered",
				headcounts: [{ yearGroup: "Y8", youngPeople: 27 }],
				adults: 2,
				counted: "counted",
			},
		});
		expect(closed.data?.closeOut).toMatchObject({ youngPeople: 27, adults: 2 });
		const query = { from: "2027-01-01", to: "2027-12-31", by: "year_group" };
		const reach = await api.GET("/reach", { params: { query } });
		site.setClock(testNow);
		const figures = {
			sessions: 1,
			young_people: 27,
			young_people_estimated_distinct: 27,
			adults: 2,
		};
		expect(reach.data).toEqual({
			...query,
			total: { ...figures, venues: 1 },
			rows: [{ key: "Y8", ...figures }],
		});
		const listed = await api.GET("/sessions", { params: { query: { status: "delivered" } } });
		expect(listed.data?.items.map(({ reference }) => reference)).toEqual([ref]);
		const read = await api.GET("/sessions/{ref}", one);
		expect(read.data).toEqual(listed.data?.items[0]);
	});

	it("is told by code what may not be asked of reach", async () => {
		const api = await client();
		const ask = (query: Record<string, string>) => api.GET("/reach", { params: { query } });
		expect((await ask({ by: "colour" })).error).toMatchObject({ status: 422 });
		expect((await ask({ from: "2027-02-30", to: "2027-03-01" })).error).toMatchObject({
			code: "invalid_input",
		});
		expect((await ask({ from: "2027-03-01", to: "2027-02-01" })).error).toMatchObject({
			code: "invalid_input",
		});
		const nobody = createClient<paths>({ baseUrl: `${site.url}/api/v1` });
		expect((await nobody.GET("/reach")).error).toMatchObject({ code: "unauthorized" });
	});
});
