import { redirect } from "react-router";
import { isOutdated } from "#app/data/imports.ts";
import type { OldDecisions } from "#app/domain/imports/old-check.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import type { RegisterResult } from "#app/domain/imports/register-file.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/apply-import.ts";
import { registerConsequences, sessionConsequences } from "./apply-words.ts";
import { answerStep, fileForStep } from "./begin-step.ts";
import { ConfirmImport } from "./confirm-import.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "imports.manage");
	const file = await fileForStep(entered, args.params.id, "checked", "applying");
	const { id, kind, fileName, result, decisions } = file;
	const outdated = await isOutdated(entered.app.database.client, file);
	const consequences =
		kind === "register"
			? registerConsequences(result as RegisterResult)
			: sessionConsequences(result as OldFileResult, decisions as Partial<OldDecisions>);
	if (outdated || consequences.length === 0) throw redirect(`/imports/${id}`, 303);
	const register = kind === "register";
	return {
		id,
		fileName,
		consequences,
		title: register ? "Apply the register" : "Bring in these sessions",
		button: register ? "Apply the register" : "Bring in sessions",
	};
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "imports.manage");
	return answerStep(entered, args.params.id, "apply");
}

export default function ApplyImport({ loaderData }: Route.ComponentProps) {
	return <ConfirmImport {...loaderData} stay="Do not apply it now" />;
}
