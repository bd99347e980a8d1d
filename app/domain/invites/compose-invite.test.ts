import { describe, expect, it } from "vitest";
import { inviteFacts } from "#tests/factories/invite-facts.ts";
import { readWithAll } from "#tests/setup/calendar-parsers.ts";
import { linesOf, onlyValue, readCalendar } from "#tests/setup/itip-rules.ts";
import { composeInvite, type InviteOptions } from "./compose-invite.ts";
import type { InviteFacts } from "./invite-facts.ts";

const stamp = new Date("2026-12-02T11:12:13Z");
const request = { method: "REQUEST", stamp } as const;
const cancel = { method: "CANCEL", stamp } as const;
const yesterday = {
	startsAt: new Date("2027-01-13T13:30:00Z"),
	endsAt: new Date("2027-01-13T14:30:00Z"),
	room: "Library",
};
const facilitator = {
	name: "Sam Reed",
	address: "sam@team.test",
	kind: "facilitator",
	page: null,
} as const;

function eventIn(ics: string, kind: "REQUEST" | "CANCEL") {
	const [event] = readCalendar(ics, kind).children;
	if (!event) throw new Error("no event");
	return event;
}

describe("the calendar of an invitation", () => {
	const event = eventIn(composeInvite(inviteFacts(), request).ics, "REQUEST");

	it.each([
		["UID", "0f5c2e7a-3b1d-4c68-9a52-7d1e90c4b3a1@termtime.test"],
		["SEQUENCE", "0"],
		["DTSTAMP", "20261202T111213Z"],
		["LAST-MODIFIED", "20261201T083000Z"],
		["DTSTART", "20270114T090000Z"],
		["DTEND", "20270114T100000Z"],
		["STATUS", "CONFIRMED"],
		["X-MICROSOFT-CDO-BUSYSTATUS", "BUSY"],
		["TRANSP", "OPAQUE"],
		["SUMMARY", "Knife crime: choices at Marsh Lane Academy"],
		["LOCATION", "Marsh Lane Academy\\, Drama studio\\, Marsh Lane\\, Chelmsford\\, CM1 0ZZ"],
		["ORGANIZER", "mailto:bookings+k3y@team.test"],
		["ATTENDEE", "mailto:a.patel@school.test"],
		["URL", "https://termtime.test/sessions/JET-2027-0014"],
	])("has %s:%s", (name, value) => {
		expect(onlyValue(event, name)).toBe(value);
	});

	it("says what to prepare and how to reach the team, and no more", () => {
		expect(onlyValue(event, "DESCRIPTION")).toBe(
			"Reference: JET-2027-0014\\n\\nWhat to prepare:\\nA projector and sound\\n" +
				"A member of staff who stays in the room\\n\\nContact:\\nJoint Education Team\\n" +
				"education@team.test\\n01632 960123\\n\\n" +
				"More about this session: https://termtime.test/sessions/JET-2027-0014",
		);
	});

	it("reminds as many days before as asked, or not at all", () => {
		const [alarm] = eventIn(
			composeInvite(inviteFacts({ reminderDaysBefore: 7 }), request).ics,
			"REQUEST",
		).children;
		expect(alarm && onlyValue(alarm, "TRIGGER")).toBe("-P7D");
		const silent = composeInvite(inviteFacts({ reminderDaysBefore: null }), request);
		expect(eventIn(silent.ics, "REQUEST").children).toEqual([]);
	});

	it("marks a provisional session so that every calendar shows it", () => {
		const provisional = composeInvite(inviteFacts({ status: "TENTATIVE" }), request);
		const read = eventIn(provisional.ics, "REQUEST");
		expect(onlyValue(read, "STATUS")).toBe("TENTATIVE");
		expect(onlyValue(read, "X-MICROSOFT-CDO-BUSYSTATUS")).toBe("TENTATIVE");
		expect(onlyValue(read, "SUMMARY")).toMatch(/^Provisional: Knife crime/);
	});
});

describe("the calendar of a cancellation", () => {
	it.each(["CANCELLED", "CONFIRMED"] as const)(
		"takes the entry away from somebody removed or told of it, session %s",
		(status) => {
			const { ics, method } = composeInvite(inviteFacts({ status, sequence: 4 }), cancel);
			const event = eventIn(ics, "CANCEL");
			expect(method).toBe("CANCEL");
			expect(onlyValue(event, "STATUS")).toBe("CANCELLED");
			expect(onlyValue(event, "SEQUENCE")).toBe("4");
			expect(onlyValue(event, "TRANSP")).toBe("TRANSPARENT");
			expect(event.children).toEqual([]);
			expect(linesOf(event, "URL")).toEqual([]);
			expect(onlyValue(event, "ATTENDEE")).toBe("mailto:a.patel@school.test");
		},
	);

	it("is never sent as a REQUEST", () => {
		expect(() => composeInvite(inviteFacts({ status: "CANCELLED" }), request)).toThrow(
			/never sent as a REQUEST/,
		);
	});

	it("does not say that a session is cancelled when it is not", () => {
		expect(() => composeInvite(inviteFacts(), { ...cancel, why: "cancelled" })).toThrow(/removed/);
		expect(() => composeInvite(inviteFacts(), { ...cancel, why: "updated" })).toThrow(/reason/);
		expect(() => composeInvite(inviteFacts(), { ...request, why: "removed" })).toThrow(/reason/);
	});
});

describe("an update", () => {
	const first = composeInvite(inviteFacts(), request).ics;
	const moved = inviteFacts({ sequence: 1, startsAt: new Date("2027-01-14T09:30:00Z") });
	const later = new Date("2026-12-03T00:00:00Z");
	const second = composeInvite(moved, { method: "REQUEST", stamp: later }).ics;

	it("keeps the UID, raises SEQUENCE and has a DTSTAMP of its own", () => {
		const [before, after] = [eventIn(first, "REQUEST"), eventIn(second, "REQUEST")];
		expect(onlyValue(after, "UID")).toBe(onlyValue(before, "UID"));
		expect(onlyValue(before, "SEQUENCE")).toBe("0");
		expect(onlyValue(after, "SEQUENCE")).toBe("1");
		expect(onlyValue(after, "DTSTAMP")).toBe("20261203T000000Z");
	});
});

describe("the clocks of 2027", () => {
	const pupils = [
		["the Friday before they go forward", "2027-03-26T09:00:00Z", "9:00am to 10:00am"],
		["the Sunday they go forward, after", "2027-03-28T08:00:00Z", "9:00am to 10:00am"],
		["the Sunday they go forward, across", "2027-03-28T00:30:00Z", "12:30am to 2:30am"],
		["the Monday after", "2027-03-29T08:00:00Z", "9:00am to 10:00am"],
		["the Friday before they go back", "2027-10-29T08:00:00Z", "9:00am to 10:00am"],
		["the Sunday they go back, after", "2027-10-31T09:00:00Z", "9:00am to 10:00am"],
		["the Monday after that", "2027-11-01T09:00:00Z", "9:00am to 10:00am"],
	] as const;
	it.each(pupils)("are right on %s", (_, start, words) => {
		const startsAt = new Date(start);
		const endsAt = new Date(startsAt.getTime() + 3_600_000);
		const { text, html, ics } = composeInvite(inviteFacts({ startsAt, endsAt }), request);
		expect(text).toContain(words);
		expect(html).toContain(words);
		for (const [shown] of Object.values(readWithAll(ics, "REQUEST"))) {
			expect(shown?.startsAt).toBe(startsAt.toISOString());
			expect(shown?.endsAt).toBe(endsAt.toISOString());
		}
	});
});

describe("the words", () => {
	const cancelled = { status: "CANCELLED" } as const;
	const provisional = { status: "TENTATIVE" } as const;
	const rest = "Knife crime: choices at Marsh Lane Academy, Thursday 14 January 2027";
	it.each<[string, Partial<InviteFacts>, InviteOptions, string]>([
		["new", {}, request, "Invitation"],
		["provisional", provisional, request, "Provisional"],
		[
			"provisional and moved",
			provisional,
			{ ...request, previous: yesterday },
			"Provisional, updated",
		],
		["updated", { sequence: 2 }, request, "Updated"],
		["new to somebody added late", { sequence: 2 }, { ...request, why: "invited" }, "Invitation"],
		[
			"confirmed",
			{ sequence: 1 },
			{ ...request, previous: { ...yesterday, status: "TENTATIVE" } },
			"Confirmed",
		],
		["cancelled", cancelled, cancel, "Cancelled"],
		["removed", {}, cancel, "No longer needed"],
	])("of a subject: %s", (_, facts, options, prefix) => {
		expect(composeInvite(inviteFacts(facts), options).subject).toBe(`${prefix}: ${rest}`);
	});

	it("show the old time and room beside the new", () => {
		const { text } = composeInvite(inviteFacts({ sequence: 1 }), {
			...request,
			previous: yesterday,
		});
		expect(text).toContain("When: Thursday 14 January 2027, 9:00am to 10:00am\n");
		expect(text).toContain("Before, it was: Wednesday 13 January 2027, 1:30pm to 2:30pm\n");
		expect(text).toContain("Room before: Library\n");
	});

	it("show no old time when only something else changed", () => {
		const { startsAt, endsAt, room } = inviteFacts();
		const options = { ...request, previous: { startsAt, endsAt, room } };
		const { text } = composeInvite(inviteFacts({ sequence: 1 }), options);
		expect(text).not.toMatch(/before/i);
	});

	it("name both days when a session ends on another", () => {
		const endsAt = new Date("2027-01-15T00:30:00Z");
		const { text } = composeInvite(inviteFacts({ endsAt }), request);
		expect(text).toContain("Thursday 14 January 2027, 9:00am to Friday 15 January 2027, 12:30am");
	});

	it("tell a facilitator that they deliver, and whose task it is to prepare", () => {
		const { text } = composeInvite(inviteFacts({ recipient: facilitator }), request);
		expect(text).toContain("You are down to deliver this session.");
		expect(text).toContain("What the venue is asked to prepare");
		expect(composeInvite(inviteFacts(), request).text).toContain("What to prepare");
	});

	it("lead to a contact's own page in the mail alone, and to no page a contact who has none", () => {
		const { recipient } = inviteFacts();
		const own = { ...inviteFacts(), sessionUrl: null };
		const { text, html, ics } = composeInvite(own, request);
		for (const written of [text, html]) {
			expect(written).toContain("https://termtime.test/school/abc123");
			expect(written).toContain("accept or decline in your calendar or on your page");
		}
		expect(ics.replaceAll(/\r\n /g, "")).not.toContain("/school/");
		const none = composeInvite({ ...own, recipient: { ...recipient, page: null } }, request);
		expect(none.text).not.toContain("https://");
		expect(none.text).toContain("accept or decline in your calendar, so that");
	});

	it("do not tell somebody removed that the session is off", () => {
		const { text } = composeInvite(inviteFacts(), cancel);
		expect(text).toContain("The session itself is not cancelled by this message.");
		expect(text).not.toContain("What to prepare");
		expect(text).not.toContain("https://");
	});

	it("ask for no names of pupils, and give the team's own telephone and address", () => {
		const { text } = composeInvite(inviteFacts(), request);
		expect(text).toContain("Please do not put names or details of pupils in a reply.");
		expect(text).toContain("education@team.test or call 01632 960123");
	});
});
