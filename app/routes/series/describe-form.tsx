import { Form } from "react-router";
import { Day } from "#app/routes/sessions/booking-form.tsx";
import type { BookingView } from "#app/routes/sessions/booking-view.ts";
import { BookingWhat } from "#app/routes/sessions/booking-what.tsx";
import { BookingWho } from "#app/routes/sessions/booking-who.tsx";
import { BookingCohorts } from "#app/routes/sessions/cohort-list.tsx";
import { useLiveView } from "#app/routes/sessions/use-live-view.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow, FormSection } from "#app/ui/form-section.tsx";
import { Select } from "#app/ui/select.tsx";
import { DateInput, Hidden, NumberInput, TextInput } from "#app/ui/text-input.tsx";
import type { SeriesAnswers } from "./series-answers.ts";

interface Props {
	answers: SeriesAnswers;
	view: BookingView;
	errors: FieldErrors;
}

const ADDRESS = "/sessions/several";

/** What decides who is free on the first of them and what that day looks like. */
const watched = [
	...["programme", "venue", "venueQuery", "team", "yearGroups", "expectedYoungPeople"],
	...["date", "times", "periods", "room", "facilitators", "lead"],
];

/** What all of them have in common, and when they are. */
export function DescribeForm({ answers, view: served, errors }: Props) {
	const { view, refresh } = useLiveView(served, ADDRESS, watched);
	const part = { answers: answers.booking, view, errors, address: ADDRESS };
	return (
		<Form method="post" action={ADDRESS} onChange={refresh} noValidate>
			<Hidden name="once" value={answers.booking.once} />
			<p className="govuk-body-l">
				A visit day with several periods, or the same every week. Say what most of them are like:
				each can be changed before anything is booked.{" "}
				<AppLink className="govuk-link" href="/sessions/new">
					Book only one
				</AppLink>
			</p>
			<div className="tt-booking">
				<div className="tt-booking__part">
					<BookingWhat {...part} />
				</div>
				<div className="tt-booking__part">
					<WhenSeveral answers={answers} view={view} errors={errors} />
				</div>
				<div className="tt-booking__day">
					<Day view={view} />
					<BookingCohorts cohorts={view.cohorts} />
				</div>
				<div className="tt-booking__part">
					<BookingWho {...part} />
				</div>
				<div className="tt-booking__part">
					<ButtonGroup>
						<Button name="intent" value="list">
							List the sessions
						</Button>
					</ButtonGroup>
				</div>
			</div>
		</Form>
	);
}

const repeats = [
	{ value: "1", label: "Every week" },
	{ value: "2", label: "Every two weeks" },
	{ value: "3", label: "Every three weeks" },
	{ value: "4", label: "Every four weeks" },
];

function WhenSeveral({ answers: { asked, booking }, view, errors }: Props) {
	const { programmeLength: minutes } = view;
	const times = asked.times.split(", ");
	const isLesson = (time: string) => view.periods.some(({ value }) => value === time);
	const ticked = times.filter(isLesson);
	const others = times.filter((time) => !isLesson(time));
	return (
		<FormSection title="When and where">
			<DateInput
				name="date"
				label="First day"
				error={errorFor(errors, "date")}
				defaultValue={asked.date}
			/>
			{view.periods.length > 0 && (
				<Checkboxes
					name="periods"
					legend="Lessons"
					layout="columns"
					values={ticked}
					options={[...view.periods]}
				/>
			)}
			<TextInput
				name="times"
				label={view.periods.length > 0 ? "Other start times" : "Start times"}
				hint={`For example 09:00, 10:00, 11:30. Each lasts ${minutes === null ? "the programme’s length" : `${minutes} minutes`}, or say its end: 09:00-09:50`}
				width="two-thirds"
				autoComplete="off"
				spellCheck={false}
				error={errorFor(errors, "times")}
				defaultValue={others.join(", ")}
			/>
			<Select
				name="every"
				label="Repeat"
				empty="Only on that day"
				options={repeats}
				error={errorFor(errors, "every")}
				defaultValue={asked.every}
			/>
			<FieldRow>
				<DateInput
					name="until"
					label="Last day, if it repeats"
					error={errorFor(errors, "until")}
					defaultValue={asked.until}
				/>
				<NumberInput
					name="days"
					label="or number of days"
					error={errorFor(errors, "days")}
					defaultValue={asked.days}
				/>
			</FieldRow>
			<TextInput
				name="skip"
				label="Days to leave out, if it repeats"
				hint="Half term, for example 2027-02-15, 2027-02-22. They do not count towards the number"
				width="two-thirds"
				autoComplete="off"
				error={errorFor(errors, "skip")}
				defaultValue={asked.skip}
			/>
			<TextInput
				name="room"
				label="Room (optional)"
				width={20}
				list="rooms"
				autoComplete="off"
				error={errorFor(errors, "room")}
				defaultValue={booking.room}
			/>
			<datalist id="rooms">
				{view.rooms.map((room) => (
					<option key={room} value={room} />
				))}
			</datalist>
		</FormSection>
	);
}
