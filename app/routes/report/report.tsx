import { Form } from "react-router";
import { chooseReport } from "#app/commands/choose-report.ts";
import { readMonthlyReport, reportPaths } from "#app/commands/read-monthly-report.ts";
import { isReportReader, readReportReaders } from "#app/data/reports.ts";
import { may } from "#app/domain/access/permissions.ts";
import { listOf } from "#app/domain/format-number.ts";
import { formatDate } from "#app/domain/format-time.ts";
import { htmlMail, textMail } from "#app/domain/invites/mail-layout.ts";
import { reportMail } from "#app/domain/reach/report-mail.ts";
import { dueReport, nextReportAt } from "#app/domain/reach/report-month.ts";
import { localDateOf } from "#app/domain/time.ts";
import { textOf } from "#app/http/field-values.ts";
import { letterHtml } from "#app/http/letter-html.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, redirectWith } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { Letter, LetterSource } from "#app/ui/letter.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Panel } from "#app/ui/section.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/report.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, command, now, zone, settings } = await requireActor(args, "reach.view");
	const { client } = app.database;
	const due = dueReport(now, zone);
	const [facts, readers, receives] = await Promise.all([
		readMonthlyReport(client, command, due.period),
		readReportReaders(client),
		isReportReader(client, actor.userId),
	]);
	const mail = reportMail(facts, reportPaths(due.period), actor.name);
	return {
		next: formatDate(localDateOf(nextReportAt(due, zone), zone)),
		readers: listOf(readers.map(({ name }) => name)),
		mayReceive: may(actor.role, "report.receive"),
		receives,
		letter: {
			from: `${settings.partnership} <${app.deployment.mailFrom}>`,
			to: `${actor.name} <${actor.email}>`,
			subject: mail.subject,
			html: letterHtml(htmlMail(mail)),
		},
		text: textMail(mail),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "report.receive");
	const intent = textOf(await readForm(args.request), "intent");
	if (intent !== "ask" && intent !== "stop") throw badRequest();
	await chooseReport(command, intent === "ask");
	const message =
		intent === "ask"
			? "You will have the report by mail each month"
			: "You will have no more reports by mail";
	return redirectWith(app, "/reach/report", { kind: "success", message });
}

export default function Report({ loaderData }: Route.ComponentProps) {
	const { next, readers, mayReceive, receives, letter, text } = loaderData;
	return (
		<>
			<PageTitle title="Monthly report" />
			<PageHeading
				title="Monthly report"
				lead="A mail on the first of each month to those who ask for it: what was reached, what is missing, how the targets stand."
				back={{ href: "/reach", text: "Reach" }}
			/>
			<Panel title="Who has it">
				<p className="govuk-body">
					{readers === ""
						? "Nobody has asked for it yet."
						: `It goes to ${readers}. The next is sent on ${next}.`}
				</p>
				{mayReceive ? (
					<Form method="post">
						<Hidden name="intent" value={receives ? "stop" : "ask"} />
						<Button kind={receives ? "secondary" : "primary"}>
							{receives ? "Stop sending it to me" : "Send it to me each month"}
						</Button>
					</Form>
				) : (
					<p className="govuk-body">Managers and administrators can have it by mail.</p>
				)}
			</Panel>
			<h2 className="govuk-heading-m">The last one, with the figures of today</h2>
			<Letter {...letter} />
			<Details summary="The same as plain text">
				<LetterSource text={text} />
			</Details>
		</>
	);
}
