import type { LocalDate } from "#app/domain/time.ts";
import { type District, districtExistsOn } from "#app/domain/venues/districts.ts";
import type { Reader, Transaction } from "./database.ts";

/** Every district there ever was, in the order of lists. */
export async function readDistricts(reader: Reader): Promise<District[]> {
	return reader.district.findMany({ orderBy: [{ position: "asc" }, { code: "asc" }] });
}

/** The districts that exist on a day, in the order of lists. */
export async function readDistrictChoices(reader: Reader, date: LocalDate): Promise<District[]> {
	const all = await readDistricts(reader);
	return all.filter((district) => districtExistsOn(district, date));
}

/** Adds those whose code is not there yet, changes none; says how many were added. */
export async function insertMissingDistricts(
	tx: Transaction,
	districts: readonly District[],
): Promise<number> {
	const there = await tx.district.findMany({ select: { code: true } });
	const known = new Set(there.map(({ code }) => code));
	const missing = districts.filter(({ code }) => !known.has(code));
	if (missing.length > 0) await tx.district.createMany({ data: [...missing] });
	return missing.length;
}
