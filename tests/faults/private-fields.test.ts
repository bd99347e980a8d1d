import fc from "fast-check";
import { simpleParser } from "mailparser";
import { expect, it } from "vitest";
import { addContact } from "#app/commands/add-contact.ts";
import { assembleFeedOf, assembleFileOf } from "#app/commands/assemble-feed.ts";
import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { changePeople } from "#app/commands/change-people.ts";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import { createPerson } from "#app/commands/create-person.ts";
import { createVenue } from "#app/commands/create-venue.ts";
import { editSession } from "#app/commands/edit-session.ts";
import { mailOf } from "#app/commands/mail-of.ts";
import { makeFeed } from "#app/commands/make-feed.ts";
import { moveSession } from "#app/commands/move-session.ts";
import { resendInvite } from "#app/commands/resend-invite.ts";
import { listFeeds, readFeedSession } from "#app/data/feeds.ts";
import { findSchoolContact, readSchoolSessions } from "#app/data/school-page.ts";
import { personInput } from "#app/domain/people/person-input.ts";
import { editInput, moveInput, peopleInput } from "#app/domain/sessions/change-input.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { localDateOf } from "#app/domain/time.ts";
import { contactInput } from "#app/domain/venues/contact-input.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";
import { writeMail } from "#app/gateways/mail.ts";
import type { App } from "#app/http/app-context.ts";
import type { AtSchool } from "#app/routes/school/find-school.ts";
import { schoolPageFacts } from "#app/routes/school/page-facts.ts";
import { sessionFacts } from "#app/routes/school/session-facts.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

/**
 * Every private field of real rows, filled through the commands that fill it in life, and then every
 * other text column of those rows too, holds a mark of its own. None of the marks may be found in
 * anything that leaves: mail, calendar parts, feeds, the file for a calendar.
 */

const options = { needReasons: false };

/** Columns that may leave: what is not here, and can hold a text, is marked. */
const mayLeave = {
	session: [
		"reference",
		"room",
		"prepare",
		"uid",
		"organizerToken",
		"status",
		"startsAt",
		"endsAt",
	],
	venue: ["name", "street", "town", "postcode"],
	contact: ["name", "email"],
	person: ["name", "email"],
	programme: ["name"],
} as const;
type Table = keyof typeof mayLeave;

/** Columns that hold what the database itself goes by, and could not hold a mark. */
const structure =
	/(Id|At|Date|Code)$|^(id|kind|phase|urn|slug|yearGroups|roomKey|overrides|cancelledBy|registerStatus)$/;

class Marks {
	readonly all = new Map<string, string>();
	readonly around: readonly [string, string];
	readonly seed: string;

	constructor(seed: string, around: readonly [string, string]) {
		this.seed = seed;
		this.around = around;
	}

	/** A text with a mark in it, between what might confuse whoever writes it. */
	text(name: string): string {
		return `${this.around[0]}${this.word(name)}${this.around[1]}`;
	}

	word(name: string): string {
		const letters = String(this.all.size)
			.split("")
			.map((digit) => "abcdefghij"[Number(digit)])
			.join("");
		const mark = `zq${this.seed}x${letters}x`;
		this.all.set(name, mark);
		return mark;
	}

	/** A telephone number that no team has: kept for drama, so that it is nobody's. */
	phone(name: string): string {
		const number = `0770090${String(1000 + this.all.size)}`;
		this.all.set(name, number.slice(1));
		return number;
	}
}

type Outcome = { ok: boolean; id?: string; reference?: string; version?: number };

async function ok<T extends Outcome>(outcome: Promise<T>): Promise<Extract<T, { ok: true }>> {
	const result = await outcome;
	expect(result).toMatchObject({ ok: true });
	return result as Extract<T, { ok: true }>;
}

async function aLifeInMarks(world: World, marks: Marks) {
	const base = await aTeamThatCanBook(world.database);
	const context = world.context();
	const venue = await ok(
		createVenue(
			context,
			venueInput.parse({
				name: `Quiet Academy ${marks.seed}`,
				kind: "school",
				street: "1 School Road",
				town: "Basildon",
				parking: marks.text("venue.parking"),
				reception: marks.text("venue.reception"),
				rooms: "Hall\nLibrary",
				sensitivities: marks.text("venue.sensitivities"),
			}),
		),
	);
	const contact = async (number: number) =>
		ok(
			addContact(
				context,
				venue.id,
				contactInput.parse({
					name: `Contact Nr${number}`,
					email: `${marks.seed}-contact-${number}@school.test`,
					role: marks.word(`contact ${number} role`),
					phone: marks.phone(`contact ${number} phone`),
				}),
			),
		);
	const person = async (number: number) =>
		ok(
			createPerson(
				context,
				personInput.parse({
					name: `Facilitator Nr${number}`,
					email: `${marks.seed}-person-${number}@team.test`,
					phone: marks.phone(`person ${number} phone`),
					agency: base.agency.id,
					teams: [base.team.id],
				}),
			),
		);
	const contacts = [await contact(1), await contact(2)].map(({ id }) => id);
	const people = [await person(1), await person(2)].map(({ id }) => id);
	const booking = (startsAt: string) =>
		sessionInput.parse({
			programme: base.programme.id,
			venue: venue.id,
			team: base.team.id,
			room: "Hall",
			startsAt,
			yearGroups: ["Y8"],
			expectedYoungPeople: 1873,
			facilitators: people,
			contacts,
			notes: marks.text("session.notes at booking"),
			overrides: [{ code: "unqualified", reason: marks.text("a reason to go ahead") }],
		});
	const kept = await ok(bookSession(context, booking("2026-11-27T09:00"), options));
	const moved = await ok(
		moveSession(
			context,
			kept,
			moveInput.parse({
				startsAt: "2026-11-27T11:00",
				room: "Library",
				why: marks.text("why it was moved"),
			}),
			options,
		),
	);
	const edited = await ok(
		editSession(
			context,
			moved,
			editInput.parse({
				programme: base.programme.id,
				yearGroups: ["Y9"],
				expectedYoungPeople: 1873,
				prepare: "Chairs in a circle",
				notes: marks.text("session.notes"),
				why: marks.text("why it was edited"),
			}),
			options,
		),
	);
	const fewer = await ok(
		changePeople(
			context,
			edited,
			peopleInput.parse({
				facilitators: people.slice(0, 1),
				contacts: contacts.slice(0, 1),
				why: marks.text("why people were taken off"),
			}),
			options,
		),
	);
	const off = await ok(bookSession(context, booking("2026-11-30T09:00"), options));
	await ok(
		cancelSession(context, off, { cancelledBy: "us", reason: marks.text("why it was cancelled") }),
	);
	await ok(
		closeOutSession(
			world.context({ now: new Date("2026-11-27T13:00:00Z") }),
			fewer,
			closeOut.parse({
				outcome: "delivered",
				counted: "counted",
				headcounts: [{ yearGroup: "Y9", youngPeople: "1873" }],
				adults: "2",
				followUps: [],
				note: marks.text("close-out.note"),
			}),
		),
	);
	for (const subject of [
		{ kind: "team", id: base.team.id },
		{ kind: "person", id: people[0] ?? "" },
		{ kind: "contact", id: contacts[0] ?? "" },
	] as const) {
		await ok(makeFeed(context, subject));
	}
	const ids = { session: kept.reference, venue: venue.id, programme: base.programme.id };
	await markTheRest(world, marks, { ...ids, contact: contacts[0] ?? "", person: people[0] ?? "" });
	// why once more: what was marked only now must not be in a message that is written only now.
	const references = [kept.reference, off.reference];
	const invites = await world.database.client.invite.findMany({
		where: { session: { reference: { in: references } } },
	});
	for (const { id } of invites) await ok(resendInvite(context, id));
	return { references };
}

/** Marks every column that can hold a text, is no structure, and is not known to leave. */
async function markTheRest({ database }: World, marks: Marks, ids: Record<Table, string>) {
	for (const table of Object.keys(mayLeave) as Table[]) {
		const where = table === "session" ? { reference: ids[table] } : { id: ids[table] };
		// biome-ignore lint/suspicious/noExplicitAny: the table is known only now
		const model = database.client[table] as any;
		const row: Record<string, unknown> = await model.findUniqueOrThrow({ where });
		const fields = Object.entries(row).filter(
			([name, value]) =>
				!(mayLeave[table] as readonly string[]).includes(name) &&
				!structure.test(name) &&
				(typeof value === "string" || value === null),
		);
		for (const [name, value] of fields) {
			if (typeof value === "string" && value.includes(`zq${marks.seed}`)) continue;
			const mark = marks.word(`${table}.${name}, whatever it is`);
			// why: the reason for a priority stands only where there is one.
			const data = { [name]: mark, ...(name === "priorityReason" && { priority: true }) };
			await model.update({ where, data }).catch((error: Error) => {
				// why: a column of numbers or dates that is empty takes no text.
				if (!/Invalid value|Expected|Argument/.test(error.message)) throw error;
				marks.all.delete(`${table}.${name}, whatever it is`);
			});
		}
	}
}

/** Everything that leaves, as text, by what it is. */
async function everythingThatLeaves(world: World, references: readonly string[]) {
	const { client } = world.database;
	const context = { ...world.context() };
	const leaves: { what: string; to: string; text: string }[] = [];
	const rows = await client.outboxMessage.findMany({
		where: { invite: { session: { reference: { in: [...references] } } } },
		orderBy: { id: "asc" },
	});
	for (const { method, ...row } of rows) {
		const call = method === "CANCEL" ? "CANCEL" : "REQUEST";
		const raw = await writeMail(
			mailOf({ ...row, method: call }, { name: "Partnership", address: "bookings@termtime.test" }),
		);
		const parsed = await simpleParser(raw);
		const parts = parsed.attachments.map(({ content }) => content.toString());
		leaves.push({
			what: `mail ${row.why}`,
			to: row.toAddress,
			text: [raw.toString(), parsed.subject, parsed.text, parsed.html, row.text, ...parts].join(
				"\n",
			),
		});
	}
	for (const feed of await listFeeds(client)) {
		const text = await assembleFeedOf(context, feed);
		leaves.push({ what: `feed of a ${feed.subject.kind}`, to: "", text });
	}
	for (const reference of references) {
		const session = await readFeedSession(client, reference, "contact");
		if (!session) throw new Error(`${reference} is not there`);
		leaves.push({ what: "file", to: "", text: await assembleFileOf(context, session) });
	}
	for (const page of await everyPageOfASchool(world)) leaves.push(page);
	return leaves.map((one) => ({ ...one, text: one.text.replaceAll(/\r\n[ \t]/g, "") }));
}

/** All that the pages of schools are written from: what is not in it cannot be on them. */
async function everyPageOfASchool(world: World) {
	const { client } = world.database;
	const { deployment, settings, now } = world.context();
	const app = { database: world.database, deployment, secret: "a secret of tests" } as App;
	const contacts = await client.contact.findMany({ select: { id: true, email: true } });
	const pages: { what: string; to: string; text: string }[] = [];
	for (const { id, email } of contacts) {
		const contact = await findSchoolContact(client, id);
		if (!contact) throw new Error(`${id} is gone`);
		const at = { app, contact, command: world.context(), base: "/school/token" };
		for (const moment of [now, new Date("2026-12-04T09:00:00Z")]) {
			const today = localDateOf(moment, settings.zone);
			const school: AtSchool = { ...at, now: moment, zone: settings.zone, today };
			const sessions = await readSchoolSessions(client, id);
			const told = sessions.map((session) => sessionFacts(school, session));
			const facts = [await schoolPageFacts(school), ...(await Promise.all(told))];
			pages.push({ what: "page of a contact", to: email, text: JSON.stringify(facts) });
		}
	}
	return pages;
}

/** As somebody would look for it, however it is spelled: without spaces, capitals and escapes. */
const bare = (text: string) => text.toLowerCase().replace(/[\s\\-]/g, "");

describeOnBothEngines("what is private", (world) => {
	it("is in nothing that leaves", { timeout: 240_000 }, async () => {
		let run = 0;
		const around = fc.constantFrom(
			["", ""],
			["before ", " after"],
			["\r\n", "\nEND:VEVENT\n"],
			['"; ', ";X-EVIL=1:"],
			["<b>", "</b>&amp;"],
			["\\n", "\\"],
		) as fc.Arbitrary<[string, string]>;
		await fc.assert(
			fc.asyncProperty(around, async (given) => {
				run += 1;
				const seed = `${"klmnop"[run % 6]}${"qrstuv"[Math.floor(run / 6) % 6]}`;
				const marks = new Marks(seed, given);
				const { references } = await aLifeInMarks(world, marks);
				const leaves = await everythingThatLeaves(world, references);
				expect(marks.all.size).toBeGreaterThan(25);
				expect(leaves.filter(({ what }) => what.startsWith("mail")).length).toBeGreaterThan(12);
				for (const { what, to, text } of leaves) {
					const bareText = bare(text);
					for (const [name, mark] of marks.all) {
						expect(bareText.includes(bare(mark)), `${name} in ${what} to ${to}`).toBe(false);
					}
					// why not on their page: a school is asked there to confirm its own number.
					if (what !== "page of a contact") {
						// why not inside of a word: ids are of such digits too.
						expect(text, `${what}: how many young people`).not.toMatch(
							/(?<![\w+/-])1,?873(?![\w+/-])/,
						);
					}
				}
				expectNobodyElse(leaves, seed);
				await world.database.client.feed.deleteMany({});
			}),
			{ numRuns: 6, endOnFailure: true },
		);
	});
});

/** Each mail names its reader and nobody else; calendars that are fetched name nobody. */
function expectNobodyElse(
	leaves: readonly { what: string; to: string; text: string }[],
	seed: string,
) {
	const everybody = ["contact-1@school", "contact-2@school", "person-1@team", "person-2@team"];
	for (const { what, to, text } of leaves) {
		for (const one of everybody.map((address) => `${seed}-${address}.test`)) {
			if (one !== to) expect(text, `${one} in ${what} to ${to}`).not.toContain(one);
		}
		const names = text.match(/(Contact|Facilitator) Nr\d/g) ?? [];
		const own = what === "feed of a person" ? 1 : new Set(names).size;
		expect(new Set(names).size, `people named in ${what}`).toBeLessThanOrEqual(to ? 1 : own);
		if (what === "file" || what === "feed of a contact" || what === "feed of a team") {
			expect(names, what).toEqual([]);
		}
	}
}
