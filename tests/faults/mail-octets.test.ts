import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeInvite } from "#app/domain/invites/compose-invite.ts";
import { type MailGateway, openMail, writeMail } from "#app/gateways/mail.ts";
import { inviteFacts } from "#tests/factories/invite-facts.ts";
import { readWithAll } from "#tests/setup/calendar-parsers.ts";
import {
	type MailServer,
	type ReceivedMessage,
	startMailServer,
} from "#tests/setup/mail-server.ts";

/** Invites as a real server receives them: judged by their octets, by a MIME reader and by three of calendars. */

let server: MailServer;
let gateway: MailGateway;
beforeAll(async () => {
	server = await startMailServer();
	gateway = openMail(server.url);
});
afterAll(async () => {
	gateway.close();
	await server.stop();
});

const stamp = new Date("2026-11-25T09:00:00Z");
let number = 0;

function mailWith(text: string, method: "REQUEST" | "CANCEL" = "REQUEST") {
	number += 1;
	const facts = inviteFacts({
		status: method === "CANCEL" ? "CANCELLED" : "CONFIRMED",
		sequence: method === "CANCEL" ? 1 : 0,
		programmeName: `a${text}z`,
		venueName: `a${text}z`,
		room: `a${text}z`,
		prepare: `a${text}z`,
		organizer: { name: `a${text}z`, address: "bookings+k3y@team.test" },
		recipient: {
			name: `a${text}z`,
			address: "o'brien+dsl@school.test",
			kind: "contact",
			page: "https://termtime.test/school/abc123",
		},
	});
	const { subject, text: plain, html, ics } = composeInvite(facts, { method, stamp });
	return {
		messageId: `<octets-${number}@team.test>`,
		date: stamp,
		from: facts.organizer,
		to: facts.recipient,
		subject,
		text: plain,
		html,
		calendar: { method, text: ics },
	};
}

type Written = ReturnType<typeof mailWith>;

async function received(mail: Written): Promise<ReceivedMessage> {
	expect(await gateway.send(mail)).toMatchObject({ outcome: "sent" });
	return server.waitFor(({ parsed }) => parsed.messageId === mail.messageId);
}

const headerNames = (raw: Buffer) => {
	const head = raw.toString("latin1").split("\r\n\r\n")[0] ?? "";
	return head
		.replaceAll(/\r\n[ \t]/g, "")
		.split("\r\n")
		.map((line) => line.split(":")[0]);
};

const awkward: [string, string][] = [
	["nothing", ""],
	["a forged header", "\r\nBcc: evil@x.test"],
	["a forged header after a bare return", "\rBcc: evil@x.test"],
	["a forged body", "\r\n\r\nDear victim"],
	["a boundary", '\r\n--_NmP-\r\nContent-Type: text/html\r\n\r\n"'],
	["a dot on a line of its own", "\r\n.\r\nQUIT\r\n"],
	["a second address", '" <evil@x.test>, "'],
	["an encoded word", "=?UTF-8?Q?=0D=0ABcc:_evil=40x.test?="],
	["600 letters of three octets", "学".repeat(200)],
	["emoji", "👩🏽‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
	["a line of 900 letters", "x".repeat(900)],
	["NUL, bell and the like", "\u0000\u0007\u0008\u001b\u007f\u0085"],
	["half a character", "\uD83D"],
	["markup", "<script>alert(1)</script>&amp;"],
];

describe.each(["REQUEST", "CANCEL"] as const)("a %s on the wire", (method) => {
	it.each(awkward)("with %s in every field", async (_, text) => {
		const mail = mailWith(text, method);
		const { raw, parsed, envelope } = await received(mail);

		// RFC 5322 §2.1.1 and §2.3: lines of 998 octets at most, CRLF together or not at all; and
		// nothing but ASCII, so that no server on the way has to know more.
		const octets = raw.toString("latin1");
		expect(Math.max(...octets.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
		expect(octets.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
		expect(octets.replaceAll("\r\n", "")).not.toMatch(/[^\t\x20-\x7e]/);
		expect(headerNames(raw)).toEqual([
			"From",
			"To",
			"Subject",
			"Message-ID",
			"Date",
			"MIME-Version",
			"Content-Type",
		]);

		expect(envelope).toEqual({ from: "bookings+k3y@team.test", to: ["o'brien+dsl@school.test"] });
		expect(parsed.from?.value.map(({ address }) => address)).toEqual(["bookings+k3y@team.test"]);
		const to = [parsed.to ?? []].flat().flatMap(({ value }) => value);
		expect(to.map(({ address }) => address)).toEqual(["o'brien+dsl@school.test"]);
		expect(parsed.subject).toBe(mail.subject);
		expect(parsed.text?.trim()).toBe(mail.text.trim());

		const calendars = parsed.attachments.map(({ contentType, content, headers }) => ({
			contentType,
			method: (headers.get("content-type") as { params?: Record<string, string> }).params?.method,
			content: content.toString(),
		}));
		expect(calendars).toEqual([
			{ contentType: "text/calendar", method, content: mail.calendar.text },
			{ contentType: "application/ics", method: undefined, content: mail.calendar.text },
		]);
		const { grammar = [], ...parsers } = readWithAll(calendars[0]?.content ?? "", method);
		for (const [parser, events] of Object.entries(parsers)) expect(events, parser).toEqual(grammar);
		expect(grammar).toHaveLength(1);
		expect(octets.indexOf("multipart/mixed")).toBeLessThan(octets.indexOf("multipart/alternative"));
	});
});

describe("writing a message", () => {
	it("gives the same octets each time", async () => {
		const mail = mailWith("é");
		expect(await writeMail(mail)).toEqual(await writeMail(mail));
	});

	it("takes a calendar's method from nobody but the one who composed it", async () => {
		const { calendar: _calendar, ...plain } = mailWith("");
		const raw = (await writeMail({ ...plain, calendar: null })).toString();
		expect(raw).toContain("Auto-Submitted: auto-generated");
		expect(raw).not.toMatch(/text\/calendar|application\/ics/);
		expect((await writeMail(mailWith(""))).toString()).not.toContain("Auto-Submitted");
	});
});
