import { Form } from "react-router";
import { Day } from "#app/routes/sessions/booking-form.tsx";
import type { BookingView } from "#app/routes/sessions/booking-view.ts";
import { BookingWhen } from "#app/routes/sessions/booking-when.tsx";
import { ClashNotice } from "#app/routes/sessions/clash-notice.tsx";
import { BookingCohorts } from "#app/routes/sessions/cohort-list.tsx";
import { FacilitatorChoice } from "#app/routes/sessions/facilitator-choice.tsx";
import { YearGroupChoice } from "#app/routes/sessions/year-group-choice.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FormSection } from "#app/ui/form-section.tsx";
import { Select } from "#app/ui/select.tsx";
import { NumberInput } from "#app/ui/text-input.tsx";
import { HeldFields } from "./held-fields.tsx";
import type { SeriesAnswers, SeriesRow } from "./series-answers.ts";

interface Props {
	answers: SeriesAnswers;
	view: BookingView;
	row: SeriesRow;
	at: number;
	errors: FieldErrors;
	held: readonly (readonly [string, string])[];
}

/** One session of several, to be changed without touching the others. */
export function RowForm({ answers, view, row, at, errors, held }: Props) {
	const shown = { ...answers.booking, ...row };
	return (
		<Form method="post" action="/sessions/several" noValidate>
			<HeldFields held={held} />
			<div className="tt-booking">
				<div className="tt-booking__part">
					<ClashNotice clashes={view.clashes} />
					<BookingWhen answers={shown} view={view} errors={errors} />
				</div>
				<div className="tt-booking__day">
					<Day view={view} />
					<BookingCohorts cohorts={view.cohorts} />
				</div>
				<div className="tt-booking__part">
					<What row={row} view={view} errors={errors} />
				</div>
				<div className="tt-booking__part">
					<FormSection title="Who delivers">
						<FacilitatorChoice
							groups={view.facilitators}
							chosen={row.facilitators}
							lead=""
							error={errorFor(errors, "facilitators")}
						/>
					</FormSection>
					<ButtonGroup>
						<Button name="intent" value={`keep.${at}`}>
							{at < answers.rows.length ? "Keep the change" : "Add the session"}
						</Button>
						<Button name="intent" value="check" kind="secondary">
							Back to the list
						</Button>
					</ButtonGroup>
				</div>
			</div>
		</Form>
	);
}

function What({ row, view, errors }: Pick<Props, "row" | "view" | "errors">) {
	return (
		<FormSection title="What and who for">
			<Select
				name="programme"
				label="Programme"
				options={view.programmes.map(({ id, name }) => ({ value: id, label: name }))}
				error={errorFor(errors, "programme")}
				defaultValue={row.programme}
			/>
			<YearGroupChoice values={row.yearGroups} error={errorFor(errors, "yearGroups")} />
			<NumberInput
				name="expectedYoungPeople"
				label="Expected number of young people"
				error={errorFor(errors, "expectedYoungPeople")}
				defaultValue={row.expectedYoungPeople}
			/>
		</FormSection>
	);
}
