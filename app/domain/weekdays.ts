/** In the order of ISO 8601: the first is day 1. why apart from times: pages need these in the browser. */
export const weekdayNames = [
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
	"Sunday",
] as const;

/** "Monday" for 1 … "Sunday" for 7. */
export function weekdayName(weekday: number): string {
	return weekdayNames[weekday - 1] ?? "";
}

/** "Mon" for 1. */
export function shortWeekdayName(weekday: number): string {
	return weekdayName(weekday).slice(0, 3);
}
