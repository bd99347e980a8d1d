import type { Reader } from "#app/data/database.ts";
import { readDeliverers } from "#app/data/deliverers.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import { readSessionTimes } from "#app/data/session-time.ts";
import type { Settings } from "#app/data/settings.ts";
import { personDay } from "#app/domain/requests/person-day.ts";
import { isOpen } from "#app/domain/requests/request-status.ts";
import { schoolDay } from "#app/domain/requests/school-day.ts";
import { type TrafficPerson, type TrafficWord, trafficOn } from "#app/domain/requests/traffic.ts";
import type { LocalDate } from "#app/domain/time.ts";

export interface Day {
	today: LocalDate;
	settings: Settings;
}

/** Whether a date of a request can be staffed; null for what is over or no longer asked. */
export type TrafficOf = (request: RequestRecord, date: LocalDate) => TrafficWord | null;

/**
 * The traffic words of many requests, from one reading of who is able and who has time. Everything
 * that shows one goes through here.
 */
export async function readTraffic(
	reader: Reader,
	requests: readonly RequestRecord[],
	{ today, settings }: Day,
): Promise<TrafficOf> {
	const open = requests.filter(({ status }) => isOpen(status));
	const dates = [...new Set(open.flatMap(datesOf))].filter((date) => date > today);
	if (dates.length === 0) return () => null;
	const people = await readPeopleOn(reader, dates, settings);
	return ({ status, programmes }, date) => {
		const there = people.get(date);
		if (!there || !isOpen(status)) return null;
		return trafficOn({ day: schoolDay(date, settings.zone), programmes, people: there });
	};
}

/** Those asked for, and the one that was offered. */
function datesOf({ dates, offeredDate }: RequestRecord): LocalDate[] {
	return [...dates.map(({ date }) => date), ...(offeredDate === null ? [] : [offeredDate])];
}

async function readPeopleOn(
	reader: Reader,
	dates: readonly LocalDate[],
	settings: Settings,
): Promise<Map<LocalDate, TrafficPerson[]>> {
	const { zone } = settings;
	const deliverers = await readDeliverers(reader);
	const facilitatorIds = deliverers.map(({ id }) => id);
	const days = dates.map((date) => schoolDay(date, zone));
	const times = await readSessionTimes(
		reader,
		settings,
		days.map((interval) => ({ venueId: null, facilitatorIds, interval })),
	);
	return new Map(
		days.map((day, at) => [
			day.date,
			deliverers.flatMap((deliverer) => {
				const time = times[at]?.people.get(deliverer.id);
				return time ? [{ ...deliverer, ...personDay(time, day, zone) }] : [];
			}),
		]),
	);
}
