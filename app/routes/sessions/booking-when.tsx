import { FormSection } from "#app/ui/form-section.tsx";
import type { BookingPartProps } from "./booking-form.tsx";
import { WhenFields } from "./when-fields.tsx";

/** When and where: date, start, end, room. */
export function BookingWhen({ answers, view, errors }: BookingPartProps) {
	const { programmeLength, rooms, periods, termsMissing, ends } = view;
	const usual = programmeLength === null ? "the programme’s length" : `${programmeLength} minutes`;
	const endHint = `${ends ? `Ends at ${ends}. ` : ""}An empty end means ${usual}.`;
	return (
		<FormSection title="When and where">
			<WhenFields
				values={answers}
				errors={errors}
				rooms={rooms}
				periods={periods}
				termsMissing={termsMissing}
				endHint={endHint}
			/>
		</FormSection>
	);
}
