import { saveBase } from "#app/commands/save-base.ts";
import { baseInput } from "#app/domain/travel/travel-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import type { Route } from "./+types/new-base.ts";
import { BaseFields, baseNouns } from "./base-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	await requireActor(args, "register.change");
	return null;
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(baseInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await saveBase(command, null, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, baseNouns), fields);
	const message = `${parsed.data.name} was added`;
	return redirectWith(app, "/settings/bases", { kind: "success", message });
}

export default function NewBase({ actionData }: Route.ComponentProps) {
	return (
		<SettingsForm
			title="Add base"
			back={{ href: "/settings/bases", text: "Bases" }}
			errors={actionData?.errors}
			submit="Add base"
		>
			<BaseFields values={actionData?.values ?? {}} errors={actionData?.errors} />
		</SettingsForm>
	);
}
