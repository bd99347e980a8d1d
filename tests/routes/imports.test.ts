import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aRegisterRow, registerFile } from "#tests/factories/register-file.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { builtServer, openSite, type Site } from "#tests/setup/site.ts";
import { fileForm, upload } from "#tests/setup/upload.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

let urns = 500_000;

/** An extract of so many schools that no other test has, in a local authority of their own. */
function anExtract(schools: number, laCode: string) {
	const rows = Array.from({ length: schools }, () => {
		urns += 1;
		return aRegisterRow({
			URN: String(urns),
			EstablishmentName: `School ${urns}`,
			EstablishmentNumber: String(urns),
			Postcode: `ZZ${urns % 100} 1AA`,
			"LA (code)": laCode,
		});
	});
	return registerFile(rows);
}

const words = ({ page }: Answer) => page().querySelector("main")?.textContent ?? "";
const tag = ({ page }: Answer) =>
	page().querySelector("h1 ~ .govuk-tag, .tt-heading .govuk-tag")?.textContent;

describeOnBothEngines("files that are brought in", (world) => {
	let site: Site;
	let second: Site;
	let coordinator: Visitor;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "termtime-uploads-test-"));
		const variables = { DATABASE_URL: `file:${join(folder, "not-there.db")}` };
		site = await openSite(world.database, { variables });
		second = await openSite(world.database, { variables });
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(async () => {
		await site.close();
		await second.close();
		await rm(folder, { recursive: true, force: true });
	});

	const waiting = () => readdir(site.app.uploads.folder).catch(() => []);
	const schoolsOf = (laCode: string) => world.database.client.venue.count({ where: { laCode } });

	async function bringIn(kind: string, content: Uint8Array | string, fields = {}): Promise<string> {
		const sent = await upload(coordinator, kind, fileForm(content, fields));
		expect(sent.status).toBe(303);
		await site.app.jobs.idle();
		return sent.location ?? "";
	}

	it("show what a register would change, write it once it is applied, and leave no upload behind", async () => {
		const page = await bringIn("register", anExtract(2, "301"), {
			laCodes: "301",
			name: "gias.csv",
		});
		const read = await coordinator.get(page);
		expect(read.heading()).toBe("gias.csv");
		expect(tag(read)).toBe("Not applied yet");
		expect(words(read)).toContain("Local authorities 301. All types of school and college");
		expect(words(read)).toContain(`School ${urns}`);
		expect(await schoolsOf("301")).toBe(0);
		expect(await waiting()).toEqual([]);

		const confirm = await coordinator.get(`${page}/apply`);
		expect(words(confirm)).toContain("2 schools are added");
		expect((await coordinator.post(`${page}/apply`)).location).toBe(page);
		await site.app.jobs.idle();
		const applied = await coordinator.get(page);
		expect(tag(applied)).toBe("Applied");
		expect(await schoolsOf("301")).toBe(2);
		expect((await coordinator.get(`${page}/apply`)).location).toBe(page);
		const rows = await coordinator.get(`${page}/rows.csv?show=new`);
		expect(rows.text.split("\n")[0]).toBe("line,urn,name,outcome,what_happens");
		expect(rows.text).toContain(`2,${urns - 1},School ${urns - 1},New,`);
		const list = await coordinator.get("/imports");
		expect(words(list)).toContain("2 new");
	});

	it("are applied once when two people on two servers apply them at the same moment", async () => {
		const page = await bringIn("register", anExtract(3, "302"));
		const other = await second.as(await second.user("administrator"));
		const answers = await Promise.all([
			coordinator.post(`${page}/apply`),
			other.post(`${page}/apply`),
		]);
		expect(answers.map(({ location }) => location)).toEqual([page, page]);
		await Promise.all([site.app.jobs.idle(), second.app.jobs.idle()]);
		expect(await schoolsOf("302")).toBe(3);
		const added = await world.database.client.historyEntry.count({
			where: { what: "Added from the register", why: { contains: "file.csv" } },
		});
		expect(added).toBe(await world.database.client.venue.count({ where: { laCode: "302" } }));
		expect(tag(await other.get(page))).toBe("Applied");
	});

	it("are refused with the reason, and can be discarded", async () => {
		const page = await bringIn("register", "PK\u0003\u0004 xl/workbook.xml", { name: "gias.csv" });
		const refused = await coordinator.get(page);
		expect(tag(refused)).toBe("Refused");
		expect(words(refused)).toContain("The file is a spreadsheet, whatever its name says.");
		const discarded = await coordinator.post(`${page}/discard`);
		expect(discarded.location).toBe("/imports");
		expect((await coordinator.get(page)).status).toBe(404);
	});

	it("ask for a file, for codes that can be, and for less", async () => {
		const none = await upload(coordinator, "register", fileForm("", { name: "" }));
		expect(none.status).toBe(422);
		expect(none.errors()).toEqual([{ field: "file", message: "Choose a CSV file" }]);
		const empty = await upload(coordinator, "register", fileForm("", { laCodes: "Essex" }));
		expect(empty.errors().map(({ field }) => field)).toEqual(["file", "laCodes"]);
		expect(empty.page().querySelector("#laCodes")?.getAttribute("value")).toBe("Essex");
		const large = await upload(
			coordinator,
			"sessions",
			fileForm(Buffer.alloc(11 * 1024 * 1024, "a,")),
		);
		expect(large.status).toBe(413);
		expect(large.errors()).toEqual([{ field: "file", message: "Choose a file of 10 MB or less" }]);
		expect(await waiting()).toEqual([]);
	});

	it.each([
		["a file in another field", fileForm("a,b\r\n1,2\r\n", { field: "other" }), null],
		["no form at all", null, { type: "multipart/form-data; boundary=x", body: "hello" }],
		["a form of another kind", null, { type: "application/x-www-form-urlencoded", body: "file=a" }],
		["no boundary", null, { type: "multipart/form-data", body: "--x" }],
		[
			"a file that stops in the middle",
			null,
			{
				type: "multipart/form-data; boundary=x",
				body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nDate,School\r\n3/9',
			},
		],
	])("turn away %s, keeping nothing of it", async (_, form, raw) => {
		const before = await world.database.client.import.count();
		const answer = form
			? await upload(coordinator, "sessions", form)
			: await coordinator.request("/imports/new?kind=sessions", {
					method: "POST",
					body: raw?.body ?? "",
					headers: { "content-type": raw?.type ?? "", "sec-fetch-site": "same-origin" },
				});
		expect(answer.status).toBe(400);
		expect(await waiting()).toEqual([]);
		expect(await world.database.client.import.count()).toBe(before);
	});

	it("are taken from the office alone, and from our own pages", async () => {
		const facilitator = await site.signedIn("facilitator");
		expect((await upload(facilitator, "register", fileForm("a"))).status).toBe(403);
		const foreign = await coordinator.request("/imports/new?kind=register", {
			method: "POST",
			body: fileForm("a"),
			headers: { "sec-fetch-site": "cross-site" },
		});
		expect(foreign.status).toBe(403);
		expect((await coordinator.get("/imports/new?kind=venues")).status).toBe(404);
		expect((await coordinator.get(`/imports/${randomUUID()}`)).status).toBe(404);
		expect((await coordinator.post(`/imports/${randomUUID()}/apply`)).status).toBe(404);
	});

	it("are read to the end after the process that read them was killed", async () => {
		const spool = randomUUID();
		await mkdir(site.app.uploads.folder, { recursive: true });
		await writeFile(join(site.app.uploads.folder, spool), anExtract(1, "303"));
		const { id } = await world.database.client.import.create({
			data: {
				kind: "register",
				fileName: "killed.csv",
				status: "reading",
				options: JSON.stringify({ laCodes: [], typeGroups: [], closedSince: null }),
				spool,
				worker: "another-machine|1|none",
				heartbeatAt: new Date(site.app.clock().getTime() - 61_000),
				createdAt: site.app.clock(),
				createdByName: "Carys",
			},
		});
		const stopped = await coordinator.get(`/imports/${id}`);
		expect(tag(stopped)).toBe("Interrupted");
		const { begin } = await builtServer();
		const workers = await begin(site.app);
		// why twice: the work begins once what was left over has been looked for.
		await workers.resumed;
		await site.app.jobs.idle();
		expect(tag(await coordinator.get(`/imports/${id}`))).toBe("Not applied yet");
		expect(await waiting()).toEqual([]);
		await workers.stop();
	});

	it("bring in past sessions: columns, questions, reach, and all of it taken back", async () => {
		const { team, programme } = await aTeamThatCanBook(world.database);
		const venue = await aVenue(world.database, { name: "Quill Academy", postcode: "ZZ1 1AA" });
		const sheet = [
			"When,School,Session,Year,Pupils,Remarks",
			`3/9/24,Quill Academy,${programme.name},8,28,fine`,
			`13/9/24,Quil,${programme.name},9,30,fine`,
			`13/9/24,Quil,${programme.name},9,30,fine`,
			`soon,Quill Academy,${programme.name},8,28,"=HYPERLINK(""x"")"`,
		].join("\r\n");
		const page = await bringIn("sessions", `${sheet}\r\n`, { name: "old.csv" });
		expect((await coordinator.get(page)).location).toBe(`${page}/columns`);
		const columns = ["date", "venue", "programme", "yearGroups", "youngPeople", ""];
		const choice = { columns, teamId: team.id, programmeId: "", counted: "counted" };
		const wrong = await coordinator.post(`${page}/columns`, { ...choice, columns: ["", "venue"] });
		expect(wrong.errors().map(({ field }) => field)).toEqual(["columns", "programmeId"]);
		expect((await coordinator.post(`${page}/columns`, choice)).location).toBe(page);
		await site.app.jobs.idle();
		expect(words(await coordinator.get(page))).toContain("2 questions are for you to answer");

		const questions = await coordinator.get(`${page}/questions?part=venues`);
		const name =
			questions.page().querySelector('input[name^="venue."]')?.getAttribute("name") ?? "";
		const noUrn = await coordinator.post(`${page}/questions`, { [name]: "urn" });
		expect(noUrn.errors()[0]?.message).toContain("Enter the URN of a school");
		const answers = { dateOrder: "day", [name]: venue.id };
		expect((await coordinator.post(`${page}/questions`, answers)).location).toBe(page);
		await site.app.jobs.idle();
		const checked = await coordinator.get(page);
		expect(words(checked)).toContain("What reach would rise by");
		expect(words(await coordinator.get(`${page}?show=duplicate`))).toContain("Looks like line 3");
		const mistakes = await coordinator.get(`${page}/rows.csv?show=error`);
		expect(mistakes.text).toContain("line,what_is_wrong,When,School");
		expect(mistakes.text).toContain("5,The date cannot be read");
		expect(mistakes.text).toContain(`"'=HYPERLINK(""x"")"`);

		expect(words(await coordinator.get(`${page}/apply`))).toContain(
			"2 sessions come in as delivered, with 58 young people",
		);
		await coordinator.post(`${page}/apply`);
		await site.app.jobs.idle();
		const id = page.split("/").at(-1);
		const listed = await coordinator.get(`/sessions?imported=${id}`);
		expect(words(listed)).toContain("2 sessions:Imported from one file");
		expect(listed.page().querySelectorAll("tbody .govuk-tag--grey")).toHaveLength(2);
		const reach = await coordinator.get(
			`/reach.csv?from=2024-09-01&to=2024-09-30&venue=${venue.id}`,
		);
		expect(reach.text).toMatch(/,2,58,/);

		expect(words(await coordinator.get(`${page}/undo`))).toContain("2 sessions leave Termtime");
		await coordinator.post(`${page}/undo`);
		await site.app.jobs.idle();
		expect(tag(await coordinator.get(page))).toBe("Undone");
		expect(await world.database.client.session.count({ where: { importId: id } })).toBe(0);
	});

	it("take no answer that makes no sense, and keep those that were given", async () => {
		const sheet = "Date,School,Session,Pupils\r\n3/9/24,Nowhere,Nothing,28\r\n";
		const page = await bringIn("sessions", sheet);
		const { team } = await aTeamThatCanBook(world.database);
		const columns = ["date", "venue", "programme", "youngPeople"];
		const choice = { columns, programmeId: "", counted: "counted" };
		const strange: Record<string, string | readonly string[]>[] = [
			{ ...choice, teamId: "nobody's" },
			{ ...choice, teamId: team.id, columns: ["date", "date", "venue", "constructor"] },
			{ ...choice, teamId: [team.id, team.id] },
			{ ...choice, teamId: team.id, counted: "guessed" },
			{ ...choice, teamId: "a".repeat(10_000), programmeId: "\0" },
		];
		for (const form of strange) {
			expect((await coordinator.post(`${page}/columns`, form)).status).toBe(422);
		}
		await coordinator.post(`${page}/columns`, { ...choice, teamId: team.id });
		await site.app.jobs.idle();
		const answers: Record<string, string | readonly string[]>[] = [
			{ dateOrder: "backwards" },
			{ "date.3/9/24": "2024-13-45" },
			{ "venue.x": ["a", "b"] },
			{ [`venue.${"k".repeat(2000)}`]: "new" },
			{ keep: "-1" },
			{ "programme.nothing": "\ud800 or \0" },
		];
		for (const form of answers) {
			expect((await coordinator.post(`${page}/questions`, form)).status).toBe(422);
		}
		const id = page.split("/").at(-1);
		const { decisions } = await world.database.client.import.findUniqueOrThrow({ where: { id } });
		expect(JSON.parse(decisions)).toEqual({});
	});
});
