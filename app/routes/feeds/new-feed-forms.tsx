import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { SearchBox } from "#app/ui/search-box.tsx";
import { Section } from "#app/ui/section.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { Hidden } from "#app/ui/text-input.tsx";

interface ContactRow {
	id: string;
	name: string;
	about: string;
	taken: boolean;
}

interface Props {
	teams: SelectOption[];
	people: SelectOption[];
	search: string;
	contacts: ContactRow[];
	errors: FieldErrors | undefined;
}

export function NewFeedForms({ teams, people, search, contacts, errors }: Props) {
	return (
		<Section title="Make a feed">
			<Choose name="team" label="Of a team" empty="Choose a team" {...{ options: teams, errors }} />
			<Choose
				name="person"
				label="Of a facilitator"
				empty="Choose a facilitator"
				{...{ options: people, errors }}
			/>
			<SearchBox
				action="/settings/feeds"
				name="q"
				label="Of a contact"
				hint="Search by the contact’s name, or by the venue’s name, town or postcode"
				value={search}
			/>
			{search !== "" && <FoundContacts rows={contacts} />}
		</Section>
	);
}

interface ChooseProps {
	name: string;
	label: string;
	empty: string;
	options: SelectOption[];
	errors: FieldErrors | undefined;
}

function Choose({ name, label, empty, options, errors }: ChooseProps) {
	return (
		<Form method="post" action="/settings/feeds" className="tt-find">
			<Select
				name={name}
				label={label}
				empty={empty}
				options={options}
				error={errorFor(errors, name)}
			/>
			<Button kind="secondary">
				Make feed<span className="govuk-visually-hidden"> {label.toLowerCase()}</span>
			</Button>
		</Form>
	);
}

const columns: Column<ContactRow>[] = [
	{
		key: "name",
		header: "Contact",
		rowHeader: true,
		cell: ({ name, about }) => (
			<>
				{name}
				<div className="tt-quiet">{about}</div>
			</>
		),
	},
	{
		key: "action",
		header: "Action",
		headerHidden: true,
		cell: ({ id, name, taken }) =>
			taken ? (
				"Has a feed"
			) : (
				<Form method="post" action="/settings/feeds">
					<Hidden name="contact" value={id} />
					<Button kind="secondary" small>
						Make feed<span className="govuk-visually-hidden"> of {name}</span>
					</Button>
				</Form>
			),
	},
];

function FoundContacts({ rows }: { rows: readonly ContactRow[] }) {
	return (
		<DataTable
			caption="Contacts found"
			columns={columns}
			rows={rows}
			rowKey={({ id }) => id}
			empty={
				<EmptyState title="No contact matches">
					Contacts are added on the page of their venue.
				</EmptyState>
			}
		/>
	);
}
