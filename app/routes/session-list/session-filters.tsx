import type { FilterChoice, FilterChoices } from "#app/domain/sessions/filter-choices.ts";
import type { SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { shownStatuses, shownStatusLabels } from "#app/domain/sessions/status.ts";
import { yearGroupLabel, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { phaseLabel, phases, venueKindLabel, venueKinds } from "#app/domain/venues/venue-kinds.ts";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { DateInput, Hidden, TextInput } from "#app/ui/text-input.tsx";

/** What can be chosen; venues are too many for a list and are searched for. */
export type ShownChoices = Omit<FilterChoices, "venue">;

interface Props {
	action: string;
	/** As it came in the address, right or wrong. */
	given: Record<string, string>;
	choices: ShownChoices;
	errors: FieldErrors;
	active: number;
	clearHref: string;
	/** Sessions of every status are listed; reach has only one. */
	statuses?: boolean;
}

const onForm = [
	"from",
	"to",
	"team",
	"theme",
	"programme",
	"district",
	"status",
	"person",
	"imported",
	"agency",
	"phase",
	"venueType",
	"yearGroup",
	"venue",
];
// What only links set, or another form: it stays as it is.
const kept: (keyof SessionFilter | "sort" | "by")[] = [
	"cancelledBy",
	"counted",
	"imported",
	"q",
	"sort",
	"by",
];

// why typed and not taken from there: the rules of addresses would come along into the browser.
const NONE = "none" satisfies SessionFilter["phase"];

const phaseOptions = [
	...phases.map((value) => ({ value, label: phaseLabel(value) })),
	{ value: NONE, label: "No phase" },
];
const venueTypeOptions = venueKinds.map((value) => ({ value, label: venueKindLabel(value) }));
const yearGroupOptions = [
	...yearGroups.map((value) => ({ value, label: yearGroupLabel(value) })),
	{ value: NONE, label: "None, adults only" },
];

/** The filters of lists and figures, sent by GET: the answer has an address of its own. */
export function SessionFilters(props: Props) {
	const { action, given, choices, errors, active, clearHref, statuses = false } = props;
	const fixed = (
		name: keyof SessionFilter,
		label: string,
		all: string,
		options: SelectOption[],
	) => (
		<Select
			name={name}
			label={label}
			empty={all}
			options={options}
			defaultValue={given[name] ?? ""}
			error={errorFor(errors, name)}
		/>
	);
	const select = (name: keyof ShownChoices, label: string, all: string, none?: string) =>
		fixed(name, label, all, [
			...choices[name].map(optionOf),
			...(none === undefined ? [] : [{ value: NONE, label: none }]),
		]);
	return (
		<FilterBar action={action} active={active} clearHref={clearHref}>
			{kept
				.filter((name) => name !== "imported" || !statuses)
				.map((name) => (
					<Hidden key={name} name={name} value={given[name]} />
				))}
			<DateInput
				name="from"
				label="From"
				defaultValue={given.from}
				error={errorFor(errors, "from")}
			/>
			<DateInput name="to" label="To" defaultValue={given.to} error={errorFor(errors, "to")} />
			{select("team", "Team", "All teams")}
			{select("theme", "Theme", "All themes")}
			{select("programme", "Programme", "All programmes")}
			{select("district", "District", "All districts", "No district")}
			{fixed("phase", "Phase", "All phases", phaseOptions)}
			{fixed("venueType", "Venue type", "All types", venueTypeOptions)}
			<TextInput
				name="venue"
				label="School or place"
				hint="Its whole name, or its URN"
				defaultValue={given.venue}
				error={errorFor(errors, "venue")}
			/>
			{fixed("yearGroup", "Year group", "All year groups", yearGroupOptions)}
			{select("agency", "Agency", "All agencies", "Nobody assigned")}
			{statuses && (
				<Select
					name="status"
					label="Status"
					empty="Any status"
					options={shownStatuses.map((value) => ({ value, label: shownStatusLabels[value] }))}
					defaultValue={given.status ?? ""}
					error={errorFor(errors, "status")}
				/>
			)}
			{select("person", "Person", "Anybody")}
			{statuses && <ImportedSelect value={given.imported ?? ""} />}
		</FilterBar>
	);
}

/** why the second: a list of one file's sessions stays one when another filter is added. */
function ImportedSelect({ value }: { value: string }) {
	const one = value !== "" && value !== "yes" ? [{ value, label: "Imported from one file" }] : [];
	return (
		<Select
			name="imported"
			label="Where from"
			empty="Booked or imported"
			options={[{ value: "yes", label: "Imported" }, ...one]}
			defaultValue={value}
		/>
	);
}

/** How many of the form's own filters are in use. */
export function filtersInUse(given: Record<string, string>): number {
	return onForm.filter((name) => given[name]).length;
}

function optionOf({ code, name, retired }: FilterChoice) {
	return { value: code, label: retired ? `${name} (no longer in use)` : name };
}
