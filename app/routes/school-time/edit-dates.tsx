import { editSchoolDate } from "#app/commands/edit-school-date.ts";
import { removeSchoolDate } from "#app/commands/remove-school-date.ts";
import type { Reader } from "#app/data/database.ts";
import { findSchoolDate, readAuthorities } from "#app/data/school-time.ts";
import { schoolDateKindLabels } from "#app/domain/school-time/date-kinds.ts";
import { schoolDateInput } from "#app/domain/school-time/school-date-input.ts";
import { fieldsFrom, textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/edit-dates.ts";
import { datesErrors } from "./dates-answer.ts";
import { DatesForm } from "./dates-form.tsx";

/** Dates with their owner's name and page. */
async function readDates(client: Reader, id: string) {
	const dates = await findSchoolDate(client, id);
	if (!dates) throw notFound();
	if (dates.venue) {
		return { dates, owner: dates.venue.name, page: `/venues/${dates.venue.id}/dates` };
	}
	const authorities = await readAuthorities(client);
	const owner = authorities.find(({ code }) => code === dates.laCode)?.name ?? dates.laCode ?? "";
	return { dates, owner, page: `/settings/terms/${dates.laCode}` };
}

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const { dates, owner, page } = await readDates(app.database.client, args.params.id);
	const { kind, from, to, yearGroups } = dates;
	const name = dates.name === schoolDateKindLabels[kind] ? "" : dates.name;
	return { owner, page, values: fieldsFrom({ kind, name, from, to, yearGroups }) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const { page } = await readDates(app.database.client, args.params.id);
	const fields = await readForm(args.request);
	if (textOf(fields, "intent") === "remove") {
		await removeSchoolDate(command, args.params.id);
		return redirectWith(app, page, { kind: "success", message: "The dates were removed" });
	}
	const parsed = parseWith(schoolDateInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editSchoolDate(command, args.params.id, parsed.data);
	if (!outcome.ok) return invalid(datesErrors(outcome), fields);
	return redirectWith(app, page, { kind: "success", message: "The dates were saved" });
}

export default function EditDates({ loaderData, actionData }: Route.ComponentProps) {
	const { owner, page, values } = loaderData;
	const errors = actionData?.errors;
	const title = `Change dates of ${owner}`;
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={{ href: page, text: "Term dates" }} />
			<DatesForm
				values={actionData?.values ?? values}
				errors={errors}
				submit="Save dates"
				cancelHref={page}
			>
				<Button kind="secondary" name="intent" value="remove">
					Remove these dates
				</Button>
			</DatesForm>
		</Measure>
	);
}
