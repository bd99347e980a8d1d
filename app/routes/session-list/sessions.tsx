import { data } from "react-router";
import { may } from "#app/domain/access/permissions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ExportLink } from "#app/ui/export-link.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import type { Route } from "./+types/sessions.ts";
import { FilterWords } from "./filter-words-list.tsx";
import { QuickRanges } from "./quick-ranges-nav.tsx";
import { filtersInUse, SessionFilters } from "./session-filters.tsx";
import { readSessionPage } from "./session-page.ts";
import { SessionTable } from "./session-table.tsx";
import { sessionsAddress } from "./sessions-address.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.view");
	const page = await readSessionPage(entered, args.url);
	const shown = { ...page, mayBook: may(entered.actor.role, "sessions.book") };
	return data(shown, { status: page.errors.length > 0 ? 422 : 200 });
}

export default function Sessions({ loaderData: page }: Route.ComponentProps) {
	const { filter, sort, total, errors, given } = page;
	const { q, ...others } = given;
	return (
		<>
			<PageTitle title="Sessions" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Sessions"
				actions={
					page.mayBook && (
						<Actions>
							<ButtonLink href="/sessions/new">Book a session</ButtonLink>
						</Actions>
					)
				}
			/>
			<SearchBox
				action="/sessions"
				name="q"
				label="Search by reference, venue or person"
				value={q}
				keep={page.listed ? others : {}}
			/>
			<QuickRanges ranges={page.ranges} />
			<SessionFilters
				action="/sessions"
				given={given}
				choices={page.choices}
				errors={errors}
				active={filtersInUse(given)}
				clearHref="/sessions"
				statuses
			/>
			{page.listed && (
				<>
					<FilterWords
						words={page.words}
						summary={`${countOf(total, "session", "sessions")}${page.words.length > 0 ? ":" : ""}`}
					/>
					<SessionTable
						caption="Sessions"
						rows={page.rows}
						sorts={page.sorts}
						cameOf={page.cameOf}
						empty={page.empty}
					/>
					{total > 0 && (
						<Pagination
							page={page.number}
							pageSize={page.pageSize}
							total={total}
							items="sessions"
							hrefFor={(number) => sessionsAddress(filter, { sort, page: number })}
						/>
					)}
					{total > 0 && (
						<ExportLink
							href={listingHref("/sessions.csv", filter)}
							text={`Export ${total === 1 ? "it" : `all ${total}`} as CSV`}
						/>
					)}
				</>
			)}
		</>
	);
}
