import { redirect } from "react-router";
import { findImport } from "#app/data/imports.ts";
import { importKindLabels } from "#app/domain/imports/import-status.ts";
import { momentWords } from "#app/http/history-words.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, notFound } from "#app/http/respond.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/import.ts";
import { answerStep } from "./begin-step.ts";
import { readImportView } from "./import-view.ts";
import { stateTag } from "./import-words.ts";
import { OldPanel } from "./old-panel.tsx";
import { RefusedFile } from "./refused-file.tsx";
import { RegisterPanel } from "./register-panel.tsx";
import { StoppedWork } from "./stopped-work.tsx";
import { WorkingFile } from "./working-file.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "imports.manage");
	const { app, now, zone } = entered;
	const file = await findImport(app.database.client, args.params.id);
	if (!file || file.status === "discarded") throw notFound();
	const { id, kind, fileName, status, createdAt, createdByName } = file;
	if (status === "columns") throw redirect(`/imports/${id}/columns`, 303);
	const stopped = app.jobs.isStopped(file, now);
	return {
		id,
		title: fileName,
		kind: importKindLabels[kind],
		tag: stateTag(status, stopped),
		lead: `Uploaded by ${createdByName} on ${momentWords(createdAt, zone)}`,
		part: await readImportView(entered, file, args.url.searchParams),
	};
}

/** Takes up reading or checking that was interrupted. */
export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "imports.manage");
	const { intent } = await readForm(args.request);
	if (intent !== "read" && intent !== "check") throw badRequest();
	return answerStep(entered, args.params.id, intent);
}

export default function Import({ loaderData }: Route.ComponentProps) {
	const { id, title, kind, tag, lead, part } = loaderData;
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={<span className="tt-breaks">{title}</span>}
				caption={kind}
				status={<Tag colour={tag.colour}>{tag.word}</Tag>}
				lead={lead}
				back={{ href: "/imports", text: "Imports" }}
			/>
			{part.part === "working" && <WorkingFile {...part} />}
			{part.part === "stopped" && <StoppedWork id={id} {...part} />}
			{part.part === "refused" && <RefusedFile id={id} {...part} />}
			{part.part === "sessions" && <OldPanel id={id} {...part} />}
			{part.part === "register" && <RegisterPanel id={id} {...part} />}
		</>
	);
}
