import type { Reader } from "#app/data/database.ts";
import { readProgrammeChoices } from "#app/data/programmes.ts";
import { findOpenSchool, findOpenSchools } from "#app/data/request-choices.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import type { AskAnswers } from "./ask-answers.ts";

const idShape = /^[\w.:-]{1,100}$/;

export type AskView = Awaited<ReturnType<typeof readAskView>>;

/** What the form offers and shows, given what is filled in so far. */
export async function readAskView(reader: Reader, { text }: Pick<AskAnswers, "text">) {
	const { venue = "", schoolQuery = "" } = text;
	const [themes, chosen, found] = await Promise.all([
		readProgrammeChoices(reader),
		idShape.test(venue) ? findOpenSchool(reader, venue) : null,
		findOpenSchools(reader, schoolQuery),
	]);
	const about = ({ town, postcode }: { town: string; postcode: string }) =>
		[town, postcode].filter((part) => part !== "").join(", ");
	const option = (school: { id: string; name: string; town: string; postcode: string }) => ({
		id: school.id,
		name: school.name,
		about: about(school),
	});
	return {
		programmes: themes.flatMap(({ theme, programmes }) =>
			programmes.map(({ id, name, summary, lengthMinutes, largestGroup, ...programme }) => ({
				id,
				name,
				theme: theme.name,
				summary,
				facts: [
					`${lengthMinutes} minutes`,
					programme.yearGroups.length === 0
						? "any year group"
						: formatYearGroups(programme.yearGroups),
					largestGroup === null ? "groups of any size" : `up to ${largestGroup} at a time`,
				].join(", "),
				needs: programme.schoolProvides.split("\n").filter((line) => line.trim() !== ""),
			})),
		),
		school: chosen && option(chosen),
		matches: found.schools.map(option),
		/** How many there are in all; null where nothing was searched for. */
		total: schoolQuery.trim() === "" ? null : found.total,
	};
}
