import { requireActor } from "#app/http/require-actor.ts";
import { navigationFor } from "#app/navigation.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/home.ts";

export async function loader(args: Route.LoaderArgs) {
	const { actor } = await requireActor(args, "account.own");
	return {
		name: actor.name,
		places: navigationFor(actor.role).filter(({ href }) => href !== "/"),
	};
}

export default function Home({ loaderData: { name, places } }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title="Home" />
			<PageHeading title={`Hello, ${name}`} />
			<ul className="govuk-list">
				{places.map(({ href, text }) => (
					<li key={href}>
						<AppLink className="govuk-link" href={href}>
							{text}
						</AppLink>
					</li>
				))}
			</ul>
		</>
	);
}
