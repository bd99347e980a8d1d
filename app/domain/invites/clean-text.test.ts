import { describe, expect, it } from "vitest";
import { calendarLine, calendarLines, calendarName, cleanLine, cleanLines } from "./clean-text.ts";

describe("cleaning", () => {
	it.each([
		["a line break", "Hall\r\nATTENDEE:mailto:evil@x.test", "Hall ATTENDEE:mailto:evil@x.test"],
		["a bare carriage return", "Hall\rX-EVIL:1", "Hall X-EVIL:1"],
		["separators some programs break at", "a\u2028b\u2029c\u0085d\u000be\u000cf", "a b c d e f"],
		["control characters", "H\u0000a\u0007l\u001bl\u007f\u009f", "Hall"],
		["marks that reverse what is shown", "Hall \u202Egpj.exe\u2066", "Hall gpj.exe"],
		["half a character", "Hall \uD83D!", "Hall !"],
		["space of every width", "  Hall\t\tA   B ", "Hall A B"],
	])("takes %s out of a line", (_, typed, cleaned) => {
		expect(cleanLine(typed)).toBe(cleaned);
	});

	it("leaves accents, joined emoji and the flags made of tags as they are", () => {
		const text = "Siân, 学校 👩🏽‍🏫 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";
		expect(cleanLine(text)).toBe(text);
	});

	it("keeps the lines of a list, and at most one empty line between two", () => {
		expect(cleanLines("\r\nProjector \r\n\r\n\r\n\r\n sound\rroom\u0000\n")).toBe(
			"Projector\n\nsound\nroom",
		);
	});

	it("leaves no backslash for a reader to take for a line break", () => {
		expect(calendarLine("S:\\new\\Nights")).toBe("S:/new/Nights");
		expect(calendarLines("one\\ntwo\nthree")).toBe("one/ntwo\nthree");
	});

	it("leaves nothing that looks like the end of an event to a reader in a hurry", () => {
		expect(calendarLine("x END:VEVENT BEGIN:VEVENT")).toBe("x END: VEVENT BEGIN: VEVENT");
		expect(calendarLine("WEEKEND: visits")).toBe("WEEKEND: visits");
	});

	it.each([
		['Anita "Nita" Patel', "Anita “Nita” Patel"],
		['"Nita"', "“Nita”"],
		["Patel, Anita; DSL: Year 9", "Patel Anita DSL Year 9"],
		["A^nB^'C", "A nB 'C"],
		['",;"', "“ ”"],
	])("makes a name of %s that no reader trips over", (typed, name) => {
		expect(calendarName(typed)).toBe(name);
	});
});
