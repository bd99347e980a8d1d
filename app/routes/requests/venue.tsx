import { type Place, placeRequest } from "#app/commands/place-request.ts";
import { readDistrictChoices } from "#app/data/districts.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import { searchVenues } from "#app/data/venue-search.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";
import { textOf } from "#app/http/field-values.ts";
import { type Fields, parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { invalid } from "#app/http/respond.ts";
import { idOf } from "#app/routes/sessions/form-fields.ts";
import { venueNouns } from "#app/routes/venues/venue-nouns.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/venue.ts";
import { answerStep, enterRequest, headOf, targetOf } from "./decide.ts";
import { AddVenueForm, FindVenue, MatchForm } from "./venue-parts.tsx";

const SHOWN = 10;

export async function loader(args: Route.LoaderArgs) {
	const { entered, request } = await enterRequest(args);
	const { client } = entered.app.database;
	const { venueName, venueTown, venuePostcode } = request;
	const q = (args.url.searchParams.get("q") ?? (venuePostcode || venueName)).slice(0, 200);
	const filter = {
		query: parseVenueQuery(q),
		retired: "exclude",
		page: 1,
		pageSize: SHOWN,
	} as const;
	const [{ venues, total }, districts] = await Promise.all([
		searchVenues(client, filter),
		readDistrictChoices(client, entered.today),
	]);
	return {
		head: headOf(request),
		typed: [venueName, venueTown, venuePostcode].filter((part) => part !== "").join(", "),
		chosen: request.venueId,
		q,
		total,
		venues: venues.map(({ id, name, town, postcode, urn }) => ({
			id,
			name,
			about: [town, postcode, urn && `URN ${urn}`].filter(Boolean).join(", "),
		})),
		districts: districts.map(({ code, name }) => ({ value: code, label: name })),
		newVenue: { name: venueName, town: venueTown, postcode: venuePostcode },
	};
}

export async function action(args: Route.ActionArgs) {
	const { entered, request } = await enterRequest(args);
	const fields = await readForm(args.request);
	const place = placeOf(fields);
	if (!place.ok) return invalid(place.errors, fields);
	const outcome = await placeRequest(entered.command, targetOf(request, fields), place.data);
	if (!outcome.ok && outcome.reason === "unknown_venue") {
		return invalid([{ field: "venue", message: "Choose a venue that is still in use" }], fields);
	}
	if (!outcome.ok && outcome.reason === "venue_refused") {
		return invalid(refusalErrors(outcome.refusal, venueNouns), fields);
	}
	return answerStep(entered, outcome, { fields, message: chosenMessage(outcome) });
}

function chosenMessage(outcome: { ok: boolean; request?: RequestRecord }): string {
	return `The request is for ${outcome.request?.venue?.name ?? "this venue"}.`;
}

type Read = { ok: true; data: Place } | { ok: false; errors: { field: string; message: string }[] };

function placeOf(fields: Fields): Read {
	if (textOf(fields, "intent") === "add") {
		const parsed = parseWith(venueInput, fields);
		return parsed.ok ? { ok: true, data: { newVenue: parsed.data } } : parsed;
	}
	const venueId = idOf(fields, "venue");
	if (venueId !== null) return { ok: true, data: { venueId } };
	return { ok: false, errors: [{ field: "venue", message: "Choose a venue" }] };
}

export default function VenueOfRequest({ loaderData, actionData }: Route.ComponentProps) {
	const { head, typed, q, total, venues, chosen, districts, newVenue } = loaderData;
	const errors = actionData?.errors ?? [];
	const values = actionData?.values ?? {};
	const adding = textOf(values, "intent") === "add";
	const path = `/requests/${head.reference}/venue`;
	return (
		<Measure>
			<PageTitle title="Which venue it is" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Which venue it is"
				caption={head.reference}
				lead={`The school gave “${typed}”. What it gave stays with the request.`}
				back={{ href: `/requests/${head.reference}`, text: "Back to the request" }}
			/>
			<FindVenue path={path} q={q} />
			<MatchForm
				head={head}
				venues={venues}
				total={total}
				chosen={adding ? "" : textOf(values, "venue") || chosen}
				errors={adding ? [] : errors}
			/>
			<AddVenueForm
				head={head}
				districts={districts}
				values={adding ? values : newVenue}
				errors={adding ? errors : []}
			/>
		</Measure>
	);
}
