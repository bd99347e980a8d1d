import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";

interface Props {
	teams: SelectOption[];
	programmes: SelectOption[];
	values: Fields;
	errors: FieldErrors | undefined;
}

/** What holds for the whole file. */
export function SheetFields({ teams, programmes, values, errors }: Props) {
	return (
		<>
			<Select
				name="teamId"
				label="Team that delivered these sessions"
				hint="They are counted as this team’s, and get references with its prefix"
				empty="Choose a team"
				options={teams}
				defaultValue={textOf(values, "teamId")}
				error={errorFor(errors, "teamId")}
			/>
			<Select
				name="programmeId"
				label="Programme"
				hint="For rows that name none"
				empty="Each row names its own"
				options={programmes}
				defaultValue={textOf(values, "programmeId")}
				error={errorFor(errors, "programmeId")}
			/>
			<Radios
				name="counted"
				legend="The numbers in the file were"
				hint="Where a row does not say it itself, with “about”, “c.” or a column"
				options={[
					{ value: "counted", label: "Counted" },
					{ value: "estimated", label: "Estimated" },
				]}
				value={textOf(values, "counted")}
				error={errorFor(errors, "counted")}
			/>
		</>
	);
}
