import { errorFor } from "#app/ui/form-errors.ts";
import { FieldRow, FormSection } from "#app/ui/form-section.tsx";
import { DateInput, TextInput, TimeInput } from "#app/ui/text-input.tsx";
import type { BookingPartProps } from "./booking-form.tsx";

/** When and where: date, start, end, room. */
export function BookingWhen({ answers, view, errors }: BookingPartProps) {
	const { programmeLength, rooms, ends } = view;
	const usual = programmeLength === null ? "the programme’s length" : `${programmeLength} minutes`;
	return (
		<FormSection title="When and where">
			<FieldRow>
				<DateInput
					name="date"
					label="Date"
					error={errorFor(errors, "date")}
					defaultValue={answers.date}
				/>
				<TimeInput
					name="start"
					label="Start"
					error={errorFor(errors, "start")}
					defaultValue={answers.start}
				/>
				<TimeInput
					name="end"
					label="End"
					error={errorFor(errors, "end")}
					defaultValue={answers.end}
				/>
			</FieldRow>
			<p className="govuk-hint tt-under-row" aria-live="polite">
				{ends ? `Ends at ${ends}. ` : ""}An empty end means {usual}.
			</p>
			<TextInput
				name="room"
				label="Room (optional)"
				hint={rooms.length > 0 ? `For example ${rooms.slice(0, 4).join(", ")}` : undefined}
				width={20}
				list="rooms"
				autoComplete="off"
				error={errorFor(errors, "room")}
				defaultValue={answers.room}
			/>
			<datalist id="rooms">
				{rooms.map((room) => (
					<option key={room} value={room} />
				))}
			</datalist>
		</FormSection>
	);
}
