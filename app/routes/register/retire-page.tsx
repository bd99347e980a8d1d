import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import { type UpcomingRow, UpcomingTable } from "./upcoming-table.tsx";

interface Props {
	/** "venue". */
	noun: string;
	name: string;
	retired: boolean;
	/** What stands in the way of retiring: it is then not offered. */
	blockers: {
		upcoming?: { rows: UpcomingRow[]; total: number };
		/** "2 programmes (Choices and Aftermath)". */
		dependants?: string;
	};
	/** What will happen, a line each. */
	retiring: string[];
	restoring: string[];
	back: { href: string; text: string };
	errors: FieldErrors | undefined;
}

/** Says what will happen before something is retired, or brought back, and does it. */
export function RetirePage(props: Props) {
	const { noun, name, retired, back, errors, blockers } = props;
	const blocked = !retired && (blockers.upcoming?.total || blockers.dependants);
	const title = retired
		? `Bring back ${name}`
		: blocked
			? `${name} cannot be retired yet`
			: `Retire ${name}`;
	return (
		<>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={back} />
			{blocked ? (
				<Blockers noun={noun} blockers={blockers} back={back} />
			) : (
				<Measure>
					<ConfirmPanel
						title="What will happen"
						consequences={retired ? props.restoring : props.retiring}
						warning={!retired}
					>
						<Form method="post">
							<Hidden name="intent" value={retired ? "restore" : "retire"} />
							<ButtonGroup>
								<Button kind={retired ? "primary" : "warning"}>
									{retired ? `Bring back ${noun}` : `Retire ${noun}`}
								</Button>
								<AppLink className="govuk-link" href={back.href}>
									{retired ? "Leave it retired" : "Keep it"}
								</AppLink>
							</ButtonGroup>
						</Form>
					</ConfirmPanel>
				</Measure>
			)}
		</>
	);
}

function Blockers({ noun, blockers, back }: Pick<Props, "noun" | "blockers" | "back">) {
	const { upcoming, dependants } = blockers;
	return (
		<>
			{dependants && (
				<p className="govuk-body tt-text">
					This {noun} is still needed by {dependants}. Change or retire them first.
				</p>
			)}
			{upcoming && upcoming.total > 0 && (
				<>
					<p className="govuk-body tt-text">
						Sessions that are still to come need this {noun}. Move, change or cancel them first, so
						that everybody who was invited is told.
					</p>
					<UpcomingTable {...upcoming} />
				</>
			)}
			<p className="govuk-body">
				<AppLink className="govuk-link" href={back.href}>
					Back to {back.text}
				</AppLink>
			</p>
		</>
	);
}
