import type { Reader } from "#app/data/database.ts";
import type { Publication } from "#app/data/publications.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { periodFrom } from "#app/domain/periods.ts";
import { publicChange, publicFigures } from "#app/domain/reach/public-figures.ts";
import { isSame } from "#app/domain/reach/publication.ts";
import { localDateOf } from "#app/domain/time.ts";
import { type PublicationNow, readPublicationNow } from "#app/http/publication-now.ts";

interface Moment {
	now: Date;
	zone: string;
}

/** A publication as anybody may read it: totals only, no schools, no people of the team. */
export async function publicView(reader: Reader, publication: Publication, { now, zone }: Moment) {
	const { line, about, filter, figures, publishedAt, withdrawn } = publication;
	const heading = {
		line,
		about,
		period: periodFrom(filter.from, filter.to).label,
		published: formatPlainDate(localDateOf(publishedAt, zone)),
	};
	if (withdrawn) {
		const on = formatPlainDate(localDateOf(withdrawn.at, zone));
		return { ...heading, withdrawn: on, shown: null };
	}
	const today = localDateOf(now, zone);
	const read = await readPublicationNow(reader, publication, { now, today });
	return {
		...heading,
		withdrawn: null,
		shown: {
			...publicFigures(figures),
			headcounts: headcountWords(figures),
			since: sinceWords(publication, read),
		},
	};
}

export type PublicView = Awaited<ReturnType<typeof publicView>>;

function headcountWords({ counted, estimated }: Publication["figures"]): string {
	if (estimated === 0) return "The young people were counted at every session.";
	if (counted === 0) return "The numbers of young people were estimated at every session.";
	return `The young people were counted at ${formatCount(counted)} of the sessions and estimated at ${formatCount(estimated)}.`;
}

/** What corrections since then changed, a line for each figure; null when nothing did. */
function sinceWords({ figures }: Publication, { now }: PublicationNow): string[] | null {
	if (!now || isSame(now.difference)) return null;
	const people = [
		["Young people", "youngPeople"],
		["Different young people, estimated", "estimatedDistinct"],
		["Adults", "adults"],
	] as const;
	const today = now.figures;
	return [
		...(today.sessions === figures.sessions
			? []
			: [`Sessions: now ${formatCount(today.sessions)}`]),
		...people.flatMap(([label, key]) => {
			const change = publicChange(figures[key], today[key]);
			return change === null ? [] : [`${label}: ${change}`];
		}),
	];
}
