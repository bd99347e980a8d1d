import { describe, expect, it } from "vitest";
import { agencyInput } from "#app/domain/partnership/agency-input.ts";
import { partnershipInput } from "#app/domain/partnership/partnership-input.ts";
import { teamInput } from "#app/domain/partnership/team-input.ts";
import { themeInput } from "#app/domain/partnership/theme-input.ts";

describe("the partnership's forms", () => {
	it("read what people type", () => {
		expect(agencyInput.parse({ name: " Essex Police " })).toEqual({ name: "Essex Police" });
		expect(themeInput.parse({ name: "Knife crime", position: "" })).toEqual({
			name: "Knife crime",
			position: 0,
		});
		const team = { name: "Joint Education Team", prefix: "jet", email: "JET@team.test" };
		expect(teamInput.parse({ ...team, phone: "", agencies: ["a1", "a2"] })).toEqual({
			...team,
			prefix: "JET",
			email: "jet@team.test",
			agencies: ["a1", "a2"],
		});
	});

	it.each([
		["", null],
		["0", null],
		["2", 2],
	])("read %j days before as a reminder of %j", (reminderDays, days) => {
		const typed = { partnership: "Essex", zone: "Europe/London", reminderDays };
		expect(partnershipInput.parse(typed).reminderDays).toBe(days);
	});

	it.each([
		[{ zone: "Europe/Atlantis" }, "Enter a time zone that exists, like Europe/London"],
		[{ zone: "" }, "Enter a time zone, like Europe/London"],
		[{ reminderDays: "61" }, "Enter the days before a reminder as 60 or fewer"],
		[{ partnership: "\u0000" }, "Enter the name of the partnership"],
	])("refuse %j", (change, message) => {
		const typed = { partnership: "Essex", zone: "Europe/London", reminderDays: "1", ...change };
		const issues = partnershipInput.safeParse(typed).error?.issues ?? [];
		expect(issues.map((issue) => issue.message)).toContain(message);
	});
});
