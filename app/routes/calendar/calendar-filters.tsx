import type { ShownChoices } from "#app/routes/session-list/session-filters.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Select } from "#app/ui/select.tsx";
import { DateInput, Hidden } from "#app/ui/text-input.tsx";
import type { CalendarShown } from "./calendar-page.ts";

const filters = [
	["team", "Team", "All teams"],
	["person", "Person", "Anybody"],
	["theme", "Theme", "All themes"],
	["district", "District", "All districts"],
] as const satisfies (readonly [keyof ShownChoices, string, string])[];

/** Whose and which sessions, and another day to go to; all of it stands in the address. */
export function CalendarFilters({ shown }: { shown: CalendarShown }) {
	const { given, choices, errors, view, date, clearHref } = shown;
	const active = filters.filter(([name]) => given[name]).length;
	return (
		<FilterBar action="/calendar" active={active} clearHref={clearHref} submit="Show">
			<Hidden name="view" value={view} />
			<DateInput
				name="date"
				label="Go to"
				defaultValue={date}
				error={errorFor(errors, "date")}
				key={date}
			/>
			{filters.map(([name, label, all]) => (
				<Select
					key={name}
					name={name}
					label={label}
					empty={all}
					options={choices[name].map(({ code, name: text, retired }) => ({
						value: code,
						label: retired ? `${text} (no longer in use)` : text,
					}))}
					defaultValue={given[name] ?? ""}
					error={errorFor(errors, name)}
				/>
			))}
		</FilterBar>
	);
}
