import type { ReactNode } from "react";
import { Form } from "react-router";
import type { HistoryWords } from "#app/http/history-words.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

interface Props {
	title: string;
	back: { href: string; text: string };
	errors: FieldErrors | undefined;
	submit: string;
	/** Only where the thing is there already. */
	retireHref?: string;
	history?: HistoryWords[];
	/** What stands below the form and is no part of it. */
	after?: ReactNode;
	/** The fields. */
	children: ReactNode;
}

/** The page around the form of an agency, a team or a theme. */
export function SettingsForm(props: Props) {
	const { title, back, errors, submit, retireHref, history = [], after, children } = props;
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={back} />
			<Form method="post" noValidate>
				{children}
				<ButtonGroup>
					<Button>{submit}</Button>
					<AppLink className="govuk-link" href={back.href}>
						Cancel
					</AppLink>
				</ButtonGroup>
			</Form>
			{retireHref && (
				<p className="govuk-body">
					<AppLink className="govuk-link" href={retireHref}>
						Retire it
					</AppLink>
					, if nobody is to choose it any more
				</p>
			)}
			{after}
			<HistorySection items={history} />
		</Measure>
	);
}
