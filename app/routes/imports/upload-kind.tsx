import { Form } from "react-router";
import type { ImportKind } from "#app/domain/imports/import-status.ts";
import { importKindLabels, importKinds } from "#app/domain/imports/import-status.ts";
import { Button } from "#app/ui/button.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Radios } from "#app/ui/radios.tsx";

export const kindWords: Record<
	ImportKind,
	{ title: string; lead: string; hint: string; submit: string; about: string }
> = {
	register: {
		title: "Bring in the register of schools",
		lead: "Nothing is written until you have seen what would change and applied it",
		hint: "From Get information about schools: Downloads, “Establishment fields CSV”, unpacked and otherwise untouched. 128 MB or less",
		submit: "Read the register",
		about:
			"An extract from Get information about schools. Adds schools, corrects those that are here, and retires those that closed",
	},
	sessions: {
		title: "Bring in past sessions",
		lead: "Nothing is written until you have said what the columns are and seen what would come in",
		hint: "A spreadsheet saved as CSV, one session a row, with a header line. 10 MB or less. Leave out names of pupils",
		submit: "Read the spreadsheet",
		about:
			"Your team’s own spreadsheet of sessions that took place, with headcounts. They count in reach, marked as imported",
	},
};

/** What is in the file: each kind asks for something else besides. */
export function UploadKind() {
	return (
		<>
			<PageTitle title="Bring in a file" />
			<PageHeading title="Bring in a file" back={{ href: "/imports", text: "Imports" }} />
			<Measure>
				<Form method="get">
					<Radios
						name="kind"
						legend="What is in the file?"
						legendSize="m"
						value="register"
						options={importKinds.map((kind) => ({
							value: kind,
							label: importKindLabels[kind],
							hint: kindWords[kind].about,
						}))}
					/>
					<Button>Continue</Button>
				</Form>
			</Measure>
		</>
	);
}
