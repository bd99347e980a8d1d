import { readAuthorities } from "#app/data/school-time.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/new-authority-dates.ts";
import { answerNewDates } from "./dates-answer.ts";
import { NewDatesPage } from "./new-dates-page.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const authorities = await readAuthorities(app.database.client);
	const authority = authorities.find(({ code }) => code === args.params.la);
	if (!authority) throw notFound();
	return { name: authority.name, page: `/settings/terms/${authority.code}` };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "register.change");
	const { la: laCode } = args.params;
	const owner = { laCode, venueId: null };
	return answerNewDates(entered, args.request, owner, `/settings/terms/${laCode}`);
}

export default function NewAuthorityDates({ loaderData, actionData }: Route.ComponentProps) {
	return <NewDatesPage {...loaderData} answer={actionData} />;
}
