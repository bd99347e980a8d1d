import { weekdayNames } from "#app/domain/weekdays.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow, FormSection } from "#app/ui/form-section.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { DateInput, NumberInput, TimeInput } from "#app/ui/text-input.tsx";

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
	bases: SelectOption[];
	/** The partnership's limits, which count where a box is empty. */
	usual: { sessions: number; hours: number };
}

/** Hours by weekday, limits, vetting and base. */
export function TimeFields({ values, errors, bases, usual }: Props) {
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
	});
	return (
		<>
			<FormSection title="Working hours">
				<p className="govuk-hint">
					Leave a day empty on which they do not work. A week that is empty means that any time is
					fine.
				</p>
				{weekdayNames.map((name, at) => (
					<Day key={name} name={name} weekday={at + 1} values={values} errors={errors} />
				))}
			</FormSection>
			<FormSection title="At most">
				<FieldRow>
					<NumberInput
						{...field("dailySessions")}
						label="Sessions a day"
						hint={`Empty for ${usual.sessions}`}
						width={3}
					/>
					<NumberInput
						{...field("weeklyHours")}
						label="Hours of sessions a week"
						hint={`Empty for ${usual.hours}`}
						width={3}
					/>
				</FieldRow>
			</FormSection>
			<FormSection title="Vetting and base">
				<DateInput
					{...field("vettedUntil")}
					label="Last day of the vetting"
					hint="Empty where it is not recorded: then there is no warning"
				/>
				<Select
					{...field("base")}
					label="Base"
					hint="Where they start from in the morning, for travel estimates"
					options={bases}
					empty="None"
				/>
				{bases.length === 0 && (
					<p className="govuk-body">
						No base is on record yet.{" "}
						<AppLink className="govuk-link" href="/settings/bases">
							Look at the bases
						</AppLink>
					</p>
				)}
			</FormSection>
		</>
	);
}

interface DayProps extends Pick<Props, "values" | "errors"> {
	name: string;
	weekday: number;
}

function Day({ name, weekday, values, errors }: DayProps) {
	const box = (which: "starts" | "ends", label: string) => {
		const field = `day.${weekday}.${which}`;
		return (
			<TimeInput
				name={field}
				label={
					<>
						{which === "starts" ? name : <span aria-hidden="true">until</span>}
						<span className="govuk-visually-hidden">
							{which === "starts" ? ` ${label}` : `${name} ${label}`}
						</span>
					</>
				}
				defaultValue={textOf(values, field)}
				error={errorFor(errors, field)}
			/>
		);
	};
	return (
		<FieldRow>
			{box("starts", "from")}
			{box("ends", "until")}
		</FieldRow>
	);
}
