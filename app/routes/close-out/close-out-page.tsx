import type { ReactNode } from "react";
import type { StaleWords } from "#app/http/session-words.ts";
import { SchoolReports } from "#app/routes/sessions/overview-school.tsx";
import type { FromSchool } from "#app/routes/sessions/school-facts.ts";
import { StaleNotice } from "#app/routes/sessions/stale-notice.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Inset } from "#app/ui/inset.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { CloseOutAnswers } from "./close-out-answers.ts";
import { CloseOutForm } from "./close-out-form.tsx";
import type { Blocked, CloseOutHead } from "./close-out-standing.ts";

interface Props {
	title: string;
	head: CloseOutHead;
	blocked: Blocked | null;
	answers: CloseOutAnswers;
	errors: FieldErrors;
	/** What others did in the meantime. */
	stale: StaleWords | null;
	correcting?: boolean;
	/** What the school says of it, to be compared. */
	school?: FromSchool | null;
	children?: ReactNode;
}

/** One page for recording and for correcting: short, so that a small phone shows all of it. */
export function CloseOutPage(props: Props) {
	const { title, head, blocked, answers, errors, stale, correcting, school, children } = props;
	return (
		<>
			<PageTitle title={`${title}: ${head.title}`} errors={errors} />
			<ErrorSummary errors={errors} />
			{!blocked && <StaleNotice stale={stale} />}
			<div className="tt-close-out-head">
				<h1 className="govuk-heading-m">
					<span className="govuk-visually-hidden">{title}: </span>
					{head.title}
				</h1>
				<p className="govuk-body-s">
					{head.when}. {head.booked}.{" "}
					<AppLink className="govuk-link tt-nowrap" href={`/sessions/${head.reference}`}>
						{head.reference}
					</AppLink>
				</p>
			</div>
			{school && school.reports.length > 0 && (
				<Inset>
					<p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
						The school says
					</p>
					<SchoolReports school={school} />
				</Inset>
			)}
			{blocked ? (
				<Inset>
					<p className="govuk-body">{blocked.title}</p>
					{blocked.link && (
						<AppLink className="govuk-link" href={blocked.link.href}>
							{blocked.link.text}
						</AppLink>
					)}
				</Inset>
			) : (
				<CloseOutForm answers={answers} errors={errors} correcting={correcting} />
			)}
			{children}
		</>
	);
}
