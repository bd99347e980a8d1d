import { resendInvite } from "#app/commands/resend-invite.ts";
import { countOutbox } from "#app/data/outbox-pages.ts";
import { may } from "#app/domain/access/permissions.ts";
import { chosen } from "#app/domain/text.ts";
import { pageNumber } from "#app/http/page-number.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, redirectWith } from "#app/http/respond.ts";
import { ExportLink } from "#app/ui/export-link.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/outbox.ts";
import { MessageTable } from "./message-table.tsx";
import { readMessages, readUntrueRows } from "./outbox-facts.ts";
import { OutboxNotes } from "./outbox-notes.tsx";
import { PAGE_SIZE, readOutboxAsked, type Show, shows } from "./outbox-parts.ts";
import { resendFlash } from "./resend-flash.ts";
import { UntrueTable } from "./untrue-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, now, zone } = await requireActor(args, "outbox.view");
	const { client } = app.database;
	const asked = args.url.searchParams;
	const { show, search } = readOutboxAsked(asked);
	const page = pageNumber(asked);
	const accounts = may(actor.role, "accounts.manage");
	const query = { show, search, page, accounts };
	const [counts, untrue, messages] = await Promise.all([
		countOutbox(client, { accounts }),
		readUntrueRows(client, { now, zone }),
		readMessages(client, query, { now, zone }),
	]);
	return {
		show,
		search,
		page,
		untrue,
		...messages,
		counts: {
			waiting: counts.waiting + counts.sending,
			held: counts.held,
			failed: counts.failed,
			"out-of-date": untrue.length,
		} as Partial<Record<Show, number>>,
		mailServer: app.mail !== null,
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "outbox.change");
	const invite = chosen("an invite").safeParse((await readForm(args.request)).invite);
	if (!invite.success) throw badRequest();
	const flash = resendFlash(await resendInvite(command, invite.data));
	return redirectWith(app, "/outbox?show=out-of-date", flash);
}

export default function Outbox({ loaderData }: Route.ComponentProps) {
	const { show, search, page, rows, total, untrue, counts, mailServer } = loaderData;
	const address = (changed: Record<string, string>, path = "/outbox") => {
		const parts = { show: show === "all" ? "" : show, q: search, ...changed };
		const kept = Object.entries(parts).filter(([, value]) => value !== "");
		return `${path}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ""}`;
	};
	return (
		<>
			<PageTitle title="Outbox" />
			<PageHeading
				title="Outbox"
				lead="Every message the product sends: to whom, when, and what the mail server said"
			/>
			{!mailServer && (
				<Inset>
					<p className="govuk-body govuk-!-margin-bottom-0">
						No mail server is set up, so nothing leaves. Open a message to read it as its reader
						would, or to download it. To send mail, start Termtime with SMTP_URL.
					</p>
				</Inset>
			)}
			<Tabs
				label="Parts of the outbox"
				items={(Object.keys(shows) as Show[]).map((key) => ({
					href: `/outbox${key === "all" ? "" : `?show=${key}`}`,
					text: shows[key].text,
					current: key === show,
					...(counts[key] !== undefined && { count: counts[key] }),
				}))}
			/>
			{show === "out-of-date" ? (
				<UntrueTable rows={untrue} />
			) : (
				<>
					<SearchBox
						action="/outbox"
						name="q"
						label="Search by name, address, subject or reference"
						value={search}
						keep={show === "all" ? {} : { show }}
					/>
					<MessageTable rows={rows} show={show} searched={search !== ""} />
					<Pagination
						page={page}
						pageSize={PAGE_SIZE}
						total={total}
						items={total === 1 ? "message" : "messages"}
						hrefFor={(number) => address({ page: String(number) })}
					/>
				</>
			)}
			{(show === "out-of-date" ? untrue.length : total) > 0 && (
				<ExportLink href={address({}, "/outbox.csv")} text="Export these as CSV" />
			)}
			<OutboxNotes />
		</>
	);
}
