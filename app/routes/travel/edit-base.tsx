import { Form } from "react-router";
import { removeBase } from "#app/commands/remove-base.ts";
import { saveBase } from "#app/commands/save-base.ts";
import { findBase } from "#app/data/bases.ts";
import { baseInput } from "#app/domain/travel/travel-input.ts";
import { fieldsFrom, textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import { Button } from "#app/ui/button.tsx";
import type { Route } from "./+types/edit-base.ts";
import { BaseFields, baseNouns } from "./base-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const base = await findBase(app.database.client, args.params.id);
	if (!base) throw notFound();
	const { name, easting, northing } = base;
	return { name, values: fieldsFrom({ name, easting, northing }) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const { id } = args.params;
	const to = "/settings/bases";
	if (textOf(fields, "intent") === "remove") {
		const outcome = await removeBase(command, id);
		if (!outcome.ok) return invalid(refusalErrors(outcome, baseNouns), fields);
		return redirectWith(app, to, { kind: "success", message: "The base was removed" });
	}
	const parsed = parseWith(baseInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await saveBase(command, id, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, baseNouns), fields);
	return redirectWith(app, to, { kind: "success", message: `${parsed.data.name} was saved` });
}

export default function EditBase({ loaderData, actionData }: Route.ComponentProps) {
	const { name, values } = loaderData;
	const removing = actionData && !("name" in actionData.values);
	return (
		<>
			<SettingsForm
				title={`Change ${name}`}
				back={{ href: "/settings/bases", text: "Bases" }}
				errors={actionData?.errors}
				submit="Save base"
			>
				<BaseFields
					values={actionData && !removing ? actionData.values : values}
					errors={actionData?.errors}
				/>
			</SettingsForm>
			<Form method="post">
				<Button kind="secondary" name="intent" value="remove">
					Remove this base
				</Button>
			</Form>
		</>
	);
}
