import { Form } from "react-router";
import { countOf } from "#app/domain/format-number.ts";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Inset } from "#app/ui/inset.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { WarningList } from "#app/ui/warning-list.tsx";
import { HeldFields } from "./held-fields.tsx";
import type { SeriesAnswers } from "./series-answers.ts";
import { SeriesTable } from "./series-table.tsx";
import type { SeriesView } from "./series-view.ts";

interface Props {
	answers: SeriesAnswers;
	view: SeriesView;
	errors: FieldErrors;
	held: readonly (readonly [string, string])[];
}

/** Every session that would be, what stands against each, and one button that books all of them. */
export function ListForm({ answers, view, errors, held }: Props) {
	const { rows, warnings, refused } = view;
	const { reasons } = answers.booking;
	return (
		<Form method="post" action="/sessions/several" noValidate>
			<HeldFields held={held} />
			<Shared view={view} />
			<Standing view={view} />
			<SeriesTable rows={rows} caption={view.summary} />
			<WarningList
				title="Before you book"
				warnings={warnings.map(({ code, message, where }) => ({
					code,
					message: `${where}: ${message}`,
					reason: reasons[code] ?? "",
				}))}
				errors={errors}
			/>
			<ButtonGroup>
				<Button name="intent" value="book">
					{rows.length === 1 ? "Book the session" : `Book all ${rows.length} sessions`}
				</Button>
				<Button name="intent" value="provisional" kind="secondary">
					Keep all as provisional
				</Button>
				<Button name="intent" value="check" kind="secondary">
					{refused > 0 ? "Check again" : "Check"}
				</Button>
				<Button name="intent" value="add" kind="secondary">
					Add a session
				</Button>
				<Button name="intent" value="describe" kind="secondary">
					Describe them anew
				</Button>
			</ButtonGroup>
		</Form>
	);
}

function Shared({ view: { shared } }: Pick<Props, "view">) {
	return (
		<SummaryList
			plain
			rows={[
				{ key: "Venue", value: shared.venue },
				{ key: "Team", value: shared.team },
				{ key: "Told at the venue", value: shared.contacts.join(", ") || "Nobody" },
			]}
		/>
	);
}

function Standing({ view: { rows, refused, messages, shared } }: Pick<Props, "view">) {
	if (rows.length === 0) return null;
	if (refused > 0) {
		const stands = refused === 1 ? "1 of them stands" : `${refused} of them stand`;
		return (
			<Inset>
				<p className="govuk-body">
					<strong>{stands} in the way.</strong> All are booked together or none: change or remove
					what cannot be, then book.
				</p>
			</Inset>
		);
	}
	const sent = shared.hold ? "will be written and held back" : "will be sent";
	return (
		<p className="govuk-body">
			Nothing is booked yet.{" "}
			{messages === 0
				? "Nobody gets an invite."
				: `${countOf(messages, "invite", "invites")} ${sent}.`}{" "}
			Afterwards each session is changed on its own.
		</p>
	);
}
