import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/settings.ts";
import { settingsPagesFor } from "./settings-pages.ts";

export async function loader(args: Route.LoaderArgs) {
	const { actor } = await requireActor(args, "settings.view");
	return { pages: settingsPagesFor(actor.role) };
}

export default function Settings({ loaderData: { pages } }: Route.ComponentProps) {
	return (
		<Measure>
			<PageTitle title="Settings" />
			<PageHeading title="Settings" />
			<ul className="tt-index">
				{pages.map(({ href, title, about }) => (
					<li className="tt-index__item" key={href}>
						<AppLink className="govuk-link tt-index__link" href={href}>
							{title}
						</AppLink>
						<p className="tt-index__about">{about}</p>
					</li>
				))}
			</ul>
		</Measure>
	);
}
