import { describe, expect, it } from "vitest";
import type { MessageStatus } from "./delivery.ts";
import { inviteTruth, type TruthMessage } from "./invite-truth.ts";

/** `R0 sent` is a REQUEST that tells version 0 and was sent. */
function messages(...told: string[]): TruthMessage[] {
	return told.map((words, at) => {
		const [what = "", status] = words.split(" ");
		return {
			id: at + 1,
			method: what.startsWith("R") ? "REQUEST" : "CANCEL",
			version: Number(what.slice(1)),
			status: status as MessageStatus,
		};
	});
}

const gone = new Date("2026-11-25T09:00:00Z");

describe("what a recipient's calendar holds", () => {
	it.each([
		["as it is", ["R0 sent"], 0, null, "current", false],
		["moved, the move on its way", ["R0 sent", "R1 waiting"], 1, null, "on_its_way", true],
		["moved, the move held", ["R0 sent", "R1 held"], 1, null, "held", true],
		["moved, the move refused", ["R0 sent", "R1 failed"], 1, null, "failed", true],
		["moved, and nobody was told", ["R0 sent"], 1, null, "out_of_date", true],
		[
			"moved, the held move replaced",
			["R0 sent", "R1 replaced", "R2 sent"],
			2,
			null,
			"current",
			false,
		],
		["the first invite on its way", ["R0 sending"], 0, null, "on_its_way", false],
		["the first invite refused", ["R0 failed"], 0, null, "failed", false],
		["never invited", [], 0, null, "not_invited", false],
		["taken off before anything left", ["R0 replaced"], 0, gone, "ended", false],
		["taken off", ["R0 sent", "C0 sent"], 0, gone, "ended", false],
		["taken off, the word on its way", ["R0 sent", "C0 waiting"], 0, gone, "on_its_way", true],
		["taken off and back", ["R0 sent", "C0 sent", "R0 sent"], 0, null, "current", false],
		["back, the invite refused", ["R0 sent", "C0 sent", "R0 failed"], 0, null, "failed", true],
		["sent again", ["R1 sent", "R1 sent"], 1, null, "current", false],
	] as const)("%s", (_, told, sequence, withdrawnAt, state, outOfDate) => {
		const session = { status: "confirmed", sequence } as const;
		const truth = inviteTruth(session, { withdrawnAt, messages: messages(...told) });
		expect([truth.state, truth.outOfDate]).toEqual([state, outOfDate]);
	});

	it("of a cancelled session is right when nothing is left in it", () => {
		const session = { status: "cancelled", sequence: 1 } as const;
		const state = (...told: string[]) =>
			inviteTruth(session, { withdrawnAt: null, messages: messages(...told) }).state;
		expect(state("R0 sent", "C1 sent")).toBe("ended");
		expect(state("R0 sent", "C1 failed")).toBe("failed");
		expect(state()).toBe("ended");
	});
});
