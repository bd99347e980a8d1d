import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createTransport } from "nodemailer";
import type { Database } from "#app/data/database.ts";
import { insertMany } from "#app/data/insert-many.ts";
import { composeInvite } from "#app/domain/invites/compose-invite.ts";
import { openMail } from "#app/gateways/mail.ts";
import { sendDueMessages } from "#app/workers/send-due-messages.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { inviteFacts } from "#tests/factories/invite-facts.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { testNow } from "#tests/setup/databases.ts";
import type { Bench } from "./bench.ts";
import { withOwnDatabase } from "./own-database.ts";

const INVITES = 10_000;
/** Sent in so many parts, in turn with the floor, so that both meet the same machine. */
const PARTS = 4;
const LANES = 5;

async function withSink<T>(work: (url: string) => Promise<T>): Promise<T> {
	const program = fileURLToPath(new URL("./sink-process.ts", import.meta.url));
	const child = spawn(process.execPath, ["--import", "tsx", program], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	try {
		const [port] = await once(createInterface({ input: child.stdout }), "line");
		return await work(`smtp://127.0.0.1:${port}`);
	} finally {
		child.kill();
	}
}

const composed = composeInvite(inviteFacts(), { method: "REQUEST", stamp: testNow });
const address = (number: number) => `reader-${number}@school.test`;

/** Invites of one session to as many addresses, each with one message that is due. */
async function owe(
	database: Database,
	sessionId: string,
	contactId: string,
	from: number,
	count: number,
) {
	const numbers = Array.from({ length: count }, (_, at) => from + at);
	const name = "Anita Patel";
	await database.transaction(async (tx) => {
		await insertMany(
			tx,
			"Invite",
			numbers.map((number) => ({
				id: `invite-${number}`,
				sessionId,
				kind: "contact",
				contactId,
				name,
				address: address(number),
			})),
		);
		await insertMany(
			tx,
			"OutboxMessage",
			numbers.map((number) => ({
				inviteId: `invite-${number}`,
				method: "REQUEST",
				sequence: 0,
				version: 0,
				why: "invited",
				messageId: `<${number}@termtime.test>`,
				fromName: "Joint Education Team",
				fromAddress: "bookings+k3y@termtime.test",
				toName: name,
				toAddress: address(number),
				subject: composed.subject,
				text: composed.text,
				html: composed.html,
				ics: composed.ics,
				status: "waiting",
				dueAt: testNow,
				createdAt: testNow,
			})),
		);
	}, 120_000);
}

/** The same messages by nodemailer alone: milliseconds. */
async function bare(url: string, from: number, count: number): Promise<number> {
	const transport = createTransport({ url, pool: true, maxConnections: LANES, maxMessages: 500 });
	const started = performance.now();
	await Promise.all(
		Array.from({ length: count }, (_, at) =>
			transport.sendMail({
				messageId: `<bare-${from + at}@termtime.test>`,
				from: { name: "Joint Education Team", address: "bookings+k3y@termtime.test" },
				to: { name: "Anita Patel", address: address(from + at) },
				subject: composed.subject,
				text: composed.text,
				html: composed.html,
				icalEvent: { method: "REQUEST", content: composed.ics, filename: "invite.ics" },
			}),
		),
	);
	const took = performance.now() - started;
	transport.close();
	return took;
}

async function outbox(database: Database, url: string, count: number): Promise<number> {
	const mail = openMail(url, LANES);
	const office = { database, mail, mailFrom: "bookings@termtime.test", clock: () => testNow };
	const started = performance.now();
	const { sent } = await sendDueMessages(office);
	const took = performance.now() - started;
	mail.close();
	if (sent !== count) throw new Error(`${sent} of ${count} were sent`);
	return took;
}

export const bench: Bench = {
	name: `${INVITES} invites through the outbox`,
	run: () =>
		withOwnDatabase((database) =>
			withSink(async (url) => {
				const team = await aTeamThatCanBook(database);
				const session = await aSession(database, team);
				const count = INVITES / PARTS;
				await bare(url, 0, 200);
				let ours = 0;
				let floor = 0;
				for (let part = 0; part < PARTS; part += 1) {
					await owe(database, session.id, team.contacts[0].id, part * count, count);
					floor += await bare(url, part * count, count);
					ours += await outbox(database, url, count);
				}
				const rate = (took: number) => (INVITES / took) * 1000;
				return [
					{
						what: "sent and written down",
						against: "bare nodemailer, as many connections, the same server",
						ours: rate(ours),
						floor: rate(floor),
						unit: "messages a second",
						aim: 0.5,
					},
				];
			}),
		),
};
