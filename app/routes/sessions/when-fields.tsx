import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { DateInput, TextInput, TimeInput } from "#app/ui/text-input.tsx";
import { PeriodChoice } from "./period-choice.tsx";

interface Props {
	values: { date?: string; start?: string; end?: string; room?: string };
	errors: FieldErrors | undefined;
	/** Rooms the venue is known to have: suggestions, not the only ones. */
	rooms: readonly string[];
	/** Lessons of the day at the venue, which fill in the times. */
	periods: readonly { value: string; label: string }[];
	/** Nothing is known of the school's terms on that day. */
	termsMissing: boolean;
	/** What an empty end means, and what else is to be said about the end. */
	endHint: string;
}

/** When and in which room, as booking and moving both ask it. */
export function WhenFields({ values, errors, rooms, periods, termsMissing, endHint }: Props) {
	return (
		<>
			<FieldRow>
				<DateInput
					name="date"
					label="Date"
					error={errorFor(errors, "date")}
					defaultValue={values.date}
				/>
				<TimeInput
					name="start"
					label="Start"
					error={errorFor(errors, "start")}
					defaultValue={values.start}
				/>
				<TimeInput
					name="end"
					label="End"
					error={errorFor(errors, "end")}
					defaultValue={values.end}
				/>
			</FieldRow>
			<p className="govuk-hint tt-under-row" aria-live="polite">
				{endHint}
			</p>
			<PeriodChoice periods={periods} />
			{termsMissing && (
				<p className="govuk-hint">
					Term dates of this school are missing for that day: nothing warns of holidays.
				</p>
			)}
			<TextInput
				name="room"
				label="Room (optional)"
				hint={rooms.length > 0 ? `For example ${rooms.slice(0, 4).join(", ")}` : undefined}
				width={20}
				list="rooms"
				autoComplete="off"
				error={errorFor(errors, "room")}
				defaultValue={values.room}
			/>
			<datalist id="rooms">
				{rooms.map((room) => (
					<option key={room} value={room} />
				))}
			</datalist>
		</>
	);
}
