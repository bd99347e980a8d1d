import { data } from "react-router";
import { readDaySheets } from "#app/data/day-sheets.ts";
import { readListing } from "#app/http/read-listing.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/day-sheets.ts";
import { DaySheet } from "./day-sheet.tsx";
import { type DaySheetFacts, daySheetFacts } from "./day-sheet-facts.ts";
import { readDaySheetTravel } from "./day-sheet-travel.ts";
import { PrintButton } from "./print-button.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.view");
	const { client } = entered.app.database;
	const listing = await readListing(client, args.url);
	if (!listing.ok) return refused(listing.errors);
	const { ref = [] } = listing.chosen.filter;
	if (ref.length === 0) {
		return refused([{ field: "", message: "Select at least one session to print" }]);
	}
	const sessions = await readDaySheets(client, ref);
	const travel = await readDaySheetTravel(client, entered.settings, sessions);
	const sheets = sessions.map((session) =>
		daySheetFacts(session, { ...entered, travel: travel.get(session.reference) ?? [] }),
	);
	return data({ sheets, errors: [] as FieldErrors });
}

function refused(errors: FieldErrors) {
	return data({ sheets: [] as DaySheetFacts[], errors }, { status: 422 });
}

export default function DaySheets({ loaderData: { sheets, errors } }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title="Day sheets" errors={errors} />
			<ErrorSummary errors={errors} />
			<div className="tt-no-print">
				<PageHeading
					title="Day sheets"
					back={{ href: "/sessions", text: "Sessions" }}
					lead="One sheet a session, each on a page of its own."
					actions={sheets.length > 0 && <PrintButton />}
				/>
			</div>
			{sheets.length === 0 && (
				<EmptyState title="No sheets to print">
					<AppLink className="govuk-link" href="/sessions">
						Choose sessions in the list
					</AppLink>
				</EmptyState>
			)}
			{sheets.map((facts, at) => (
				<DaySheet key={facts.reference} facts={facts} newPage={at > 0} />
			))}
		</>
	);
}
