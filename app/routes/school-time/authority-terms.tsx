import { readHistory } from "#app/data/history.ts";
import { readAuthorities, readSchoolDates } from "#app/data/school-time.ts";
import { may } from "#app/domain/access/permissions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { historyItems } from "#app/http/history-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/authority-terms.ts";
import { datesByYear } from "./dates-rows.ts";
import { DatesTable } from "./dates-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, today, zone } = await requireActor(args, "settings.view");
	const { client } = app.database;
	const { la } = args.params;
	const [authorities, dates, history] = await Promise.all([
		readAuthorities(client),
		readSchoolDates(client, { laCode: la }),
		readHistory(client, "setting", `terms-${la}`),
	]);
	const authority = authorities.find(({ code }) => code === la);
	if (!authority) throw notFound();
	return {
		authority,
		years: datesByYear(dates, today),
		history: historyItems(history, zone),
		mayChange: may(actor.role, "register.change"),
	};
}

export default function AuthorityTerms({ loaderData }: Route.ComponentProps) {
	const { authority, years, history, mayChange } = loaderData;
	const title = `Term dates of ${authority.name}`;
	const schools = countOf(authority.schools, "school", "schools");
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				lead={`For its ${schools}, except where a school has dates of its own`}
				back={{ href: "/settings/terms", text: "Term dates" }}
				actions={
					mayChange && (
						<Actions>
							<ButtonLink href={`/settings/terms/${authority.code}/new`}>Add dates</ButtonLink>
						</Actions>
					)
				}
			/>
			{years.map((year) => (
				<DatesTable
					key={year.label}
					year={year}
					mayChange={mayChange}
					empty="No dates on record: bookings get no warning about holidays"
				/>
			))}
			<HistorySection items={history} />
		</>
	);
}
