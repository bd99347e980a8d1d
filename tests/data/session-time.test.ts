import { beforeAll, describe, expect, it } from "vitest";
import { availabilityOf } from "#app/data/availability.ts";
import { datesOverlap } from "#app/data/refusals.ts";
import { readSessionTimes, type TimeQuestion } from "#app/data/session-time.ts";
import { defaultSettings } from "#app/data/settings.ts";
import { insertSchoolDate } from "#app/data/write-school-time.ts";
import type { SchoolDate } from "#app/domain/school-time/school-dates.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aDistrict, aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

const HOUR = 3_600_000;
const at = (day: string, hour: number) => {
	const start = new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
	return { start, end: new Date(start.getTime() + HOUR) };
};

describeOnBothEngines("the time that sessions have to fit into", (world) => {
	let team: TeamThatCanBook;
	let booked: { reference: string; start: Date; personId: string; status: string }[];
	beforeAll(async () => {
		team = await aTeamThatCanBook(world.database);
		const elsewhere = await aVenue(world.database, { easting: null, northing: null });
		const plan = [
			["2027-01-11", 9, 0, "confirmed"],
			["2027-01-14", 9, 0, "provisional"],
			["2027-01-14", 13, 0, "cancelled"],
			["2027-01-14", 11, 1, "confirmed"],
			["2027-01-20", 9, 0, "confirmed"],
			["2027-02-14", 9, 0, "confirmed"],
		] as const;
		booked = [];
		for (const [day, hour, who, status] of plan) {
			const { start, end } = at(day, hour);
			const personId = team.facilitators[who].id;
			const { reference } = await aSession(world.database, team, {
				startsAt: start,
				endsAt: end,
				localDate: day,
				status,
				venueId: hour === 11 ? elsewhere.id : team.venue.id,
				facilitatorIds: [personId],
			});
			booked.push({ reference, start, personId, status });
		}
	});

	const [settings] = [defaultSettings];
	const ask = (questions: TimeQuestion[], together = false) =>
		readSessionTimes(world.database.client, settings, questions, { together });
	const question = (day: string, hour: number, change: Partial<TimeQuestion> = {}) => ({
		venueId: team.venue.id,
		facilitatorIds: team.facilitators.map(({ id }) => id),
		interval: at(day, hour),
		...change,
	});

	it("is the same for one question as for many, and holds what a search of everything finds", async () => {
		const questions = [
			question("2027-01-14", 10),
			question("2027-01-12", 8, { exceptReference: booked[0]?.reference }),
			question("2027-02-10", 15, { facilitatorIds: [team.facilitators[0].id] }),
		];
		const many = await ask(questions);
		for (const [index, one] of questions.entries()) {
			expect(await ask([one])).toEqual([many[index]]);
			for (const id of one.facilitatorIds) {
				// The model: every booking there is, one after another.
				const near = booked.filter(
					({ reference, start, personId, status }) =>
						personId === id &&
						status !== "cancelled" &&
						reference !== one.exceptReference &&
						Math.abs(start.getTime() - one.interval.start.getTime()) < 8 * 24 * HOUR,
				);
				const others = many[index]?.people.get(id)?.others.map(({ start }) => start);
				expect(others).toEqual(near.map(({ start }) => start));
			}
		}
		const [first] = many;
		expect(first?.venue?.name).toBe(team.venue.name);
		expect(first?.people.get(team.facilitators[1].id)?.others[0]?.place).toBeNull();
	});

	it("lets sessions that are to happen together weigh on one another", async () => {
		const alone = [question("2027-03-01", 9), question("2027-03-01", 11)];
		const [first] = await ask(alone, true);
		const others = first?.people.get(team.facilitators[2].id)?.others ?? [];
		expect(others.map(({ start }) => start)).toEqual([at("2027-03-01", 11).start]);
		const [apart] = await ask(alone);
		expect(apart?.people.get(team.facilitators[2].id)?.others).toEqual([]);
	});

	it("says who is free at each of several times, whatever stands against it", async () => {
		const { client } = world.database;
		const [busy, away, off] = team.facilitators;
		await client.absence.create({
			data: { personId: away.id, kind: "leave", from: "2027-01-14", to: "2027-01-14" },
		});
		await client.workingDay.create({
			data: { personId: off.id, weekday: 5, starts: "09:00", ends: "17:00" },
		});
		const personIds = [busy.id, away.id, off.id];
		const intervals = [at("2027-01-14", 9), at("2027-01-15", 9)];
		const answers = await availabilityOf(client, settings, { personIds, intervals });
		const standings = answers.map((one) => personIds.map((id) => one.get(id)?.standing));
		expect(standings).toEqual([
			["busy", "away", "off_hours"],
			["free", "free", "free"],
		]);
		expect(await availabilityOf(client, settings, { personIds, intervals: [] })).toEqual([]);
	});

	it("takes a school's dates from the register's authority, else from its district's", async () => {
		const { client } = world.database;
		await aDistrict(world.database, {
			code: "E06000034",
			name: "Thurrock",
			laCode: "883",
			laName: "Thurrock",
		});
		const [inDistrict, byRegister] = [
			await aVenue(world.database, { districtCode: "E06000034" }),
			await aVenue(world.database, { districtCode: "E06000034", laCode: "881", laName: "Essex" }),
		];
		await client.schoolDate.create({
			data: { laCode: "883", kind: "term", name: "Term", from: "2027-01-04", to: "2027-03-25" },
		});
		const [first, second] = await ask([
			question("2027-01-14", 9, { venueId: inDistrict.id }),
			question("2027-01-14", 9, { venueId: byRegister.id }),
		]);
		expect([first?.venue?.authority, first?.venue?.calendar.authority.length]).toEqual([
			"Thurrock",
			1,
		]);
		expect([second?.venue?.authority, second?.venue?.calendar.authority.length]).toEqual([
			"Essex",
			0,
		]);
	});

	describe("and the database itself", () => {
		const term: SchoolDate = {
			kind: "term",
			name: "Autumn",
			from: "2030-09-02",
			to: "2030-12-18",
			yearGroups: [],
		};
		const owner = { laCode: "999", venueId: null };
		const insert = (dates: SchoolDate) =>
			world.database.transaction((tx) => insertSchoolDate(tx, owner, dates));

		it("refuses two terms that share a day, also when they come at once; not two exams", async () => {
			const both = await Promise.allSettled([
				insert(term),
				insert({ ...term, from: "2030-12-18", to: "2031-03-01" }),
			]);
			expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
			const refused = both.find((one) => one.status === "rejected");
			expect(refused && datesOverlap(refused.reason)).toBe(true);
			const exams = { ...term, kind: "exams" as const };
			await insert(exams);
			await insert(exams);
		});

		it.each<[string, () => Promise<unknown>]>([
			[
				"dates that end before they start",
				() => insert({ ...term, from: "2031-09-01", to: "2031-08-31" }),
			],
			[
				"dates of nobody",
				() =>
					world.database.client.schoolDate.create({
						data: { ...term, kind: "exams", yearGroups: "" },
					}),
			],
			[
				"half a part of a day",
				() =>
					world.database.client.absence.create({
						data: {
							personId: team.facilitators[0].id,
							kind: "sick",
							from: "2030-01-01",
							to: "2030-01-01",
							starts: "09:00",
						},
					}),
			],
			[
				"a day that ends before it starts",
				() =>
					world.database.client.workingDay.create({
						data: { personId: team.facilitators[0].id, weekday: 1, starts: "17:00", ends: "09:00" },
					}),
			],
		])("refuses %s", async (_what, write) => {
			await expect(write()).rejects.toThrow();
		});
	});
});
