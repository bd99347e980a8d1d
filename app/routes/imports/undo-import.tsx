import { readImportedSessions } from "#app/data/old-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/undo-import.ts";
import { answerStep, fileForStep } from "./begin-step.ts";
import { ConfirmImport } from "./confirm-import.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "imports.manage");
	const file = await fileForStep(entered, args.params.id, "applied", "undoing");
	if (file.kind !== "sessions") throw notFound();
	const { id, fileName, result } = file;
	const found = await readImportedSessions(entered.app.database.client, id);
	return { id, fileName, consequences: consequencesOf(result as OldFileResult, found) };
}

interface Found {
	sessions: readonly unknown[];
	/** References of those that were changed here since. */
	changed: readonly string[];
}

function consequencesOf({ youngPeople, places = [] }: OldFileResult, found: Found): string[] {
	const { sessions, changed } = found;
	const people = countOf(youngPeople, "young person", "young people");
	return [
		`${countOf(sessions.length, "session leaves", "sessions leave")} Termtime, and reach falls by what they counted: ${people} when they came in`,
		...(changed.length > 0
			? [
					`${countOf(changed.length, "of them was", "of them were")} corrected here since (${changed.slice(0, 5).join(", ")}${changed.length > 5 ? " and others" : ""}): the corrections go too`,
				]
			: []),
		...(places.length > 0
			? ["Places that came in with the file go too, unless something else was planned there since"]
			: []),
		"What was entered about them under “Evaluation” goes too",
		"Their references are never used again, and the history says what was taken back",
		"All of it is taken back at once, or none",
	];
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "imports.manage");
	return answerStep(entered, args.params.id, "undo");
}

export default function UndoImport({ loaderData }: Route.ComponentProps) {
	return (
		<ConfirmImport
			{...loaderData}
			title="Undo this import"
			button="Undo this import"
			stay="Keep the sessions"
			warning
		/>
	);
}
