import { Button } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FormSection } from "#app/ui/form-section.tsx";
import { NewTabLink } from "#app/ui/new-tab-link.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";
import type { BookingPartProps } from "./booking-form.tsx";
import type { BookingView } from "./booking-view.ts";
import { YearGroupChoice } from "./year-group-choice.tsx";

/** What and who for: programme, venue, year groups, number, contacts. */
export function BookingWhat({ answers, view, errors, address }: BookingPartProps) {
	const { programmes } = view;
	const severalThemes = new Set(programmes.map(({ theme }) => theme)).size > 1;
	return (
		<FormSection title="What and who for">
			{programmes.length === 0 ? (
				<p className="govuk-body" id="programme">
					There is no programme to book yet. <NewTabLink href="/programmes/new">Add one</NewTabLink>
					, then press Find.
				</p>
			) : (
				<Radios
					name="programme"
					legend="Programme"
					layout="cards"
					error={errorFor(errors, "programme")}
					value={answers.programme}
					options={programmes.map(({ id, name, theme, lines }) => ({
						value: id,
						label: name,
						lines: severalThemes ? [theme, ...lines] : lines,
					}))}
				/>
			)}
			<VenueChoice answers={answers} view={view} errors={errors} address={address} />
			<YearGroupChoice values={answers.yearGroups} error={errorFor(errors, "yearGroups")} />
			<NumberInput
				name="expectedYoungPeople"
				label="Expected number of young people"
				error={errorFor(errors, "expectedYoungPeople")}
				defaultValue={answers.expectedYoungPeople}
			/>
			<Contacts answers={answers} view={view} errors={errors} />
		</FormSection>
	);
}

function VenueChoice({ answers, view, errors, address = "/sessions/new" }: BookingPartProps) {
	const { venue, matches } = view;
	const error = errorFor(errors, "venue");
	// why this order: choosing one of those found must not move it from under the finger.
	const amongFound = matches.some(({ id }) => id === venue?.id);
	const places = [...(venue && !amongFound ? [venue] : []), ...matches];
	return (
		<>
			<div className="tt-find" id="find-venue">
				<TextInput
					name="venueQuery"
					id={places.length === 0 ? "venue" : undefined}
					label={venue ? "Find another venue" : "Find the venue"}
					hint="Part of the name, town, postcode or URN"
					width="full"
					autoComplete="off"
					spellCheck={false}
					error={places.length === 0 ? error : undefined}
					defaultValue={answers.venueQuery}
				/>
				<Button kind="secondary" name="intent" value="find" formAction={`${address}#find-venue`}>
					Find
				</Button>
			</div>
			<Found view={view} typed={answers.venueQuery} />
			{places.length > 0 && (
				<Radios
					name="venue"
					legend="Venue"
					layout="columns"
					error={error}
					value={venue?.id}
					options={places.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
				/>
			)}
		</>
	);
}

function Found({ view: { found, matches }, typed }: { view: BookingView; typed: string }) {
	return (
		<div aria-live="polite">
			{found === 0 && (
				<p className="govuk-body">
					No venue has all of “{typed}”. Try fewer words, or{" "}
					<NewTabLink href="/venues/new">add the venue</NewTabLink>.
				</p>
			)}
			{found !== null && found > matches.length && (
				<p className="govuk-body-s">
					The first {matches.length} of {found}: type more to narrow it down.
				</p>
			)}
		</div>
	);
}

function Contacts({ answers, view: { venue, contacts }, errors }: BookingPartProps) {
	if (!venue) return null;
	if (contacts.length === 0) {
		return (
			<p className="govuk-body" id="contacts">
				{venue.name} has no contacts yet, so nobody there gets an invite.{" "}
				<NewTabLink href={`/venues/${venue.id}/contacts/new`}>Add a contact</NewTabLink>, then press
				Check.
			</p>
		);
	}
	return (
		<Checkboxes
			key={venue.id}
			name="contacts"
			legend={`Who is told at ${venue.name}`}
			hint="They get the invite"
			error={errorFor(errors, "contacts")}
			values={answers.contacts}
			options={contacts.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
		/>
	);
}
