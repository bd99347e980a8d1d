import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	canCorrect,
	canTransition,
	isAwaitingCloseOut,
	occupies,
	sessionStatuses,
	statusLabels,
} from "#app/domain/sessions/status.ts";
import { isPast } from "#app/domain/time.ts";

const allowed = [
	"provisional>confirmed",
	"provisional>cancelled",
	"confirmed>delivered",
	"confirmed>cancelled",
	"confirmed>not_delivered",
];
const corrections = [
	"delivered>delivered",
	"delivered>not_delivered",
	"not_delivered>delivered",
	"not_delivered>not_delivered",
];
const pairs = sessionStatuses.flatMap((from) => sessionStatuses.map((to) => [from, to] as const));

describe("session status", () => {
	it.each(pairs)("%s to %s", (from, to) => {
		expect(canTransition(from, to)).toBe(allowed.includes(`${from}>${to}`));
		expect(canCorrect(from, to)).toBe(corrections.includes(`${from}>${to}`));
	});

	it.each([
		["provisional", true, "Provisional"],
		["confirmed", true, "Confirmed"],
		["delivered", true, "Delivered"],
		["cancelled", false, "Cancelled"],
		["not_delivered", false, "Not delivered"],
	] as const)("%s occupies people and room: %s", (status, expected, label) => {
		expect(occupies(status)).toBe(expected);
		expect(statusLabels[status]).toBe(label);
	});

	it("awaits close-out when confirmed and over, and at no other time", () => {
		const status = fc.constantFrom(...sessionStatuses);
		fc.assert(
			fc.property(status, fc.nat(9), fc.nat(9), (each, ends, now) => {
				const session = { status: each, endsAt: new Date(ends) };
				const over = isPast({ start: new Date(-1), end: session.endsAt }, new Date(now));
				expect(isAwaitingCloseOut(session, new Date(now))).toBe(over && each === "confirmed");
			}),
		);
	});
});
