import { sortYearGroups, type YearGroup, yearGroups } from "#app/domain/sessions/year-groups.ts";

const stages: Record<string, readonly YearGroup[]> = {
	"1": ["Y1", "Y2"],
	"2": ["Y3", "Y4", "Y5", "Y6"],
	"3": ["Y7", "Y8", "Y9"],
	"4": ["Y10", "Y11"],
	"5": ["Y12", "Y13"],
};

const mixed = /^(mixed|various|all|all ages|all years|whole school|ungraded|n\/?a|other)$/;

/**
 * Year groups as people type them: "Year 8", "Y7-9", "Yr 7 & 8", "Reception", "KS3", "7/8",
 * "sixth form". Mixed for an empty cell, for nobody said otherwise; null for what is none of these.
 */
export function readOldYearGroups(typed: string): YearGroup[] | null {
	const text = typed
		.toLowerCase()
		.replace(/\([^)]*\)/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	if (text === "" || mixed.test(text)) return ["Mixed"];
	const words = text
		.replace(/key stage/g, "ks")
		.replace(/(sixth|6th) ?form|post[ -]?16/g, "ks5")
		.replace(/\b(years?|yrs?|ys?)\b\.?\s*/g, "y")
		.replace(/\by(?=\s|$)/g, "")
		.replace(/\s*(?:-|–|—|\bto\b)\s*/g, "-");
	const parts = words
		.split(/\s*(?:,|;|\/|&|\+|\band\b)\s*|\s+(?=y|ks|r\b|\d)/)
		.filter((part) => part);
	const read = parts.map(readPart);
	if (read.length === 0 || read.includes(null)) return null;
	return sortYearGroups(read.flatMap((codes) => codes ?? []));
}

function readPart(part: string): readonly YearGroup[] | null {
	const stage = /^ks ?([1-5])$/.exec(part)?.[1];
	if (stage) return stages[stage] ?? null;
	const [from, to, ...more] = part.split("-");
	if (more.length > 0 || from === undefined) return null;
	const first = readOne(from);
	if (to === undefined || first === null) return first === null ? null : [first];
	const last = readOne(to);
	if (last === null || first === "Mixed" || last === "Mixed") return null;
	const range = yearGroups.slice(yearGroups.indexOf(first), yearGroups.indexOf(last) + 1);
	return range.length > 0 ? range : null;
}

function readOne(text: string): YearGroup | null {
	if (/^(r|yr|rec|reception|eyfs)$/.test(text)) return "R";
	if (mixed.test(text)) return "Mixed";
	const number = /^y? ?(\d{1,2})(?: ?s)?$/.exec(text)?.[1];
	return yearGroups.find((code) => number !== undefined && code === `Y${Number(number)}`) ?? null;
}
