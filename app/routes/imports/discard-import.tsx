import { discardImport } from "#app/commands/discard-import.ts";
import { releaseImport } from "#app/commands/import-job.ts";
import { findImport } from "#app/data/imports.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";
import type { Route } from "./+types/discard-import.ts";
import { ConfirmImport } from "./confirm-import.tsx";
import { stepRefusalWords } from "./step-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "imports.manage");
	const file = await findImport(app.database.client, args.params.id);
	if (!file || file.status === "discarded") throw notFound();
	return { id: file.id, fileName: file.fileName };
}

export async function action(args: Route.ActionArgs) {
	const { app, command, now } = await requireActor(args, "imports.manage");
	const file = await findImport(app.database.client, args.params.id);
	if (!file) throw notFound();
	const { id, worker, fileName } = file;
	if (worker && app.jobs.isStopped(file, now)) {
		await releaseImport(command, { importId: id, worker });
	}
	const discarded = await discardImport(command, id);
	if (!discarded.ok) {
		const message = stepRefusalWords(discarded);
		return redirectWith(app, `/imports/${id}`, { kind: "important", message });
	}
	if (discarded.spool !== null) await app.uploads.remove(discarded.spool);
	const message = `${fileName} was discarded. Nothing of it was written`;
	return redirectWith(app, "/imports", { kind: "success", message });
}

export default function DiscardImport({ loaderData }: Route.ComponentProps) {
	return (
		<ConfirmImport
			{...loaderData}
			title="Discard the file"
			consequences={[
				"The file leaves the list, with everything that was read of it and all answers given",
				"No venue, session or figure changes",
				"The file on your own machine stays as it is: you can bring it in again",
			]}
			button="Discard the file"
			stay="Keep it"
			warning
		/>
	);
}
