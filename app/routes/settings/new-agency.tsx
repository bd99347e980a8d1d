import { createAgency } from "#app/commands/create-agency.ts";
import { agencyInput } from "#app/domain/partnership/agency-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import type { Route } from "./+types/new-agency.ts";
import { AgencyFields, agencyNouns } from "./agency-fields.tsx";
import { SettingsForm } from "./settings-form.tsx";

export async function loader(args: Route.LoaderArgs) {
	await requireActor(args, "settings.change");
	return null;
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(agencyInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await createAgency(command, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, agencyNouns), fields);
	const message = `${parsed.data.name} was added`;
	return redirectWith(app, "/settings/agencies", { kind: "success", message });
}

export default function NewAgency({ actionData }: Route.ComponentProps) {
	return (
		<SettingsForm
			title="Add agency"
			back={{ href: "/settings/agencies", text: "Agencies" }}
			errors={actionData?.errors}
			submit="Add agency"
		>
			<AgencyFields values={actionData?.values ?? {}} errors={actionData?.errors} />
		</SettingsForm>
	);
}
