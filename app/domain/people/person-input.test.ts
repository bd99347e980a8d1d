import { describe, expect, it } from "vitest";
import { personInput } from "#app/domain/people/person-input.ts";
import { qualificationOn } from "#app/domain/people/qualification.ts";

const least = { name: "Priya Shah", email: "priya.shah@agency.test", agency: "a1" };

function problems(change: object): [string, string][] {
	const issues = personInput.safeParse({ ...least, ...change }).error?.issues ?? [];
	return issues.map(({ path, message }) => [path.join("."), message]);
}

describe("personInput", () => {
	it("gives each chosen programme its last day, and drops the days of others", () => {
		const typed = {
			...least,
			email: "Priya.Shah@Agency.test",
			teams: "t1",
			programmes: ["p1", "p2"],
			until: { p1: "2027-08-31", p2: " ", p3: "2027-01-01" },
		};
		expect(personInput.parse(typed)).toEqual({
			...least,
			teams: ["t1"],
			qualifications: [
				{ programmeId: "p1", until: "2027-08-31" },
				{ programmeId: "p2", until: null },
			],
		});
	});

	it("needs no team and no programme", () => {
		expect(personInput.parse(least)).toEqual({ ...least, teams: [], qualifications: [] });
	});

	it("names the programme whose day is wrong, together with everything else that is", () => {
		const change = { agency: "", programmes: "p1", until: { p1: "2027-02-30" } };
		expect(problems(change)).toEqual([
			["agency", "Choose the agency that employs them"],
			["until.p1", "Enter the last day as a real date, like 2027-01-31"],
		]);
	});

	it("does not take what every object has for a day", () => {
		const parsed = personInput.parse({ ...least, programmes: ["constructor"], until: {} });
		expect(parsed.qualifications).toEqual([{ programmeId: "constructor", until: null }]);
	});
});

describe("qualificationOn", () => {
	it.each([
		[{ until: null }, "2027-01-14", "qualified"],
		[{ until: "2027-01-14" }, "2027-01-14", "qualified"],
		[{ until: "2027-01-13" }, "2027-01-14", "expired"],
		[null, "2027-01-14", "not_qualified"],
		[undefined, "2027-01-14", "not_qualified"],
	] as const)("%j on %s: %s", (qualification, date, standing) => {
		expect(qualificationOn(qualification, date)).toBe(standing);
	});
});
