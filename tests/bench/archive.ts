import type { Database } from "#app/data/database.ts";
import { academicYear } from "#app/domain/periods.ts";
import { addDays } from "#app/domain/time.ts";
import { venueKinds } from "#app/domain/venues/venue-kinds.ts";

export const FIRST_YEAR = 2006;
export const YEARS = 20;

/** How the places and people of an archive are numbered; the same for one of any size. */
const counts = { themes: 5, programmes: 12, teams: 10, agencies: 6, districts: 60 };
const phases = ["primary", "secondary", "all_through", "sixteen_plus"];

/**
 * Fills an empty database with delivered sessions over twenty academic years, spread by arithmetic
 * over venues, programmes and year groups, as if each had been closed out here. One in twenty more
 * was cancelled. What is kept of reach is not written.
 */
export async function fillArchive(
	database: Database,
	{ sessions, venues }: { sessions: number; venues: number },
): Promise<void> {
	await fillRegister(database, venues);
	const run = (sql: string) => database.client.$executeRawUnsafe(sql);
	const days = schoolDays();
	await run(`CREATE TABLE "BenchDay" ("n" INTEGER PRIMARY KEY, "day" TEXT NOT NULL)`);
	await run(`INSERT INTO "BenchDay" VALUES ${days.map((day, n) => `(${n}, '${day}')`).join(", ")}`);
	await run(
		`CREATE TABLE "BenchSession" AS ${stagedSessions(database, sessions, venues, days.length)}`,
	);
	for (const sql of statements(database)) await run(sql);
	await run(`DROP TABLE "BenchSession"`);
	await run(`DROP TABLE "BenchDay"`);
	await run("ANALYZE");
}

/** Weekdays from September to mid-July. */
function schoolDays(): string[] {
	const { from } = academicYear(FIRST_YEAR);
	const { to } = academicYear(FIRST_YEAR + YEARS - 1);
	const days: string[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) {
		const weekday = new Date(day).getUTCDay();
		const holiday = day.slice(5) > "07-20" && day.slice(5) < "09-03";
		if (weekday > 0 && weekday < 6 && !holiday) days.push(day);
	}
	return days;
}

async function fillRegister({ client }: Database, venues: number): Promise<void> {
	const named = (count: number, what: string) =>
		Array.from({ length: count }, (_, n) => ({ id: `${what}-${n}`, name: `${what} ${n}` }));
	await client.theme.createMany({ data: named(counts.themes, "theme") });
	await client.agency.createMany({ data: named(counts.agencies, "agency") });
	await client.team.createMany({
		data: named(counts.teams, "team").map((team, n) => ({
			...team,
			prefix: `T${n}`,
			email: "a@b.test",
		})),
	});
	await client.programme.createMany({
		data: named(counts.programmes, "programme").map((programme, n) => ({
			...programme,
			slug: programme.id,
			themeId: `theme-${n % counts.themes}`,
			lengthMinutes: 60,
			yearGroups: "Y8",
		})),
	});
	await client.district.createMany({
		data: named(counts.districts, "district").map(({ id, name }, position) => ({
			code: id,
			name,
			laCode: "881",
			laName: "Essex",
			position,
		})),
	});
	const kinds = [...venueKinds];
	for (let from = 0; from < venues; from += 1000) {
		const length = Math.min(1000, venues - from);
		await client.venue.createMany({
			data: Array.from({ length }, (_, at) => {
				const n = from + at;
				const name = `Venue ${String(n).padStart(6, "0")}`;
				return {
					id: `venue-${n}`,
					name,
					kind: n % 10 === 0 ? (kinds[(n / 10) % kinds.length] ?? "other") : "school",
					phase: phases[n % phases.length] ?? null,
					districtCode: `district-${n % counts.districts}`,
					searchText: name.toLowerCase(),
				};
			}),
		});
	}
}

/** Numbers that look like chance, the same on both engines. */
const chance = (factor: number, below: number) => `(((n * ${factor}) % 2147483647) % ${below})`;

function stagedSessions({ engine }: Database, sessions: number, venues: number, days: number) {
	const count = sessions + Math.floor(sessions / 20);
	const numbers =
		engine === "sqlite"
			? `(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < ${count}) SELECT n FROM r)`
			: `(SELECT n::bigint FROM generate_series(1, ${count}) n)`;
	return `SELECT x.*, d."day", v."districtCode", v."phase", v."kind"
		FROM (SELECT n, n > ${sessions} AS "cancelled",
			${chance(1140671485, days)} AS "at",
			'venue-' || ${chance(1103515245, venues)} AS "venueId",
			${chance(69621, counts.programmes)} AS "programme",
			${chance(48271, counts.teams)} AS "team",
			${chance(40692, counts.agencies)} AS "agency",
			${chance(16807, 5)} AS "group",
			20 + ${chance(39373, 40)} AS "heads",
			${chance(742938285, 20)} AS "die"
			FROM ${numbers} numbers) x
		JOIN "BenchDay" d ON d."n" = x."at"
		JOIN "Venue" v ON v."id" = x."venueId"`;
}

function statements({ engine }: Database): string[] {
	const moment = (minutes: string) =>
		engine === "sqlite"
			? `strftime('%Y-%m-%dT%H:%M:%S.000+00:00', "day" || ' 08:00', '+' || (${minutes}) || ' minutes')`
			: `(("day" || ' 08:00')::timestamp + make_interval(mins => (${minutes})::int))`;
	const truth = (condition: string) => (engine === "sqlite" ? condition : `(${condition})`);
	// why: 1 in 3 sessions has a second year group, 1 in 4 a second agency.
	return [
		`INSERT INTO "Session" ("id", "reference", "programmeId", "teamId", "venueId", "status", "occupies",
			"startsAt", "endsAt", "localDate", "expectedYoungPeople", "cancelledBy", "changedAt", "uid",
			"organizerToken", "createdAt")
		SELECT 's' || n, 'T' || "team" || '-' || substr("day", 1, 4) || '-' || n,
			'programme-' || "programme", 'team-' || "team", "venueId",
			CASE WHEN "cancelled" THEN 'cancelled' ELSE 'delivered' END, ${truth(`NOT "cancelled"`)},
			${moment("n % 480")}, ${moment("n % 480 + 60")}, "day", 30,
			CASE WHEN "cancelled" THEN CASE WHEN "die" < 10 THEN 'us' ELSE 'school' END END,
			${moment("0")}, 'u' || n, 'o' || n, ${moment("0")}
		FROM "BenchSession"`,
		`INSERT INTO "CloseOut" ("id", "sessionId", "revision", "current", "outcome", "counted", "youngPeople",
			"adults", "recordedByName", "recordedAt")
		SELECT 'c' || n, 's' || n, 1, ${truth("1 = 1")}, 'delivered',
			CASE WHEN "die" = 0 THEN 'estimated' ELSE 'counted' END,
			"heads" * CASE WHEN n % 3 = 0 THEN 2 ELSE 1 END, 1 + "die" % 3, 'Archive', ${moment("n % 480 + 60")}
		FROM "BenchSession" WHERE NOT "cancelled"`,
		`INSERT INTO "Headcount" ("closeOutId", "yearGroup", "youngPeople")
		SELECT 'c' || n, 'Y' || (7 + "group"), "heads" FROM "BenchSession" WHERE NOT "cancelled"
		UNION ALL SELECT 'c' || n, 'Y' || (7 + ("group" + 1) % 5), "heads"
		FROM "BenchSession" WHERE NOT "cancelled" AND n % 3 = 0`,
		`INSERT INTO "CountedSession" ("sessionId", "themeId", "districtCode", "phase", "venueType")
		SELECT 's' || n, 'theme-' || ("programme" % ${counts.themes}), "districtCode", "phase", "kind"
		FROM "BenchSession" WHERE NOT "cancelled"`,
		`INSERT INTO "CountedAgency" ("sessionId", "agencyId")
		SELECT 's' || n, 'agency-' || "agency" FROM "BenchSession" WHERE NOT "cancelled"
		UNION ALL SELECT 's' || n, 'agency-' || (("agency" + 1) % ${counts.agencies})
		FROM "BenchSession" WHERE NOT "cancelled" AND n % 4 = 0`,
	];
}
