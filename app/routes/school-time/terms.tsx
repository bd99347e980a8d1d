import { readAuthorities, readSchoolDates } from "#app/data/school-time.ts";
import { may } from "#app/domain/access/permissions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatDate } from "#app/domain/format-time.ts";
import { academicYear, academicYearOf } from "#app/domain/periods.ts";
import { bankHolidaysOf } from "#app/domain/school-time/bank-holidays.ts";
import { addDays, isWeekend } from "#app/domain/time.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Panel, Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/terms.ts";
import { authorityRows, schoolRows } from "./terms-rows.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, today } = await requireActor(args, "settings.view");
	const { client } = app.database;
	const [authorities, dates] = await Promise.all([
		readAuthorities(client),
		readSchoolDates(client),
	]);
	const year = academicYearOf(today);
	const until = addDays(today, 365);
	const years = [today.slice(0, 4), until.slice(0, 4)];
	return {
		years: [academicYear(year).label, academicYear(year + 1).label],
		authorities: authorityRows(authorities, dates, year),
		schools: schoolRows(dates),
		bankHolidays: years
			.flatMap(bankHolidaysOf)
			.filter(({ date }) => date >= today && date <= until && !isWeekend(date))
			.map(({ date, name }) => ({ day: formatDate(date), name })),
		mayChange: may(actor.role, "register.change"),
	};
}

export default function Terms({ loaderData }: Route.ComponentProps) {
	const { mayChange, schools } = loaderData;
	return (
		<>
			<PageTitle title="Term dates" />
			<PageHeading
				title="Term dates"
				lead="A booking in the holidays or on an INSET day gets a warning. Where no dates are on record it gets none."
				back={{ href: "/settings", text: "Settings" }}
				actions={
					<Actions>
						{mayChange && (
							<ButtonLink href="/settings/terms/load" kind="secondary">
								Load from a file
							</ButtonLink>
						)}
						<ButtonLink href="/settings/terms.csv" kind="secondary">
							Download all dates
						</ButtonLink>
					</Actions>
				}
			/>
			<div className="tt-columns">
				<div>
					<Authorities {...loaderData} />
					<Section title="Schools with dates of their own">
						{schools.length === 0 ? (
							<EmptyState title="Every school goes by its local authority">
								<p>Give a school its own terms or INSET days on the school’s page.</p>
							</EmptyState>
						) : (
							<ul className="govuk-list">
								{schools.map(({ id, name, count }) => (
									<li key={id}>
										<AppLink className="govuk-link" href={`/venues/${id}/dates`}>
											{name}
										</AppLink>{" "}
										<span className="tt-quiet">{countOf(count, "entry", "entries")}</span>
									</li>
								))}
							</ul>
						)}
					</Section>
				</div>
				<Panel title="Bank holidays" quiet>
					<p className="govuk-body-s">Of England and Wales, known without being entered.</p>
					<ul className="govuk-list govuk-body-s">
						{loaderData.bankHolidays.map(({ day, name }) => (
							<li key={day}>
								{day} <span className="tt-quiet">{name}</span>
							</li>
						))}
					</ul>
				</Panel>
			</div>
		</>
	);
}

function Authorities({
	authorities,
	years,
}: Pick<Route.ComponentProps["loaderData"], "authorities" | "years">) {
	const [current = "", next = ""] = years;
	return (
		<DataTable
			caption="Local authorities"
			rows={authorities}
			rowKey={({ code }) => code}
			empty={
				<EmptyState title="Local authorities will be listed here">
					<p>They come with the register of schools, and with venues that have a district.</p>
				</EmptyState>
			}
			columns={[
				{
					key: "name",
					header: "Local authority",
					rowHeader: true,
					cell: ({ code, name }) => (
						<AppLink className="govuk-link" href={`/settings/terms/${code}`}>
							{name}
						</AppLink>
					),
				},
				{ key: "schools", header: "Schools", numeric: true, cell: ({ schools: count }) => count },
				{ key: "current", header: current, cell: ({ current: words }) => words },
				{ key: "next", header: next, cell: ({ next: words }) => words },
			]}
		/>
	);
}
