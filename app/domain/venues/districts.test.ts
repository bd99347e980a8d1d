import { describe, expect, it } from "vitest";
import { districtExistsOn, essexDistricts } from "#app/domain/venues/districts.ts";

describe("essexDistricts", () => {
	it("has the twelve districts by code, and the two unitaries with their own authorities", () => {
		expect(essexDistricts).toHaveLength(14);
		expect(new Set(essexDistricts.map(({ code }) => code)).size).toBe(14);
		const named = (code: string) => essexDistricts.find((district) => district.code === code);
		expect(named("E07000066")).toMatchObject({ name: "Basildon", laCode: "881" });
		expect(named("E07000074")).toMatchObject({ name: "Maldon", laCode: "881" });
		expect(named("E07000077")).toMatchObject({ name: "Uttlesford", laCode: "881" });
		expect(named("E06000033")).toMatchObject({ name: "Southend-on-Sea", laCode: "882" });
		expect(named("E06000034")).toMatchObject({ name: "Thurrock", laCode: "883" });
	});
});

describe("districtExistsOn", () => {
	const from = "1974-04-01";
	it.each([
		[{ from, until: null }, "2026-11-24", true],
		[{ from, until: null }, "1974-03-31", false],
		[{ from, until: "2028-03-31" }, "2028-03-31", true],
		[{ from, until: "2028-03-31" }, "2028-04-01", false],
		[{ from: null, until: null }, "1960-01-01", true],
	])("%j on %s: %s", (district, date, exists) => {
		expect(districtExistsOn(district, date)).toBe(exists);
	});
});
