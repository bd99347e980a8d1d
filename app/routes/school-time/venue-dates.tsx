import { readVenueTime } from "#app/data/school-time.ts";
import { may } from "#app/domain/access/permissions.ts";
import { academicYearOf } from "#app/domain/periods.ts";
import { datesInForce, yearOfDates } from "#app/domain/school-time/school-dates.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/venue-dates.ts";
import { datesByYear, daysWords } from "./dates-rows.ts";
import { DatesTable } from "./dates-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, today } = await requireActor(args, "register.view");
	const venue = await readVenueTime(app.database.client, args.params.id);
	if (!venue) throw notFound();
	const year = academicYearOf(today);
	const inForce = (["terms", "inset", "exams"] as const)
		.flatMap((family) => datesInForce(venue.calendar, family))
		.filter((dates) => yearOfDates(dates) >= year);
	return {
		id: venue.id,
		name: venue.name,
		keepsTerms: venue.keepsTerms,
		authority: venue.authority,
		authorityCode: venue.authorityCode,
		years: datesByYear(venue.ownDates, today),
		inForce: inForce.map((dates) => `${dates.name}: ${daysWords(dates)}`),
		mayChange: may(actor.role, "register.change") && !venue.retired,
		maySeeAuthority: may(actor.role, "settings.view"),
	};
}

export default function VenueDates({ loaderData }: Route.ComponentProps) {
	const { id, name, years, mayChange } = loaderData;
	const title = `Term dates of ${name}`;
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				lead="What differs from the local authority. Terms of its own replace the authority’s for that academic year; so do INSET days, and exams."
				back={{ href: `/venues/${id}`, text: name }}
				actions={
					mayChange && (
						<Actions>
							<ButtonLink href={`/venues/${id}/dates/new`}>Add dates</ButtonLink>
						</Actions>
					)
				}
			/>
			<InForce {...loaderData} />
			{years.map((year) => (
				<DatesTable
					key={year.label}
					year={year}
					mayChange={mayChange}
					empty="No dates of its own"
				/>
			))}
		</>
	);
}

type Facts = Route.ComponentProps["loaderData"];

/** What bookings are weighed by, from both. */
function InForce({ keepsTerms, authority, authorityCode, inForce, maySeeAuthority }: Facts) {
	if (!keepsTerms) {
		return (
			<Inset>
				<p className="govuk-body">
					This place keeps no school terms: bookings are not weighed by them.
				</p>
			</Inset>
		);
	}
	return (
		<Inset>
			<p className="govuk-body">
				<strong>Bookings here go by</strong>
				{authority && (
					<>
						{" "}
						the dates of{" "}
						{maySeeAuthority ? (
							<AppLink className="govuk-link" href={`/settings/terms/${authorityCode}`}>
								{authority}
							</AppLink>
						) : (
							authority
						)}{" "}
						and those below
					</>
				)}
				:
			</p>
			{inForce.length === 0 ? (
				<p className="govuk-body">
					Term dates are missing: bookings get no warning about holidays.
				</p>
			) : (
				<ul className="govuk-list govuk-body-s">
					{inForce.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			)}
		</Inset>
	);
}
