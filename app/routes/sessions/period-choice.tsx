import type { ChangeEvent } from "react";
import { Select } from "#app/ui/select.tsx";

interface Props {
	/** Lessons of the chosen school on the chosen day; the value is their times, "11:20-12:20". */
	periods: readonly { value: string; label: string }[];
}

/**
 * Fills in start and end from a lesson. Without scripts the server does it when the form is sent; with
 * them it is done at once and the list lets go, so that times typed afterwards are not overruled.
 */
export function PeriodChoice({ periods }: Props) {
	if (periods.length === 0) return null;
	return (
		<Select
			name="period"
			label="Lesson (optional)"
			hint="Fills in the start and the end"
			options={[...periods]}
			empty="Choose a lesson"
			onChange={fillIn}
		/>
	);
}

function fillIn({ currentTarget }: ChangeEvent<HTMLSelectElement>): void {
	const [starts, ends] = currentTarget.value.split("-");
	const fields = currentTarget.form?.elements;
	const start = fields?.namedItem("start");
	const end = fields?.namedItem("end");
	if (!starts || !ends) return;
	if (!(start instanceof HTMLInputElement && end instanceof HTMLInputElement)) return;
	start.value = starts;
	end.value = ends;
	currentTarget.value = "";
}
