import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { SectionProps } from "./ask-form.tsx";

/** The school, found among the open ones or typed in. */
export function SchoolSection({ answers, view, errors }: SectionProps) {
	const { text } = answers;
	const { school, matches } = view;
	// why this order: choosing one of those found must not move it from under the finger.
	const amongFound = matches.some(({ id }) => id === school?.id);
	const places = [...(school && !amongFound ? [school] : []), ...matches];
	const error = errorFor(errors, "venue");
	const typed = ["venueName", "venueTown", "venuePostcode"].some((name) => text[name]);
	return (
		<>
			<div className="tt-find">
				<TextInput
					name="schoolQuery"
					id={places.length === 0 ? "venue" : undefined}
					label={school ? "Find another school" : "Find your school"}
					hint="Part of its name, its town, postcode or URN"
					width="full"
					autoComplete="off"
					spellCheck={false}
					error={places.length === 0 ? error : undefined}
					defaultValue={text.schoolQuery}
				/>
				<Button kind="secondary" name="intent" value="find" formAction="/request#part-school">
					Find
				</Button>
			</div>
			<Found view={view} typed={text.schoolQuery ?? ""} />
			{places.length > 0 && (
				<Radios
					name="venue"
					legend="School"
					error={error}
					value={school?.id}
					options={places.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
				/>
			)}
			<Details
				summary="My school is not in the list"
				open={typed || view.total === 0 || errors.some(({ field }) => /^venue./.test(field))}
			>
				<TextInput
					name="venueName"
					label="Name of your school, college or group"
					width="full"
					autoComplete="organization"
					error={errorFor(errors, "venueName")}
					defaultValue={text.venueName}
				/>
				<FieldRow>
					<TextInput
						name="venueTown"
						label="Town (optional)"
						width={20}
						autoComplete="address-level2"
						error={errorFor(errors, "venueTown")}
						defaultValue={text.venueTown}
					/>
					<TextInput
						name="venuePostcode"
						label="Postcode (optional)"
						width={10}
						autoComplete="postal-code"
						error={errorFor(errors, "venuePostcode")}
						defaultValue={text.venuePostcode}
					/>
				</FieldRow>
			</Details>
		</>
	);
}

function Found({
	view: { total, matches },
	typed,
}: Pick<SectionProps, "view"> & { typed: string }) {
	return (
		<div aria-live="polite">
			{total === 0 && (
				<p className="govuk-body">
					No school has all of “{typed}”. Try fewer words, or type its name below.
				</p>
			)}
			{total !== null && total > matches.length && (
				<p className="govuk-body-s">
					The first {matches.length} of {total}: add a word, like the town, to narrow it down.
				</p>
			)}
		</div>
	);
}
