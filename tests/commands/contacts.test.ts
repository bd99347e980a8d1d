import { expect, it } from "vitest";
import { addContact } from "#app/commands/add-contact.ts";
import { editContact } from "#app/commands/edit-contact.ts";
import { restoreContact } from "#app/commands/restore-contact.ts";
import { retireContact } from "#app/commands/retire-contact.ts";
import { retireVenue } from "#app/commands/retire-venue.ts";
import { readHistory } from "#app/data/history.ts";
import { findSession } from "#app/data/sessions.ts";
import { contactInput } from "#app/domain/venues/contact-input.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { booked, saved } from "./register-scene.ts";

describeOnBothEngines("contacts", (world) => {
	const anita = contactInput.parse({
		name: "Anita Quill",
		email: "anita@school.test",
		role: "DSL",
	});

	it("are added, edited, retired and brought back; history never holds who they are", async () => {
		const { venue } = await aTeamThatCanBook(world.database);
		const id = saved(await addContact(world.context(), venue.id, anita));
		const edit = { ...anita, email: "a.quill@school.test", phone: "01632 960001" };
		saved(await editContact(world.context(), id, edit));
		saved(await retireContact(world.context(), id));
		saved(await restoreContact(world.context(), id));
		const history = await readHistory(world.database.client, "contact", id);
		expect(history.map(({ what }) => what)).toEqual([
			"Contact brought back",
			"Contact retired",
			"Contact edited",
			"Contact added",
		]);
		expect(history[2]?.changes).toEqual([
			{ label: "Email address", to: "changed" },
			{ label: "Telephone number", to: "changed" },
		]);
		expect(JSON.stringify(history)).not.toMatch(/quill|school\.test|960001/i);
	});

	it("share no address within a venue, and may across venues", async () => {
		const first = await aTeamThatCanBook(world.database);
		const second = await aTeamThatCanBook(world.database);
		const id = saved(await addContact(world.context(), first.venue.id, anita));
		saved(await addContact(world.context(), second.venue.id, anita));
		const refusal = { ok: false, reason: "taken", field: "email", by: { id, name: "Anita Quill" } };
		expect(await addContact(world.context(), first.venue.id, anita)).toMatchObject(refusal);
		expect(await editContact(world.context(), first.contacts[0].id, anita)).toMatchObject(refusal);
		saved(await retireContact(world.context(), id));
		saved(await addContact(world.context(), first.venue.id, anita));
		expect(await restoreContact(world.context(), id)).toMatchObject({ reason: "taken" });
	});

	it("keep the invites that they hold: a new address changes none, retiring withdraws none", async () => {
		const team = await aTeamThatCanBook(world.database);
		const reference = await booked(world, team);
		const [contact] = team.contacts;
		const messages = await world.database.client.outboxMessage.count();
		saved(await editContact(world.context(), contact.id, { ...anita, email: "new@school.test" }));
		saved(await retireContact(world.context(), contact.id));
		const session = await findSession(world.database.client, reference);
		expect(session?.invites.find(({ contactId }) => contactId === contact.id)).toMatchObject({
			address: contact.email,
			withdrawnAt: null,
		});
		expect(await world.database.client.outboxMessage.count()).toBe(messages);
	});

	it("are not added where there is no venue, or none in use", async () => {
		const { venue } = await aTeamThatCanBook(world.database);
		expect(await addContact(world.context(), "nowhere", anita)).toMatchObject({
			reason: "not_found",
		});
		saved(await retireVenue(world.context(), venue.id));
		expect(await addContact(world.context(), venue.id, anita)).toMatchObject({ reason: "retired" });
	});
});
