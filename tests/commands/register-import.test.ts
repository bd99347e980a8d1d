import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { applyRegister } from "#app/commands/apply-register.ts";
import { bookSession } from "#app/commands/book-session.ts";
import { discardImport } from "#app/commands/discard-import.ts";
import { claimImport } from "#app/commands/import-job.ts";
import { readHistory } from "#app/data/history.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { anAppliedRegister, aReadRegister, claim } from "#tests/factories/imports.ts";
import {
	aRegisterRow,
	type RegisterRow,
	registerFile,
	registerHeaders,
} from "#tests/factories/register-file.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

let next = 300_000;

/** Rows of schools that no other test has, at a postcode of their own. */
function schools(count: number, row: RegisterRow = {}): RegisterRow[] {
	return Array.from({ length: count }, () => {
		next += 1;
		const postcode = `ZZ${next % 100} ${Math.floor(next / 100) % 10}AA`;
		const own = { URN: String(next), EstablishmentName: `School ${next}`, Postcode: postcode };
		return aRegisterRow({ ...own, EstablishmentNumber: String(next), ...row });
	});
}

function venueOf(world: World, row: RegisterRow | undefined) {
	return world.database.client.venue.findUniqueOrThrow({ where: { urn: row?.URN ?? "" } });
}

describeOnBothEngines("an extract of the register", (world) => {
	it("touches no venue until it is applied, then adds every school, and then has nothing to do", async () => {
		const rows = schools(3, { "LA (code)": "201" });
		const context = world.context();
		const read = await aReadRegister(context, registerFile(rows));
		expect(read.file.status).toBe("checked");
		expect(read.counts).toEqual({ new: 3 });
		expect(await world.database.client.venue.count({ where: { laCode: "201" } })).toBe(0);

		const { applied } = await anAppliedRegister(context, registerFile(rows));
		expect(applied).toEqual({ ok: true });
		expect(await venueOf(world, rows[0])).toMatchObject({
			name: rows[0]?.EstablishmentName,
			kind: "school",
			phase: "secondary",
			laCode: "201",
			districtCode: "E07000074",
			sixthForm: true,
			fsmPercent: 14.2,
			retiredAt: null,
		});
		const again = await aReadRegister(context, registerFile(rows));
		expect(again.counts).toEqual({ unchanged: 3 });
		expect(again.rows).toEqual([]);
	});

	it("says what changes and writes it, with its history, leaving the team's own words alone", async () => {
		const [row] = schools(1, { "LA (code)": "202" });
		const context = world.context();
		await anAppliedRegister(context, registerFile([row ?? {}]));
		const { id } = await venueOf(world, row);
		await world.database.client.venue.update({
			where: { id },
			data: { parking: "Behind the hall" },
		});

		const changed = { ...row, NumberOfPupils: "1200", Street: "New Lane" };
		const read = await anAppliedRegister(context, registerFile([changed]));
		expect(read.counts).toEqual({ changed: 1 });
		expect(read.rows).toMatchObject([
			{
				outcome: "changed",
				line: 2,
				detail: {
					changes: [
						{ label: "Pupils", from: "1184", to: "1200" },
						{ label: "Street", from: "Mill Lane", to: "New Lane" },
					],
				},
			},
		]);
		expect(await venueOf(world, row)).toMatchObject({
			pupils: 1200,
			street: "New Lane",
			parking: "Behind the hall",
		});
		const history = await readHistory(world.database.client, "venue", id);
		expect(history.map(({ what, why }) => [what, why])).toEqual([
			["Changed in the register", "Register of schools: register.csv"],
			["Added from the register", "Register of schools: register.csv"],
		]);
		expect(history[0]?.changes).toHaveLength(2);
	});

	it("retires a school that closed, and links it to the one it became", async () => {
		const [before] = schools(1, { "LA (code)": "203" });
		const context = world.context();
		await anAppliedRegister(context, registerFile([before ?? {}]));
		const closed = { ...before, "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026" };
		const [after] = schools(1, {
			"LA (code)": "203",
			OpenDate: "01-09-2026",
			Postcode: before?.Postcode ?? "",
		});
		const file = registerFile([closed, after ?? {}]);
		const read = await anAppliedRegister(context, file);
		expect(read.counts).toEqual({ closed: 1, new: 1, successor: 1 });

		const successor = await venueOf(world, after);
		expect(await venueOf(world, before)).toMatchObject({
			retiredAt: context.now,
			registerStatus: "closed",
			closeDate: "2026-08-31",
			successorId: successor.id,
		});
		const history = await readHistory(
			world.database.client,
			"venue",
			(await venueOf(world, before)).id,
		);
		expect(history.map(({ what }) => what)).toEqual([
			"Successor found in the register",
			"Closed in the register: retired",
			"Added from the register",
		]);
		expect((await aReadRegister(context, file)).counts).toEqual({ unchanged: 2 });
	});

	it("retires a school that is in the register no more, and only where the file would show it", async () => {
		const [stays, goes] = schools(2, { "LA (code)": "204" });
		const [elsewhere] = schools(1, { "LA (code)": "205" });
		const [special] = schools(1, {
			"LA (code)": "204",
			"EstablishmentTypeGroup (name)": "Special schools",
		});
		const context = world.context();
		await anAppliedRegister(
			context,
			registerFile([stays, goes, elsewhere, special].map((row) => row ?? {})),
		);
		const read = await anAppliedRegister(context, registerFile([stays ?? {}]));
		expect(read.counts).toEqual({ unchanged: 1, gone: 1 });
		expect(await venueOf(world, goes)).toMatchObject({
			registerStatus: "gone",
			retiredAt: context.now,
		});
		expect((await venueOf(world, elsewhere)).retiredAt).toBeNull();
		expect((await venueOf(world, special)).retiredAt).toBeNull();

		const back = await anAppliedRegister(context, registerFile([stays ?? {}, goes ?? {}]));
		expect(back.counts).toEqual({ unchanged: 1, reopened: 1 });
		expect(await venueOf(world, goes)).toMatchObject({ registerStatus: "open", retiredAt: null });
	});

	it("takes no school for gone while a row cannot be told from it", async () => {
		const [stays, goes] = schools(2, { "LA (code)": "206" });
		const context = world.context();
		await anAppliedRegister(context, registerFile([stays ?? {}, goes ?? {}]));
		const read = await aReadRegister(
			context,
			registerFile([stays ?? {}, { ...goes, URN: "3000x" }]),
		);
		expect(read.counts).toEqual({ unchanged: 1, unreadable: 1 });
		expect(read.file.result).toMatchObject({ unidentified: 1 });
	});

	it("takes a venue that has the URN already for that school", async () => {
		const [row] = schools(1);
		const venue = await aVenue(world.database, {
			urn: row?.URN ?? "",
			name: "By hand",
			reception: "Ring twice",
		});
		const read = await anAppliedRegister(world.context(), registerFile([row ?? {}]));
		expect(read.counts).toEqual({ changed: 1 });
		expect(await venueOf(world, row)).toMatchObject({
			id: venue.id,
			name: row?.EstablishmentName,
			reception: "Ring twice",
		});
	});

	it("keeps to the authorities and types that were asked for, and says which are not there", async () => {
		const rows = [
			...schools(2, { "LA (code)": "208" }),
			...schools(1, { "LA (code)": "209" }),
			...schools(1, { "LA (code)": "208", "EstablishmentTypeGroup (name)": "Independent schools" }),
		];
		const read = await aReadRegister(world.context(), registerFile(rows), {
			laCodes: "208, 999",
			typeGroups: ["Academies"],
		});
		expect(read.counts).toEqual({ new: 2, other_authority: 1, other_type: 1 });
		expect(read.file.result).toMatchObject({ absent: ["999"] });
	});

	it("adds districts that are not known yet, after those that are", async () => {
		const [row] = schools(1, {
			"LA (code)": "210",
			"LA (name)": "Somershire",
			"DistrictAdministrative (code)": "E07999001",
			"DistrictAdministrative (name)": "Saltby",
		});
		await anAppliedRegister(world.context(), registerFile([row ?? {}]));
		const district = await world.database.client.district.findUniqueOrThrow({
			where: { code: "E07999001" },
		});
		expect(district).toMatchObject({
			name: "Saltby",
			laCode: "210",
			laName: "Somershire",
			from: null,
		});
	});

	it("lists rows that cannot be read by line, and takes the others", async () => {
		const [good, bad, twice] = schools(3, { "LA (code)": "211" });
		const rows = [good, { ...bad, OpenDate: "soon" }, { ...twice, URN: good?.URN }].map(
			(row) => row ?? {},
		);
		const read = await anAppliedRegister(world.context(), registerFile(rows));
		expect(read.counts).toEqual({ new: 1, unreadable: 2 });
		expect(read.rows.filter(({ outcome }) => outcome === "unreadable")).toMatchObject([
			{ line: 3, detail: { problems: ["OpenDate is not a date like 31-08-2027: “soon”"] } },
			{ line: 4, detail: { problems: [`URN ${good?.URN} is on line 2 already`] } },
		]);
		expect(await world.database.client.venue.count({ where: { laCode: "211" } })).toBe(1);
	});

	it("brings in closed schools when they are asked for, retired from the start", async () => {
		const [row] = schools(1, {
			"LA (code)": "212",
			"EstablishmentStatus (name)": "Closed",
			CloseDate: "31-08-2024",
		});
		const file = registerFile([row ?? {}]);
		expect((await aReadRegister(world.context(), file)).counts).toEqual({ closed_unknown: 1 });
		const read = await anAppliedRegister(world.context(), file, { closedSince: "2020-09-01" });
		expect(read.counts).toEqual({ new: 1 });
		expect((await venueOf(world, row)).retiredAt).not.toBeNull();
	});
});

describeOnBothEngines("a school at which sessions are booked", (world) => {
	it("is kept in use though it closed, and its calendars are corrected", async () => {
		const team = await aTeamThatCanBook(world.database);
		const [row] = schools(1, { "LA (code)": "207" });
		const context = world.context();
		await anAppliedRegister(context, registerFile([row ?? {}]));
		const venue = await venueOf(world, row);
		const booking = aBooking(team, { venue: venue.id, contacts: [] });
		const booked = await bookSession(context, sessionInput.parse(booking), { needReasons: false });
		expect(booked.ok).toBe(true);

		const closed = {
			...row,
			"EstablishmentStatus (name)": "Closed",
			CloseDate: "31-12-2026",
			EstablishmentName: "Renamed School",
		};
		const read = await anAppliedRegister(context, registerFile([closed]));
		expect(read.rows[0]).toMatchObject({ outcome: "closed", detail: { retires: false } });
		expect(read.file.result).toMatchObject({ corrected: 1 });
		expect(await venueOf(world, row)).toMatchObject({ retiredAt: null, registerStatus: "closed" });
		const session = await world.database.client.session.findFirstOrThrow({
			where: { venueId: venue.id },
		});
		expect(session.sequence).toBe(1);
		expect((await aReadRegister(context, registerFile([closed]))).counts).toEqual({ unchanged: 1 });

		const later = world.context({ now: new Date("2027-02-01T09:00:00Z") });
		const afterwards = await anAppliedRegister(later, registerFile([closed]));
		expect(afterwards.counts).toEqual({ closed: 1 });
		expect((await venueOf(world, row)).retiredAt).toEqual(later.now);
	});
});

describeOnBothEngines("the sample of the register", (world) => {
	it("reads the sample of the register as it is given out", async () => {
		const sample = await readFile(new URL("../fixtures/register-sample.csv", import.meta.url));
		const read = await anAppliedRegister(world.context(), sample);
		expect(read.counts).toEqual({ new: 5, closed_unknown: 1 });
		const named = (urn: string) =>
			world.database.client.venue.findUniqueOrThrow({ where: { urn } });
		expect(await named("900002")).toMatchObject({
			name: "St Osyth’s Café Lane Church of England Primary School",
			registerStatus: "closing",
			closeDate: "2027-08-31",
			retiredAt: null,
		});
		expect(await named("900004")).toMatchObject({
			kind: "alternative_provision",
			phase: "secondary",
		});
		expect(await named("900005")).toMatchObject({
			name: 'The "Old Mill" School, Grays',
			phase: "all_through",
			locality: "Little Thurrock",
		});
		expect(await named("900006")).toMatchObject({ kind: "college", phase: "sixteen_plus" });
	});
});

describeOnBothEngines("a file that is no extract of the register", (world) => {
	const good = registerFile([aRegisterRow()]);
	const text = good.toString("latin1");
	const utf8 = Buffer.from(text.replace("Saltmarsh", "Saltmärsh"), "utf8");

	it.each([
		["empty", Buffer.alloc(0), { reason: "empty" }],
		["a header alone", registerFile([]), { reason: "no_rows" }],
		["a zip", Buffer.from("PK\u0003\u0004 edubasealldata.csv"), { reason: "zip" }],
		[
			"a workbook by another name",
			Buffer.from("PK\u0003\u0004 [Content_Types].xml"),
			{ reason: "spreadsheet" },
		],
		["UTF-8", utf8, { reason: "wrong_encoding", found: "utf-8" }],
		[
			"UTF-8 with a mark",
			Buffer.concat([Buffer.from("\uFEFF"), good]),
			{ reason: "wrong_encoding", found: "utf-8" },
		],
		[
			"UTF-16 with a mark",
			Buffer.from(`\uFEFF${text}`, "utf16le"),
			{ reason: "wrong_encoding", found: "utf-16" },
		],
		[
			"UTF-16 without one",
			Buffer.from(text, "utf16le"),
			{ reason: "not_csv", looksLike: "binary" },
		],
		[
			"of a byte that Windows-1252 does not have",
			Buffer.from(text.replace("Mill", "M\x81\xff"), "latin1"),
			{ reason: "wrong_encoding", found: "unknown" },
		],
		["cut off within a cell", good.subarray(0, good.length - 40), { reason: "truncated", line: 2 }],
		[
			"cut off within quotes",
			good.subarray(0, text.lastIndexOf("Maldon") + 3),
			{ reason: "unclosed_quote", line: 2 },
		],
		[
			"without a column",
			registerFile(
				[aRegisterRow()],
				registerHeaders.filter((name) => name !== "Town" && name !== "URN"),
			),
			{ reason: "missing_headers", missing: ["URN", "Town"] },
		],
		[
			"with a column twice",
			registerFile([aRegisterRow()], [...registerHeaders, "Town"]),
			{ reason: "repeated_headers", repeated: ["Town"] },
		],
		[
			"a web page",
			Buffer.from("<!DOCTYPE html><p>Busy"),
			{ reason: "not_csv", looksLike: "web_page" },
		],
	])("%s is refused with the reason, and nothing is written", async (_, content, refusal) => {
		const before = await world.database.client.venue.count();
		const read = await aReadRegister(world.context(), content);
		expect(read.file).toMatchObject({ status: "refused", result: { refusal } });
		expect(read.rows).toEqual([]);
		expect(await world.database.client.venue.count()).toBe(before);
	});

	it("cut off in the last cell without quotes is refused too", async () => {
		const plain = Buffer.from(text.replaceAll('"', "").slice(0, -4), "latin1");
		const read = await aReadRegister(world.context(), plain);
		expect(read.file).toMatchObject({
			status: "refused",
			result: { refusal: { reason: "truncated", line: 2 } },
		});
	});
});

describeOnBothEngines("work on a file", (world) => {
	it("is done by one process at a time, until that one has been silent for a minute", async () => {
		const context = world.context();
		const { id } = await aReadRegister(context, registerFile(schools(1)));
		const want = { kind: "register", from: ["checked"], to: "applying" } as const;
		expect(await claimImport(context, id, { ...want, worker: "one" })).toEqual({ ok: true });
		const soon = world.context({ now: new Date(context.now.getTime() + 59_000) });
		expect(await claimImport(soon, id, { ...want, worker: "two" })).toEqual({
			ok: false,
			reason: "wrong_state",
			status: "applying",
		});
		const later = world.context({ now: new Date(context.now.getTime() + 61_000) });
		expect(await claimImport(later, id, { ...want, worker: "two" })).toEqual({ ok: true });
	});

	it("that is stopped in the middle leaves nothing behind, and can be done again", async () => {
		const rows = schools(3, { "LA (code)": "213" });
		const context = world.context();
		const { id } = await aReadRegister(context, registerFile(rows));
		const job = await claim(context, id, "register", "checked", "applying");
		const stopped = { ...job, signal: AbortSignal.abort() };
		await expect(applyRegister(context, stopped)).rejects.toThrow();
		expect(await world.database.client.venue.count({ where: { laCode: "213" } })).toBe(0);
		expect(await applyRegister(context, job)).toEqual({ ok: true });
		expect(await world.database.client.venue.count({ where: { laCode: "213" } })).toBe(3);
	});

	it("is not applied once another file was", async () => {
		const rows = schools(1, { "LA (code)": "214" });
		const context = world.context();
		const { id } = await aReadRegister(context, registerFile(rows));
		const later = world.context({ now: new Date(context.now.getTime() + 1000) });
		await anAppliedRegister(later, registerFile(rows));
		const job = await claim(later, id, "register", "checked", "applying");
		expect(await applyRegister(later, job)).toEqual({ ok: false, reason: "out_of_date" });
	});

	it("can be discarded until it is applied", async () => {
		const context = world.context({ now: new Date("2026-11-26T09:00:00Z") });
		const { id } = await aReadRegister(context, registerFile(schools(1)));
		expect(await discardImport(context, id)).toEqual({ ok: true, spool: null });
		expect(await world.database.client.importRow.count({ where: { importId: id } })).toBe(0);
		const applied = await anAppliedRegister(context, registerFile(schools(1)));
		expect(await discardImport(context, applied.id)).toMatchObject({
			ok: false,
			reason: "wrong_state",
		});
		expect(await discardImport(context, "nowhere")).toEqual({ ok: false, reason: "not_found" });
	});
});
