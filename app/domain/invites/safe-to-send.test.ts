import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { feedFacts, inviteFacts } from "#tests/factories/invite-facts.ts";
import { readWithAll, type ShownEvent } from "#tests/setup/calendar-parsers.ts";
import { assembleFeed, composeFeedEvent } from "./compose-feed.ts";
import { composeInvite } from "./compose-invite.ts";
import type { InviteFacts } from "./invite-facts.ts";

/** Awkward text in every field at once: nothing is added, nothing is lost, all readers agree. */

const request = { method: "REQUEST", stamp: new Date("2026-12-02T11:12:13Z") } as const;

function filledWith(text: string): InviteFacts {
	const awkward = `a${text}z`;
	return inviteFacts({
		reference: awkward,
		programmeName: awkward,
		venueName: awkward,
		venueAddress: awkward,
		room: awkward,
		teamName: awkward,
		teamPhone: awkward,
		prepare: awkward,
		organizer: { name: awkward, address: "bookings+k3y@team.test" },
		recipient: {
			name: awkward,
			address: "o'brien+dsl@school.test",
			kind: "contact",
			page: "https://termtime.test/school/abc123",
		},
	});
}

/** Every reader sees one event, with the one attendee; returns what they all see. */
function agreed(ics: string, kind: "REQUEST" | "feed"): ShownEvent {
	const { grammar = [], ...parsers } = readWithAll(ics, kind);
	for (const [parser, events] of Object.entries(parsers)) {
		expect(events, parser).toEqual(grammar);
	}
	expect(grammar).toHaveLength(1);
	return grammar[0] as ShownEvent;
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

const awkward: [string, string][] = [
	["line breaks", "one\r\ntwo\nthree\rfour"],
	["a forged attendee", "\r\nATTENDEE:mailto:evil@x.test"],
	["a forged attendee after a bare return", "\rATTENDEE:mailto:evil@x.test"],
	["a forged end and a second event", "\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil@x.test"],
	["a forged parameter", '";ROLE="CHAIR";CN="x'],
	["a forged address", '":mailto:evil@x.test\r\nX:"'],
	["quotes", 'Anita "Nita" Patel'],
	["separators", "one; two, three: four"],
	["escapes of every dialect", "\\n \\N \\, \\; \\\\ ^n ^' ^^ \\"],
	["emoji", "👩🏽‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨‍👩‍👧‍👦"],
	["200 letters of three octets", "学".repeat(200)],
	["200 letters of two octets", "é".repeat(200)],
	["200 emoji", "🎓".repeat(200)],
	["many spaces", `${"x ".repeat(100)}${" ".repeat(200)}x`],
	["control characters", "\u0000\u0007\u0008\u000b\u000c\u001b\u007f\u0085\u009f"],
	["separators of Unicode", "\u2028\u2029\uFEFF"],
	["half a character", "\uD83D \uDE00"],
	["markup", "<script>alert(1)</script>&amp;<img src=x onerror='alert(1)'>"],
];

describe("awkward text in every field", () => {
	it.each(awkward)("%s: strict grammar, and all readers agree", (_, text) => {
		const facts = filledWith(text);
		const shown = agreed(composeInvite(facts, request).ics, "REQUEST");
		expect(shown.uid).toBe(facts.uid);
		expect(shown.startsAt).toBe(facts.startsAt.toISOString());
		expect(shown.attendees).toEqual([
			expect.stringMatching(/ ?<mailto:o'brien\+dsl@school\.test>$/),
		]);
		expect(shown.organizer).toMatch(/<mailto:bookings\+k3y@team\.test>$/);
		expect(letters(shown.summary)).toBe(letters(`a${text}zata${text}z`.replace(/\uFEFF/g, "")));
	});

	it("says word for word what was typed, where a calendar can", () => {
		const shown = agreed(composeInvite(filledWith('; “q” "q", é🎓'), request).ics, "REQUEST");
		expect(shown.summary).toBe('a; “q” "q", é🎓z at a; “q” "q", é🎓z');
		expect(shown.location).toContain('a; “q” "q", é🎓z, a; “q”');
		expect(shown.attendees).toEqual(["a “q” “q” é🎓z <mailto:o'brien+dsl@school.test>"]);
	});

	it("holds for any text at all, invites and feeds alike", () => {
		const mean = fc.oneof(
			fc.string({ unit: "binary", maxLength: 120 }),
			fc.string({ unit: "grapheme", maxLength: 120 }),
			fc.string({
				unit: fc.constantFrom("\r", "\n", "\\", '"', ";", ",", ":", "^", "n", " ", "\t", "é", "🎓"),
				maxLength: 120,
			}),
		);
		fc.assert(
			fc.property(mean, (text) => {
				const facts = filledWith(text);
				const invite = agreed(composeInvite(facts, request).ics, "REQUEST");
				const { organizer: _o, recipient: _r, reminderDaysBefore: _d, ...session } = facts;
				const events = [composeFeedEvent(session)];
				const inFeed = agreed(
					assembleFeed({ name: `a${text}`, refreshMinutes: 15, events }),
					"feed",
				);
				expect(invite.attendees).toHaveLength(1);
				expect(inFeed.attendees).toEqual([]);
				expect(inFeed.summary).toBe(invite.summary);
				expect(inFeed.description).toBe(invite.description);
			}),
			{ numRuns: 150 },
		);
	}, 30_000);

	it.each(awkward)("%s: subject on one line, HTML without markup of its own", (_, text) => {
		const { subject, html, text: plain } = composeInvite(filledWith(text), request);
		expect(subject).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
		expect(plain.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
		const { document } = parseHTML(html);
		expect(document.querySelectorAll("script, img, style, iframe, form")).toHaveLength(0);
		expect(document.querySelectorAll("a")).toHaveLength(1);
		expect(document.querySelector("title")?.textContent).toBe(subject);
		expect(document.querySelector("html")?.getAttribute("lang")).toBe("en-GB");
	});
});

describe("the closed list", () => {
	it.each(["notes", "sensitivities", "coordinatorPhone", "pupils"])("refuses %s", (key) => {
		const invite = { ...inviteFacts(), [key]: "not to be sent" };
		expect(() => composeInvite(invite, request)).toThrow(new RegExp(key));
		expect(() => composeFeedEvent({ ...feedFacts(), [key]: "not to be sent" })).toThrow(
			new RegExp(key),
		);
	});

	it("refuses anything more about the people", () => {
		const recipient = { ...inviteFacts().recipient, phone: "07700 900123" };
		expect(() => composeInvite(inviteFacts({ recipient }), request)).toThrow(/phone/);
		const organizer = { ...inviteFacts().organizer, phone: "07700 900123" };
		expect(() => composeInvite(inviteFacts({ organizer }), request)).toThrow(/phone/);
	});

	it("names nobody in a feed", () => {
		expect(() => composeFeedEvent(inviteFacts())).toThrow(/recipient/);
	});

	it("carries one telephone number: the team's", () => {
		const { ics, text, html } = composeInvite(inviteFacts({ teamPhone: null }), request);
		for (const part of [text, html, ics.replace(/\d{8}T\d{6}Z|UID:.*|.*reference.*/gi, "")]) {
			expect(part).not.toMatch(/\b0\d{3,4} ?\d{3} ?\d{3}/);
		}
	});
});
