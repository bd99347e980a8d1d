import { redirect } from "react-router";
import { editVenue } from "#app/commands/edit-venue.ts";
import { readDistricts } from "#app/data/districts.ts";
import { readUpcomingReferences } from "#app/data/upcoming-sessions.ts";
import { findVenue, type VenueRecord } from "#app/data/venues.ts";
import { countOf } from "#app/domain/format-number.ts";
import { districtExistsOn } from "#app/domain/venues/districts.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { correctedWords } from "#app/routes/register/corrected-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/edit-venue.ts";
import { VenueForm } from "./venue-form.tsx";
import { venueNouns } from "./venue-nouns.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now, today } = await requireActor(args, "register.change");
	const { client } = app.database;
	const venue = await findVenue(client, args.params.id);
	if (!venue) throw notFound();
	if (venue.retiredAt) throw redirect(`/venues/${venue.id}`, 303);
	const [districts, upcoming] = await Promise.all([
		readDistricts(client),
		readUpcomingReferences(client, { venueId: venue.id }, now),
	]);
	return {
		id: venue.id,
		name: venue.name,
		values: valuesOf(venue),
		upcoming: upcoming.length,
		districts: districts
			.filter((one) => districtExistsOn(one, today) || one.code === venue.districtCode)
			.map(({ code, name }) => ({ value: code, label: name })),
	};
}

function valuesOf(venue: VenueRecord) {
	const { name, kind, urn, phase, lowAge, highAge, pupils, fsmPercent, easting, northing } = venue;
	const { street, town, postcode, parking, reception, sensitivities, districtCode } = venue;
	const facts = { name, kind, urn, phase, lowAge, highAge, pupils, fsmPercent };
	const place = { street, town, postcode, district: districtCode, easting, northing };
	const rooms = venue.rooms.join("\n");
	return fieldsFrom({ ...facts, ...place, parking, reception, rooms, sensitivities });
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(venueInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editVenue(command, args.params.id, parsed.data);
	if (!outcome.ok) {
		const page = `/venues/${args.params.id}`;
		return answerRefusal(app, outcome, { nouns: venueNouns, fields, page });
	}
	const message = `${parsed.data.name} was saved${correctedWords(outcome)}`;
	return redirectWith(app, `/venues/${outcome.id}`, { kind: "success", message });
}

export default function EditVenue({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values, upcoming, districts } = loaderData;
	const errors = actionData?.errors;
	const title = `Edit ${name}`;
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={{ href: `/venues/${id}`, text: name }} />
			<VenueForm
				values={actionData?.values ?? values}
				errors={errors}
				districts={districts}
				submit="Save venue"
				cancelHref={`/venues/${id}`}
				addressNote={
					upcoming > 0 && (
						<Inset>
							<p className="govuk-body govuk-!-margin-bottom-0">
								The name, street, town and postcode are in the calendars of everybody invited to{" "}
								{countOf(upcoming, "upcoming session", "upcoming sessions")} here. If you change one
								of them, a corrected entry is sent to them.
							</p>
						</Inset>
					)
				}
			/>
		</Measure>
	);
}
