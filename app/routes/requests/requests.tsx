import { readDistricts } from "#app/data/districts.ts";
import { listProgrammes } from "#app/data/programmes.ts";
import { countRequests, listRequests, REQUEST_PAGE } from "#app/data/request-list.ts";
import {
	parseRequestFilter,
	type RequestPart,
	requestParts,
	requestSorts,
	requestsHref,
} from "#app/domain/requests/request-filter.ts";
import { pageNumber } from "#app/http/page-number.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/requests.ts";
import { queueRows } from "./queue-rows.ts";
import { QueueTable } from "./queue-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, today, settings } = await requireActor(args, "requests.view");
	const { client } = app.database;
	const query = args.url.searchParams;
	const filter = parseRequestFilter(query);
	const page = pageNumber(query);
	const [{ requests, total }, counts, programmes, districts] = await Promise.all([
		listRequests(client, filter, page),
		countRequests(client),
		listProgrammes(client, { retired: "include" }),
		readDistricts(client),
	]);
	return {
		filter,
		page,
		total,
		counts,
		rows: await queueRows(client, requests, { today, settings }),
		programmes: programmes.map(({ id, name }) => ({ value: id, label: name })),
		districts: districts.map(({ code, name }) => ({ value: code, label: name })),
	};
}

const parts = Object.keys(requestParts) as RequestPart[];

export default function Requests({ loaderData }: Route.ComponentProps) {
	const { filter, page, total, counts, rows, programmes, districts } = loaderData;
	const { part, programme, district, q, sort } = filter;
	const kept = { part, programme, district, sort };
	const inUse = [programme, district, sort === "age" ? "" : sort].filter(Boolean).length;
	return (
		<>
			<PageTitle title="Requests" />
			<PageHeading
				title="Requests"
				lead="What schools ask for. They ask at the public form, and confirm their address before they stand here."
				actions={
					<AppLink className="govuk-link" href={requestsHref("/requests.csv", filter)}>
						Download as CSV
					</AppLink>
				}
			/>
			<Tabs
				label="Parts of the queue"
				items={parts.map((one) => ({
					href: requestsHref("/requests", { ...filter, part: one }),
					text: requestParts[one].label,
					current: one === part,
					...(one !== "ended" && { count: counts[one] }),
				}))}
			/>
			<SearchBox
				action="/requests"
				name="q"
				label="Find a request"
				hint="Reference, school, town, postcode or who asked"
				value={q}
				keep={Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== ""))}
			/>
			<FilterBar
				action="/requests"
				active={inUse}
				clearHref={requestsHref("/requests", { part, q })}
			>
				<Hidden name="part" value={part} />
				<Hidden name="q" value={q || undefined} />
				<Select
					name="programme"
					label="Programme"
					options={programmes}
					empty="All programmes"
					defaultValue={programme}
				/>
				<Select
					name="district"
					label="District"
					options={districts}
					empty="All districts"
					defaultValue={district}
				/>
				<Select
					name="sort"
					label="Order"
					options={Object.entries(requestSorts).map(([value, label]) => ({ value, label }))}
					defaultValue={sort}
				/>
			</FilterBar>
			<QueueTable rows={rows} part={part} asked={q !== "" || inUse > 0} />
			{rows.length > 0 && (
				<Pagination
					page={page}
					pageSize={REQUEST_PAGE}
					total={total}
					items={total === 1 ? "request" : "requests"}
					hrefFor={(to) => requestsHref("/requests", filter, { page: String(to) })}
				/>
			)}
		</>
	);
}
