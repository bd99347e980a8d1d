import { FilterBar } from "#app/ui/filter-bar.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Select } from "#app/ui/select.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { FilterOptions } from "./filter-options.ts";

const onForm = ["theme", "district", "phase", "yearGroup", "priority", "state"] as const;
export type FilterName = (typeof onForm)[number];

interface Props {
	options: FilterOptions;
	/** As it came in the address, right or wrong. */
	given: Record<string, string>;
	errors: FieldErrors;
}

/** The filters of coverage, sent by GET: the answer has an address of its own. */
export function CoverageFilters({ options, given, errors }: Props) {
	const select = (name: FilterName, label: string, empty: string) => (
		<Select
			name={name}
			label={label}
			empty={empty}
			options={options[name]}
			defaultValue={given[name] ?? ""}
			error={errorFor(errors, name)}
		/>
	);
	return (
		<FilterBar
			action="/coverage"
			active={onForm.filter((name) => given[name]).length}
			clearHref="/coverage"
		>
			{["year", "show", "by", "sort"].map((name) => (
				// why not what is wrong: nobody could take it out of a box that is not shown.
				<Hidden
					key={name}
					name={name}
					value={errorFor(errors, name) === undefined ? given[name] : undefined}
				/>
			))}
			{select("theme", "Theme", "All themes")}
			{select("district", "District", "All districts")}
			{select("phase", "Phase", "All phases")}
			{select("yearGroup", "Year group", "All year groups")}
			{select("priority", "Priority", "Any priority")}
			{select("state", "State", "Any state")}
		</FilterBar>
	);
}
