import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Inset } from "#app/ui/inset.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ReportForm } from "./report-form.tsx";
import { refusedMessage } from "./school-words.ts";
import { SessionCard, TeamLine } from "./session-card.tsx";
import type { SessionFacts } from "./session-facts.ts";

interface Props {
	facts: SessionFacts;
	errors: FieldErrors;
}

export function SchoolSessionPage({ facts, errors }: Props) {
	const back = { href: facts.base, text: "All your sessions" };
	const coming = facts.kind === "coming";
	const title = coming ? facts.card.programme : "How did it go?";
	return (
		<Measure>
			<PageTitle title={`${title}, ${facts.venue}`} errors={errors} />
			<ErrorSummary errors={errors} />
			{coming ? (
				<>
					<PageHeading back={back} caption={facts.venue} title={title} />
					<SessionCard card={facts.card} sent={facts.sent} errors={errors} />
				</>
			) : (
				<Over facts={facts} back={back} errors={errors} />
			)}
		</Measure>
	);
}

interface OverProps {
	facts: Extract<SessionFacts, { kind: "over" }>;
	back: { href: string; text: string };
	errors: FieldErrors;
}

function Over({ facts: { report, refusal, venue }, back, errors }: OverProps) {
	return (
		<>
			<PageHeading
				back={back}
				caption={venue}
				title="How did it go?"
				lead={`${report.title}, ${report.when}`}
			/>
			{refusal ? (
				<Inset>
					<p className="govuk-body govuk-!-margin-bottom-0">{refusedMessage(refusal)}.</p>
				</Inset>
			) : (
				<>
					<p className="govuk-body">{report.recorded}</p>
					<ReportForm facts={report} errors={errors} />
				</>
			)}
			<TeamLine team={report.team} />
		</>
	);
}
