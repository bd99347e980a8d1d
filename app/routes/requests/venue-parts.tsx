import { venueKindLabels } from "#app/domain/venues/venue-kinds.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { Hidden, TextInput } from "#app/ui/text-input.tsx";
import type { headOf } from "./decide.ts";

type Head = ReturnType<typeof headOf>;

export function FindVenue({ path, q }: { path: string; q: string }) {
	return (
		<SearchBox
			action={path}
			name="q"
			label="Find it among the venues"
			hint="Part of the name, town, postcode or URN"
			value={q}
		/>
	);
}

interface MatchProps {
	head: Head;
	venues: { id: string; name: string; about: string }[];
	total: number;
	chosen: string | null;
	errors: FieldErrors;
}

export function MatchForm({ head, venues, total, chosen, errors }: MatchProps) {
	if (venues.length === 0) {
		return (
			<EmptyState title="No venue matches">
				<p className="govuk-body">Search with fewer words, or add it below.</p>
			</EmptyState>
		);
	}
	return (
		<form method="post" noValidate>
			<Hidden name="version" value={head.version} />
			<Radios
				name="venue"
				legend={
					total > venues.length ? `Venues (the first ${venues.length} of ${total})` : "Venues"
				}
				error={errorFor(errors, "venue")}
				value={chosen}
				options={venues.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
			/>
			<Button name="intent" value="match">
				It is this venue
			</Button>
		</form>
	);
}

interface AddProps {
	head: Head;
	districts: SelectOption[];
	values: Fields;
	errors: FieldErrors;
}

export function AddVenueForm({ head, districts, values, errors }: AddProps) {
	const field = (name: string) => ({
		name,
		error: errorFor(errors, name),
		defaultValue: textOf(values, name),
	});
	return (
		<Details summary="It is not there yet: add it" open={errors.length > 0}>
			<form method="post" noValidate>
				<Hidden name="version" value={head.version} />
				<TextInput {...field("name")} label="Name" width="full" />
				<Select
					{...field("kind")}
					label="Kind"
					empty="Choose a kind"
					options={Object.entries(venueKindLabels).map(([value, label]) => ({ value, label }))}
				/>
				<TextInput {...field("street")} label="Street (optional)" width={30} />
				<FieldRow>
					<TextInput {...field("town")} label="Town (optional)" width={20} />
					<TextInput {...field("postcode")} label="Postcode (optional)" width={10} />
				</FieldRow>
				<Select
					{...field("district")}
					label="District (optional)"
					empty="Not known"
					options={districts}
				/>
				<Button name="intent" value="add" kind="secondary">
					Add venue and use it
				</Button>
			</form>
		</Details>
	);
}
