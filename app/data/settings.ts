import { DEFAULT_ZONE } from "#app/domain/time.ts";
import type { TravelSettings } from "#app/domain/travel/travel.ts";
import type { Reader, Transaction } from "./database.ts";

export interface Settings {
	partnership: string;
	/** IANA name of the zone in which the partnership reads its clocks. */
	zone: string;
	/** Whole days before a session at which calendars remind; null for no reminder. */
	reminderDays: number | null;
	/** How many days back a calendar feed shows sessions. */
	feedPastDays: number;
	/** What travel estimates go by. */
	travel: TravelSettings;
	/** The most sessions a day and minutes of sessions a week, for whoever has no limit of their own. */
	limits: { dailySessions: number; weeklyMinutes: number };
	/** Whole months after which a school's last delivery is overdue. */
	coverageMonths: number;
	/** The percentage of pupils on free school meals from which a school comes first. */
	highFsmPercent: number;
	/** Whole months without contact after which a contact is anonymised; null for never. */
	retentionMonths: number | null;
	/** Synthetic data, which every page says. */
	demo: boolean;
}

export const defaultSettings: Settings = {
	partnership: "Joint Education Partnership",
	zone: DEFAULT_ZONE,
	reminderDays: 1,
	feedPastDays: 30,
	travel: { speedKmh: 40, roadFactor: 1.3, setUpMinutes: 15, changeMinutes: 0 },
	limits: { dailySessions: 6, weeklyMinutes: 25 * 60 },
	coverageMonths: 12,
	highFsmPercent: 30,
	retentionMonths: null,
	demo: false,
};

/** All settings, the default for each that nobody changed. */
export async function readSettings(reader: Reader): Promise<Settings> {
	const rows = await reader.setting.findMany();
	const kept = Object.fromEntries(
		rows
			.filter(({ key }) => key in defaultSettings)
			.map(({ key, value }) => [key, JSON.parse(value)]),
	);
	return { ...defaultSettings, ...kept };
}

export async function writeSettings(tx: Transaction, changed: Partial<Settings>): Promise<void> {
	for (const [key, set] of Object.entries(changed)) {
		const value = JSON.stringify(set);
		await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
	}
}
