import { Form } from "react-router";
import { chooseColumns } from "#app/commands/choose-columns.ts";
import { oldFileChoice } from "#app/domain/imports/old-file.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/columns.ts";
import { answerStep } from "./begin-step.ts";
import { readColumnChoice } from "./column-choice.ts";
import { ColumnTable } from "./column-table.tsx";
import { SheetFields } from "./sheet-fields.tsx";
import { stepRefusalWords } from "./step-words.ts";

const TITLE = "What is in the columns?";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "imports.manage");
	return readColumnChoice(app.database.client, args.params.id);
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "imports.manage");
	const { app, command } = entered;
	const fields = await readForm(args.request);
	const given = { ...fields, columns: [fields.columns ?? []].flat() };
	const parsed = parseWith(oldFileChoice, fields, given);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const { id } = args.params;
	const chosen = await chooseColumns(command, id, parsed.data);
	if (chosen.ok) return answerStep(entered, id, "check");
	if (chosen.reason === "not_found") throw notFound();
	if (chosen.reason === "unknown_choice") {
		const what = chosen.field === "teamId" ? "team" : "programme";
		return invalid(
			[{ field: chosen.field, message: `Choose a ${what} that still exists` }],
			fields,
		);
	}
	const message = stepRefusalWords(chosen);
	return redirectWith(app, `/imports/${id}`, { kind: "important", message });
}

export default function Columns({ loaderData, actionData }: Route.ComponentProps) {
	const { id, fileName, rows, columns, values, teams, programmes } = loaderData;
	const errors = actionData?.errors;
	const shown = actionData?.values ?? values;
	return (
		<>
			<PageTitle title={TITLE} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={TITLE}
				caption={<span className="tt-breaks">{fileName}</span>}
				lead={`${rows}. Columns that you leave unused stay out of Termtime`}
				back={{ href: "/imports", text: "Imports" }}
			/>
			<Form method="post">
				<ColumnTable columns={columns} values={shown} errors={errors} />
				<SheetFields teams={teams} programmes={programmes} values={shown} errors={errors} />
				<ButtonGroup>
					<Button>Check the rows</Button>
					<AppLink className="govuk-link" href={`/imports/${id}/discard`}>
						Discard the file
					</AppLink>
				</ButtonGroup>
			</Form>
		</>
	);
}
