import { describe, expect, it } from "vitest";
import { absenceInput, personTimeInput } from "#app/domain/people/person-time-input.ts";
import { baseInput, travelInput } from "#app/domain/travel/travel-input.ts";

type Parsed = { error?: { issues: { path: PropertyKey[]; message: string }[] } };
const problemsOf = ({ error }: Parsed) =>
	(error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

describe("personTimeInput", () => {
	const day = { 1: { starts: "8.30", ends: "4:30pm" }, 2: { starts: "", ends: "" } };

	it("makes a pattern of the boxes that are filled in", () => {
		const typed = { day, dailySessions: "4", weeklyHours: "", vettedUntil: "2027-08-31", base: "" };
		expect(personTimeInput.parse(typed)).toEqual({
			pattern: [{ weekday: 1, starts: "08:30", ends: "16:30" }],
			dailySessions: 4,
			weeklyMinutes: null,
			vettedUntil: "2027-08-31",
			base: null,
		});
	});

	it("names every box that is wrong", () => {
		const typed = {
			day: {
				1: { starts: "9:00", ends: "" },
				2: { starts: "", ends: "17:00" },
				3: { starts: "17:00", ends: "9:00" },
				4: { starts: "late", ends: ["9:00"] },
			},
			dailySessions: "0",
			weeklyHours: "61",
			vettedUntil: "2027-02-30",
			base: "a b",
		};
		expect(problemsOf(personTimeInput.safeParse(typed))).toEqual([
			["day.1.ends", "Enter when work ends on Monday"],
			["day.2.starts", "Enter when work starts on Tuesday"],
			["day.3.ends", "Enter an end on Wednesday that is after the start"],
			["day.4.starts", "Enter when work starts on Thursday as a time of day, like 08:30"],
			["day.4.ends", "Enter when work ends on Thursday, like 16:30"],
			["dailySessions", "Enter the most sessions a day as 1 or more"],
			["weeklyHours", "Enter the most hours a week as 60 or fewer"],
			["vettedUntil", "Enter the last day of the vetting as a real date, like 2027-01-31"],
			["base", "Choose a base"],
		]);
	});
});

describe("absenceInput", () => {
	const leave = { kind: "leave", from: "2027-05-03", to: "2027-05-07" };

	it("takes whole days, one day, and a part of one", () => {
		expect(absenceInput.parse({ ...leave, to: "" })).toMatchObject({ to: "2027-05-03" });
		const part = { kind: "training", from: "2027-05-03", starts: "9", ends: "12:30" };
		expect(problemsOf(absenceInput.safeParse(part))).toEqual([
			["starts", "Enter when it starts as a time of day, like 09:00"],
		]);
		const parsed = absenceInput.parse({ ...part, starts: "9am" });
		expect(parsed).toMatchObject({ starts: "09:00", ends: "12:30", to: "2027-05-03" });
	});

	it.each<[object, string, string]>([
		[{ kind: "holiday" }, "kind", "Choose why they are away"],
		[{ from: "2027-02-30" }, "from", "Enter the first day as a real date, like 2027-01-31"],
		[{ to: "2027-05-02" }, "to", "Enter a last day that is the same as or after the first day"],
		[{ to: "2037-05-02" }, "to", "Enter a last day within two years of the first day"],
		[
			{ starts: "09:00", ends: "12:00" },
			"starts",
			"Leave the times empty: they are for a part of one day",
		],
		[{ to: "", starts: "09:00" }, "ends", "Enter when it ends, like 12:30"],
		[{ to: "", ends: "09:00" }, "starts", "Enter when it starts, like 09:00"],
		[{ to: "", starts: "09:00", ends: "09:00" }, "ends", "Enter an end that is after the start"],
	])("refuses %j", (change, field, message) => {
		expect(problemsOf(absenceInput.safeParse({ ...leave, ...change }))).toEqual([[field, message]]);
	});
});

describe("settings of travel", () => {
	const usual = {
		speedKmh: "40",
		roadFactor: "1.3",
		setUpMinutes: "15",
		changeMinutes: "0",
		dailySessions: "6",
		weeklyHours: "25",
	};

	it("are numbers within reason", () => {
		expect(travelInput.parse(usual)).toEqual({
			travel: { speedKmh: 40, roadFactor: 1.3, setUpMinutes: 15, changeMinutes: 0 },
			limits: { dailySessions: 6, weeklyMinutes: 1500 },
		});
		const wrong = {
			...usual,
			speedKmh: "0",
			roadFactor: "0.5",
			setUpMinutes: "-1",
			dailySessions: "x",
		};
		expect(problemsOf(travelInput.safeParse(wrong))).toEqual([
			["speedKmh", "Enter the speed as 1 or more"],
			["roadFactor", "Enter how much longer roads are as a number from 1 to 3, like 1.3"],
			["setUpMinutes", "Enter the minutes to set up as 0 or more"],
			["dailySessions", "Enter the most sessions a day as a whole number, like 28"],
		]);
	});

	it("place a base by the grid or by a venue, and not by both or neither", () => {
		const base = { name: "Chelmsford", easting: "570,600", northing: "206900", near: "" };
		expect(baseInput.parse(base)).toEqual({
			name: "Chelmsford",
			at: { easting: 570_600, northing: 206_900 },
		});
		expect(baseInput.parse({ name: "Chelmsford", near: "900001" }).at).toBe("900001");
		expect(problemsOf(baseInput.safeParse({ ...base, near: "900001" }))[0]?.[0]).toBe("near");
		expect(problemsOf(baseInput.safeParse({ name: "Chelmsford" }))[0]?.[0]).toBe("easting");
		expect(problemsOf(baseInput.safeParse({ ...base, northing: "north" }))).toEqual([
			["northing", "Enter the northing in metres, from 0 to 1300000"],
		]);
	});
});
