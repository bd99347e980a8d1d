import type { Database } from "#app/data/database.ts";
import { insertMissingDistricts } from "#app/data/districts.ts";
import { type District, essexDistricts } from "#app/domain/venues/districts.ts";

/**
 * Adds the districts that this release knows and the database does not. What is there is left as it
 * is: somebody may have given a district its end.
 * @returns how many were added
 */
export async function ensureDistricts(
	database: Database,
	districts: readonly District[] = essexDistricts,
): Promise<number> {
	return database.transaction((tx) => insertMissingDistricts(tx, districts));
}
