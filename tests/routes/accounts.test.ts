import { afterAll, beforeAll, expect, it } from "vitest";
import { readHistory } from "#app/data/history.ts";
import { aPerson } from "#tests/factories/people.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { lastMailTo, linkMailedTo } from "#tests/setup/outbox.ts";
import { openSite, type Site, testPassword } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("accounts", (world) => {
	let site: Site;
	let administrator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		administrator = await site.signedIn("administrator");
	});
	afterAll(() => site.close());

	let invited = 0;
	function anInvitation(overrides: Record<string, string> = {}) {
		invited += 1;
		const email = `invited-${invited}@team.test`;
		return { name: "Ines Invited", email, role: "facilitator", personId: "", ...overrides };
	}

	async function invite(form = anInvitation()): Promise<string> {
		const { location } = await administrator.post("/settings/users/new", form);
		return location?.split("/").at(-1) ?? "";
	}

	const whatWasDone = async (id: string) =>
		(await readHistory(world.database.client, "user", id)).map(({ what }) => what);

	it("are made by invitation, and opened by the password that their user chooses", async () => {
		const person = await aPerson(world.database);
		const form = anInvitation({ personId: person.id, email: "New.One@Team.test" });
		const id = await invite(form);
		const email = "new.one@team.test";
		const mail = await lastMailTo(world.database, email);
		expect([mail?.why, mail?.toName]).toEqual(["account", "Ines Invited"]);
		expect(mail?.text).toContain("as a facilitator");
		expect((await administrator.get("/settings/users")).text).toContain("Invited");

		const link = await linkMailedTo(world.database, email);
		const page = await site.visitor().get(link);
		expect(page.heading()).toBe("Choose a password");
		await site.visitor().post(link, { password: testPassword });
		const browser = await site.as({ email });
		const account = await browser.get("/account");
		expect(account.text).toContain(person.name);
		expect(await whatWasDone(id)).toEqual(["Took up the invitation", "Invited"]);
	});

	it("are invited again by a new link, until they are taken up", async () => {
		const form = anInvitation();
		const path = `/settings/users/${await invite(form)}`;
		const first = await linkMailedTo(world.database, form.email);
		expect((await administrator.post(path, { intent: "invite" })).location).toBe(path);
		const second = await linkMailedTo(world.database, form.email);
		expect((await site.visitor().get(first)).status).toBe(404);
		await site.visitor().post(second, { password: testPassword });
		const late = await administrator.post(path, { intent: "invite" });
		expect(late.errors()[0]?.message).toBe("They have taken up the invitation already");
	});

	it("are one to an address and one to a person", async () => {
		const person = await aPerson(world.database);
		const form = anInvitation({ personId: person.id });
		await invite(form);
		const again = anInvitation({ email: form.email.toUpperCase() });
		const sameAddress = await administrator.post("/settings/users/new", again);
		expect(sameAddress.errors()).toEqual([
			{
				field: "email",
				message: "Enter another email address: Ines Invited has an account with this one",
			},
		]);
		const samePerson = await administrator.post(
			"/settings/users/new",
			anInvitation({ personId: person.id }),
		);
		expect(samePerson.errors()[0]?.field).toBe("personId");
		const twins = [anInvitation(), anInvitation()].map((one) => ({
			...one,
			email: "twin@team.test",
		}));
		const answers = await Promise.all(
			twins.map((twin) => administrator.post("/settings/users/new", twin)),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
	});

	it("ask for what is missing, and refuse what does not exist", async () => {
		const path = "/settings/users/new";
		const empty = await administrator.post(path);
		expect(empty.errors()).toEqual([
			{ field: "name", message: "Enter the name" },
			{ field: "email", message: "Enter an email address" },
			{ field: "role", message: "Choose a role" },
		]);
		const oddities: Record<string, string>[] = [
			{ role: "king" },
			{ personId: "nobody" },
			{ personId: "x'; --" },
			{ name: "\0" },
			{ name: "x".repeat(10_000) },
			{ email: "no address" },
		];
		for (const odd of oddities) {
			const answer = await administrator.post(path, anInvitation(odd));
			expect(answer.status).toBe(422);
			expect(answer.errors()).toHaveLength(1);
		}
		expect((await administrator.get("/settings/users/none")).status).toBe(404);
		expect((await administrator.post("/settings/users/none", { intent: "enable" })).status).toBe(
			404,
		);
		const save = { intent: "save", name: "X", role: "manager" };
		expect((await administrator.post("/settings/users/none", save)).status).toBe(404);
		expect((await administrator.post("/settings/users/none/disable")).status).toBe(404);
	});

	it("end their sign-ins when the role changes, and not when the name does", async () => {
		const user = await site.user("coordinator");
		const browser = await site.as(user);
		const path = `/settings/users/${user.userId}`;
		const form = { intent: "save", name: "Nadia Newname", role: "coordinator", personId: "" };
		await administrator.post(path, form);
		expect((await browser.get("/account")).text).toContain("Nadia Newname");
		await administrator.post(path, { ...form, role: "manager" });
		expect((await browser.get("/account")).location).toBe("/sign-in?to=%2Faccount");
		const history = await readHistory(world.database.client, "user", user.userId);
		expect(history[0]?.changes).toEqual([{ label: "Role", from: "Coordinator", to: "Manager" }]);
		expect((await (await site.as(user)).get("/account")).text).toContain("Manager");
	});

	it("are disabled after a question, at once, and enabled again", async () => {
		const user = await site.user("coordinator");
		const browser = await site.as(user);
		await site.visitor().post("/forgot-password", { email: user.email });
		const link = await linkMailedTo(world.database, user.email);
		const path = `/settings/users/${user.userId}`;
		const question = await administrator.get(`${path}/disable`);
		expect(question.text).toContain("is signed out at once");
		expect((await administrator.post(`${path}/disable`)).location).toBe(path);
		expect((await browser.get("/account")).status).toBe(303);
		expect((await site.visitor().get(link)).status).toBe(404);
		const signIn = { email: user.email, password: testPassword };
		expect((await site.visitor().post("/sign-in", signIn)).status).toBe(422);
		expect((await administrator.get(`${path}/disable`)).location).toBe(path);
		await administrator.post(path, { intent: "enable" });
		await site.as(user);
		expect(await whatWasDone(user.userId)).toEqual(["Enabled", "Disabled"]);
	});

	it("change their own name and password, which ends their other sign-ins", async () => {
		const user = await site.user("facilitator");
		const [here, elsewhere] = [await site.as(user), await site.as(user)];
		await here.post("/account", { name: "  Fay Facilitator " });
		expect((await here.get("/account")).text).toContain("Fay Facilitator");
		expect((await here.post("/account")).errors()).toEqual([
			{ field: "name", message: "Enter your name" },
		]);
		const password = "a password of its own";
		const wrong = await here.post("/account/password", { current: "not it", password });
		expect(wrong.errors()).toEqual([
			{ field: "current", message: "That is not your current password" },
		]);
		const empty = await here.post("/account/password");
		expect(empty.errors().map(({ field }) => field)).toEqual(["current", "password"]);
		const right = await here.post("/account/password", { current: testPassword, password });
		expect(right.location).toBe("/account");
		expect((await here.get("/account")).status).toBe(200);
		expect((await elsewhere.get("/account")).location).toBe("/sign-in?to=%2Faccount");
		const signIn = await site.visitor().post("/sign-in", { email: user.email, password });
		expect(signIn.status).toBe(303);
	});

	it("do not let passwords be tried without end at an open computer", async () => {
		const browser = await site.signedIn("facilitator");
		const form = { current: "not it", password: "a password of its own" };
		for (let tries = 0; tries < 5; tries += 1) {
			expect((await browser.post("/account/password", form)).status).toBe(422);
		}
		const right = { ...form, current: testPassword };
		expect((await browser.post("/account/password", right)).status).toBe(429);
	});
});

describeOnBothEngines("the last administrator", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	it("stays one", async () => {
		const only = await site.user("administrator");
		const browser = await site.as(only);
		const path = `/settings/users/${only.userId}`;
		const form = { intent: "save", name: only.name, role: "manager", personId: "" };
		const message = "Make somebody else an administrator first: nobody else could manage accounts";
		expect((await browser.post(path, form)).errors()).toEqual([{ field: "role", message }]);
		expect((await browser.post(`${path}/disable`)).status).toBe(422);
		// Somebody who was invited but never came cannot manage accounts.
		const invitation = { name: "Ivo Invited", email: "ivo@team.test", role: "administrator" };
		await browser.post("/settings/users/new", invitation);
		expect((await browser.post(path, form)).status).toBe(422);
		await site.user("administrator");
		expect((await browser.post(path, form)).location).toBe(path);
		expect((await browser.get("/")).location).toBe("/sign-in");
	});

	it("stays one when all disable each other at once", async () => {
		await world.database.client.user.updateMany({ data: { role: "manager" } });
		const users = [await site.user("administrator"), await site.user("administrator")];
		const browsers = await Promise.all(users.map((user) => site.as(user)));
		await Promise.all(
			browsers.map((browser, at) =>
				browser.post(`/settings/users/${users[1 - at]?.userId}/disable`),
			),
		);
		const where = { role: "administrator", disabledAt: null };
		expect(await world.database.client.user.count({ where })).toBe(1);
	});
});
