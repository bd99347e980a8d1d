import type { ReactNode } from "react";
import { FilterWords } from "#app/routes/session-list/filter-words-list.tsx";
import { QuickRanges } from "#app/routes/session-list/quick-ranges-nav.tsx";
import {
	filtersInUse,
	SessionFilters,
	type ShownChoices,
} from "#app/routes/session-list/session-filters.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { PeriodReport } from "./read-period-report.ts";

interface Props {
	/** "Follow-ups". */
	name: string;
	path: string;
	lead: string;
	actions?: ReactNode;
	asked: { choices: ShownChoices; given: Record<string, string>; errors: FieldErrors };
	/** Null when the address asks for something that cannot be. */
	shown: (Pick<PeriodReport, "ranges" | "words"> & { period: string }) | null;
	/** Only what is to be read: no way to ask for something else. */
	bare?: boolean;
	children: ReactNode;
}

/** What stands around a report on the delivered sessions of a period. */
export function ReportFrame(props: Props) {
	const { name, path, lead, actions, asked, shown, bare = false, children } = props;
	const { choices, given, errors } = asked;
	const title = shown ? `${name}: ${shown.period}` : name;
	return (
		<>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={title}
				back={{ href: "/reach", text: "Reach" }}
				lead={lead}
				actions={actions}
			/>
			{shown && !bare && <QuickRanges ranges={shown.ranges} />}
			{!bare && (
				<SessionFilters
					action={path}
					given={given}
					choices={choices}
					errors={errors}
					active={filtersInUse(given)}
					clearHref={path}
				/>
			)}
			{shown && (
				<FilterWords summary={shown.words.length > 0 ? "Limited to:" : ""} words={shown.words} />
			)}
			{children}
		</>
	);
}
