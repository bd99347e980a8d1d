import { afterAll, beforeAll, expect, it } from "vitest";
import { anonymiseContact } from "#app/commands/anonymise-contact.ts";
import { declineRequest } from "#app/commands/decline-request.ts";
import { editContact } from "#app/commands/edit-contact.ts";
import { makeFeed } from "#app/commands/make-feed.ts";
import { restoreContact } from "#app/commands/restore-contact.ts";
import { setRetention } from "#app/commands/set-retention.ts";
import { submitRequest } from "#app/commands/submit-request.ts";
import { readContactData } from "#app/data/contact-rights.ts";
import { requestInput } from "#app/domain/requests/request-input.ts";
import { retentionPass } from "#app/workers/retention-worker.ts";
import { anAskBody } from "#tests/factories/requests.ts";
import { aContact } from "#tests/factories/venues.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";
import { aScene, delivered, duringSession, type Scene } from "./session-scene.ts";

const afterwards = new Date("2027-02-01T09:00:00Z");
const DAY = 86_400_000;

/** Everything in the database, as text: nobody may be anywhere in it. */
async function everything({ database, engine }: World): Promise<string> {
	const { client } = database;
	const tables = await client.$queryRawUnsafe<{ name: string }[]>(
		engine === "sqlite"
			? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
			: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
	);
	const rows = [];
	for (const { name } of tables) rows.push(await client.$queryRawUnsafe(`SELECT * FROM "${name}"`));
	return JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

describeOnBothEngines("contacts' rights", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let scene: Scene;
	const details = {
		name: 'Persephone "Percy" O\\Brien',
		email: "percy.obrien@school.test",
		phone: "07700 900777",
		role: "Head of Year 8 and astronomy",
	};
	let contactId: string;
	let reference: string;

	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		scene = await aScene(world);
		const contact = await aContact(world.database, scene.team.venue.id, { name: "Percy Before" });
		contactId = contact.id;
		await editContact(world.context(), contactId, details);
		({ reference } = await scene.booked({ contacts: [contactId] }));
		await makeFeed(world.context(), { kind: "contact", id: contactId });
	});
	afterAll(() => site.close());

	const links = {
		confirm: (id: string) => `/confirm/${id}`,
		follow: (id: string) => `/follow/${id}`,
	};

	/** They ask for something, through the API, by the address that they have. */
	async function theyAsk() {
		const { venue, programme } = scene.team;
		const asked = anAskBody(
			{ venue: venue.id, programme: programme.id },
			{
				contactName: details.name,
				contactEmail: details.email,
				contactPhone: details.phone,
				contactRole: details.role,
				notes: `Ring ${details.name}`,
			},
		);
		const options = { once: "their-request", source: "api" as const, links };
		const outcome = await submitRequest(world.context(), requestInput.parse(asked), options);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome));
		return outcome.request;
	}

	const figures = async () => ({
		reach: (await coordinator.get("/reach.csv?from=2026-09-01&to=2027-08-31&by=venue")).text,
		sessions: (await coordinator.get("/sessions.csv")).text,
	});

	it("show and give away everything that is kept", async () => {
		const kept = await readContactData(world.database.client, contactId);
		expect(kept).toMatchObject({ contact: details, venue: { name: scene.team.venue.name } });
		expect(kept?.invites.map(({ session }) => session.reference)).toEqual([reference]);
		expect(kept?.invites[0]?.messages).toHaveLength(1);
		expect((await coordinator.get(`/contacts/${contactId}/data`)).text).toContain("07700 900777");
		const file = await coordinator.get(`/contacts/${contactId}/data.json`);
		expect(file.headers.get("content-disposition")).toContain("attachment");
		expect(JSON.parse(file.text).contact).toMatchObject(details);
		const facilitator = await site.signedIn("facilitator");
		expect((await facilitator.get(`/contacts/${contactId}/data.json`)).status).toBe(403);
		expect((await coordinator.get("/contacts/none-such/data.json")).status).toBe(404);
	});

	it("wait while the contact is invited to something to come", async () => {
		expect(await anonymiseContact(world.context(), contactId, "asked")).toEqual({
			ok: false,
			reason: "has_sessions",
			references: [reference],
		});
		const page = await coordinator.get(`/contacts/${contactId}/anonymise`);
		expect(page.text).toContain(`/sessions/${reference}/people/edit`);
		const posted = await coordinator.post(`/contacts/${contactId}/anonymise`);
		expect([posted.status, posted.errors()[0]?.message]).toEqual([
			422,
			`Take them off ${reference} first: their calendar has to be told`,
		]);
	});

	it("wait while the contact waits for an answer", async () => {
		const { id, reference: asked, version } = await theyAsk();
		expect(await anonymiseContact(scene.at(afterwards).context, contactId, "asked")).toEqual({
			ok: false,
			reason: "has_requests",
			references: [asked],
		});
		const words = `Dear ${details.name}, we are full`;
		const target = { of: { id }, version };
		const declined = await declineRequest(
			world.context(),
			target,
			{ reason: "other", words },
			links,
		);
		expect(declined.ok).toBe(true);
	});

	it("take the contact out of every table, and leave every figure as it was", async () => {
		await scene.at(duringSession).closeOut({ reference, version: 1 }, delivered);
		site.setClock(afterwards);
		coordinator = await site.signedIn("coordinator");
		const before = await figures();
		expect(before.reach).toContain("28");
		const answer = await coordinator.post(`/contacts/${contactId}/anonymise`);
		expect(answer.location).toBe(`/venues/${scene.team.venue.id}`);

		const all = await everything(world);
		for (const detail of [
			"Persephone",
			"Percy",
			"O\\\\Brien",
			"percy.obrien",
			"900777",
			"Percy Before",
			"astronomy",
		]) {
			expect([detail, all.includes(detail)]).toEqual([detail, false]);
		}
		expect(await figures()).toEqual(before);
		const { messages, ...invite } = (await readContactData(world.database.client, contactId))
			?.invites[0] ?? { messages: [] };
		expect(invite).toMatchObject({ name: "Former contact", session: { reference } });
		expect(messages).toHaveLength(1);
		for (const path of [
			`/contacts/${contactId}/data`,
			`/venues/${scene.team.venue.id}`,
			`/sessions/${reference}/invites`,
			`/sessions/${reference}/history`,
			"/outbox",
		]) {
			expect((await coordinator.get(path)).status).toBe(200);
		}
		const message = await world.database.client.outboxMessage.findFirstOrThrow({
			where: { invite: { contactId } },
		});
		expect((await coordinator.get(`/outbox/${message.id}`)).status).toBe(200);
		expect(await world.database.client.feed.count({ where: { contactId } })).toBe(0);
		expect(await anonymiseContact(world.context(), contactId, "asked")).toEqual({
			ok: false,
			reason: "done_before",
		});
		expect((await restoreContact(world.context(), contactId)).ok).toBe(false);
		expect((await coordinator.get(`/contacts/${contactId}/anonymise`)).status).toBe(303);
	});

	it("leave history as unchangeable as before", async () => {
		const change = world.database.client.historyEntry.updateMany({ data: { why: "Otherwise" } });
		await expect(change).rejects.toThrow();
		expect(await world.database.client.redaction.count({ where: { open: true } })).toBe(0);
	});
});

describeOnBothEngines("the retention job", (world) => {
	/** A contact whose history says that somebody last changed them so many days ago. */
	async function idleContact(days: number, venueId: string) {
		const { id } = await aContact(world.database, venueId);
		// why by hand: ids made by the database hold the moment at which the test runs.
		const madeLongAgo = `00000000-0000-7000-8000-${id.slice(-12)}`;
		await world.database.client.contact.update({ where: { id }, data: { id: madeLongAgo } });
		const now = new Date(testNow.getTime() - days * DAY);
		const fields = {
			name: `Idle ${days}`,
			email: `idle-${days}@school.test`,
			role: "",
			phone: undefined,
		};
		await editContact(world.context({ now }), madeLongAgo, fields);
		return madeLongAgo;
	}

	it("says in a dry run whom it would anonymise, and anonymises exactly them at night", async () => {
		const site = await openSite(world.database);
		const scene = await aScene(world);
		const venueId = scene.team.venue.id;
		// 25 November 2023 to 25 November 2026 has 366 + 365 + 365 = 1,096 days.
		const [long, exactly, invited] = [
			await idleContact(1097, venueId),
			await idleContact(1096, venueId),
			await idleContact(2000, venueId),
		];
		await scene.booked({ contacts: [invited] });
		const administrator = await site.signedIn("administrator");
		const look = await administrator.post("/settings/retention", { months: "36", intent: "look" });
		expect(look.text).toContain("Idle 1097");
		expect(look.text).not.toContain("Idle 1096");
		expect(look.text).not.toContain("Idle 2000");

		const office = (clock: Date) => ({
			database: world.database,
			deployment: world.context().deployment,
			clock: () => clock,
		});
		const night = new Date("2026-11-25T03:00:00Z");
		expect(await retentionPass(office(night))).toEqual({ contacts: 0 });
		await administrator.post("/settings/retention", { months: "36", intent: "save" });
		expect(await retentionPass(office(testNow))).toEqual({ contacts: 0 });
		expect(await retentionPass(office(night))).toEqual({ contacts: 1 });
		expect(await retentionPass(office(night))).toEqual({ contacts: 0 });
		const erased = await world.database.client.contact.findMany({
			where: { anonymisedAt: { not: null } },
		});
		expect(erased.map(({ id }) => id)).toEqual([long]);
		expect(
			await world.database.client.contact.findUnique({ where: { id: exactly } }),
		).toMatchObject({
			name: "Idle 1096",
		});
		await setRetention(world.context(), null);
		expect(
			await world.database.client.setting.findUnique({ where: { key: "retentionMonths" } }),
		).toMatchObject({ value: "null" });
		for (const bad of ["5", "-1", "x", "9".repeat(1000)]) {
			const answer = await administrator.post("/settings/retention", {
				months: bad,
				intent: "save",
			});
			expect([answer.status, answer.errors()[0]?.field]).toEqual([422, "months"]);
		}
		expect((await administrator.post("/settings/retention", { months: "36" })).status).toBe(400);
		await site.close();
	});
});
