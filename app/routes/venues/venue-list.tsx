import { readDistricts } from "#app/data/districts.ts";
import { searchVenues } from "#app/data/venue-search.ts";
import { may } from "#app/domain/access/permissions.ts";
import { phaseLabels, venueKindLabels } from "#app/domain/venues/venue-kinds.ts";
import { pageNumber } from "#app/http/page-number.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { ExportLink } from "#app/ui/export-link.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/venue-list.ts";
import { readVenueFilters } from "./venue-filters.ts";
import { VenueTable, venueRow } from "./venue-table.tsx";

const PAGE_SIZE = 50;

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "register.view");
	const { client } = app.database;
	const query = args.url.searchParams;
	const districts = await readDistricts(client);
	const { q, filters, conditions } = readVenueFilters(query, districts);
	const page = pageNumber(query);
	const asked = { ...conditions, page, pageSize: PAGE_SIZE };
	const { venues, total } = await searchVenues(client, asked);
	return {
		q,
		filters,
		page,
		total,
		rows: venues.map(venueRow),
		districts: districts.map(({ code, name }) => ({ value: code, label: name })),
		mayAdd: may(actor.role, "register.change"),
		mayExportContacts: may(actor.role, "register.change") && may(actor.role, "contacts.view"),
	};
}

const options = (labels: Record<string, string>): SelectOption[] =>
	Object.entries(labels).map(([value, label]) => ({ value, label }));

export default function VenueList({ loaderData }: Route.ComponentProps) {
	const { q, filters, page, total, rows, districts, mayAdd, mayExportContacts } = loaderData;
	const inUse = Object.values(filters).filter((value) => value !== "").length;
	const kept = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
	const address = (more: Record<string, string>, path = "/venues") =>
		`${path}?${new URLSearchParams({ ...(q && { q }), ...more })}`;
	return (
		<>
			<PageTitle title="Venues" />
			<PageHeading
				title="Venues"
				actions={
					mayAdd && (
						<Actions>
							<ButtonLink href="/venues/new" kind="secondary">
								Add venue
							</ButtonLink>
						</Actions>
					)
				}
			/>
			<SearchBox
				action="/venues"
				name="q"
				label="Find a venue"
				hint="Part of the name, town, postcode or URN"
				value={q}
				keep={kept}
				button="Search"
			/>
			<FilterBar action="/venues" active={inUse} clearHref={address({})}>
				<Hidden name="q" value={q || undefined} />
				<Select
					name="district"
					label="District"
					options={districts}
					empty="All districts"
					defaultValue={filters.district}
				/>
				<Select
					name="kind"
					label="Kind"
					options={options(venueKindLabels)}
					empty="All kinds"
					defaultValue={filters.kind}
				/>
				<Select
					name="phase"
					label="Phase"
					options={options(phaseLabels)}
					empty="All phases"
					defaultValue={filters.phase}
				/>
				<Select
					name="retired"
					label="Retired venues"
					options={[{ value: "yes", label: "Show" }]}
					empty="Leave out"
					defaultValue={filters.retired}
				/>
			</FilterBar>
			<VenueTable rows={rows} asked={q !== "" || inUse > 0} total={total} mayAdd={mayAdd} />
			{rows.length > 0 && (
				<Pagination
					page={page}
					pageSize={PAGE_SIZE}
					total={total}
					items={total === 1 ? "venue" : "venues"}
					hrefFor={(to) => address({ ...kept, page: String(to) })}
				/>
			)}
			{total > 0 && (
				<ExportLink href={address(kept, "/venues.csv")} text="Export these venues as CSV" />
			)}
			{total > 0 && mayExportContacts && (
				<ExportLink href={address(kept, "/contacts.csv")} text="Export their contacts as CSV" />
			)}
		</>
	);
}
