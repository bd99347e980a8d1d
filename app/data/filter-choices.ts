import type { FilterChoice, FilterChoices } from "#app/domain/sessions/filter-choices.ts";
import type { SessionFilter } from "#app/domain/sessions/session-filter.ts";
import type { Reader } from "./database.ts";

/**
 * Everything filters can name, retired things included: old sessions are still theirs. Of venues,
 * of which there are hundreds, only those that the filter itself may mean.
 */
export async function readFilterChoices(
	reader: Reader,
	filter: Pick<SessionFilter, "venue"> = {},
): Promise<FilterChoices> {
	const [teams, themes, programmes, districts, agencies, people, venues] = await Promise.all([
		reader.team.findMany({ orderBy: { name: "asc" } }),
		reader.theme.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }] }),
		reader.programme.findMany({ orderBy: { name: "asc" } }),
		reader.district.findMany({ orderBy: { position: "asc" } }),
		reader.agency.findMany({ orderBy: { name: "asc" } }),
		reader.person.findMany({ orderBy: { name: "asc" } }),
		filter.venue === undefined ? [] : venuesMeant(reader, filter.venue),
	]);
	return {
		team: teams.map((team) => choice(team, team.prefix)),
		theme: themes.map((theme) => choice(theme)),
		programme: programmes.map((programme) => choice(programme, programme.slug)),
		district: districts.map(({ code, name }) => ({ id: code, code, name, retired: false })),
		venue: venues.map((venue) => choice(venue, venue.urn)),
		agency: agencies.map((agency) => choice(agency)),
		person: people.map((person) => choice(person)),
	};
}

interface Named {
	id: string;
	name: string;
	retiredAt: Date | null;
}

function choice({ id, name, retiredAt }: Named, code?: string | null): FilterChoice {
	return { id, name, code: code ?? id, retired: retiredAt !== null };
}

async function venuesMeant(reader: Reader, asked: string) {
	return reader.venue.findMany({
		where: { OR: [{ id: asked }, { urn: asked }, { name: asked }] },
		orderBy: { id: "asc" },
		take: 10,
	});
}
