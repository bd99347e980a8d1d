const shape = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?$/i;
/** Nobody teaches before this hour: "2:30" in a diary of schools is in the afternoon. */
const EARLIEST_HOUR = 7;

/** A time of day as people type it, as "HH:mm"; null for what is none. "2:30" is 14:30. */
export function readOldTime(typed: string): string | null {
	const text = typed.trim().replace(/^noon$/i, "12:00");
	const [, hourText, minuteText = "00", half] = shape.exec(text) ?? [];
	if (hourText === undefined) return null;
	const minute = Number(minuteText);
	const hour = hourOf(Number(hourText), half?.toLowerCase());
	if (hour === null || minute > 59) return null;
	return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function hourOf(hour: number, half: string | undefined): number | null {
	if (half !== undefined) {
		if (hour < 1 || hour > 12) return null;
		return (hour % 12) + (half === "p" ? 12 : 0);
	}
	if (hour > 23) return null;
	return hour > 0 && hour < EARLIEST_HOUR ? hour + 12 : hour;
}

/** "9:00-10:00", "9 to 10am": both ends; only the start where there is one time. */
export function readOldTimes(typed: string): { start: string; end: string | null } | null {
	const [first = "", second, ...more] = typed.split(/\s*(?:-|–|—|\bto\b|\buntil\b)\s*/i);
	if (more.length > 0) return null;
	const start = readOldTime(first);
	if (start === null) return null;
	if (second === undefined) return { start, end: null };
	const end = readOldTime(second);
	return end === null ? null : { start, end };
}
