import type { Reader } from "#app/data/database.ts";
import type { StagedRow } from "#app/data/imports.ts";
import { readVenueLines } from "#app/data/old-sessions.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import type { OldColumn } from "#app/domain/imports/old-columns.ts";
import type { OldFileOptions, OldRowDetail } from "#app/domain/imports/old-file.ts";
import { totalYoungPeople } from "#app/domain/sessions/close-out.ts";

/** A row of a spreadsheet as the page shows it. */
export interface OldLine {
	line: number;
	date: string;
	place: string;
	/** As the file writes it, where that is not how it is understood. */
	placeTyped: string;
	programme: string;
	youngPeople: string;
	problems: string[];
	/** "line 12" or a reference, when it looks like one that is there already. */
	sameAs: string;
}

/** Rows as they are understood; where that is still open, as the file has them. */
export async function oldLinesOf(
	reader: Reader,
	rows: readonly StagedRow[],
	{ columns }: OldFileOptions,
): Promise<OldLine[]> {
	const sessions = rows.map(({ detail }) => (detail as Partial<OldRowDetail>).session ?? null);
	const ids = sessions.flatMap((session) =>
		session && "id" in session.venue ? [session.venue.id] : [],
	);
	const venues = await readVenueLines(reader, ids);
	return rows.map(({ line, cells, detail }, at) => {
		const { problems = [], sameAs } = detail as Partial<OldRowDetail>;
		const session = sessions[at] ?? null;
		const cell = (code: OldColumn) => (cells as string[])[columns.indexOf(code)]?.trim() ?? "";
		const typed = cell("venue") || cell("urn");
		const venue = session && "id" in session.venue ? venues.get(session.venue.id) : undefined;
		const place = venue?.name ?? typed;
		return {
			line,
			date: session ? formatPlainDate(session.date) : cell("date"),
			place,
			placeTyped: typed === place ? "" : typed,
			programme: cell("programme"),
			youngPeople: session
				? formatCount(totalYoungPeople(session.headcounts))
				: cell("youngPeople"),
			problems,
			sameAs: sameAs ?? "",
		};
	});
}
