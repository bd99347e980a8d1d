import { redirect } from "react-router";
import { findVenue } from "#app/data/venues.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/new-venue-dates.ts";
import { answerNewDates } from "./dates-answer.ts";
import { NewDatesPage } from "./new-dates-page.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const venue = await findVenue(app.database.client, args.params.id);
	if (!venue) throw notFound();
	const page = `/venues/${venue.id}/dates`;
	if (venue.retiredAt) throw redirect(page, 303);
	return { name: venue.name, page };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "register.change");
	const { id: venueId } = args.params;
	const owner = { laCode: null, venueId };
	return answerNewDates(entered, args.request, owner, `/venues/${venueId}/dates`);
}

export default function NewVenueDates({ loaderData, actionData }: Route.ComponentProps) {
	return <NewDatesPage {...loaderData} answer={actionData} />;
}
