import { Form } from "react-router";
import { removeAbsence } from "#app/commands/remove-absence.ts";
import { findAbsence } from "#app/data/people-time.ts";
import { readTroubledSessions } from "#app/data/stand-ins.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/absence.ts";
import { absenceSentence } from "./person-time-facts.ts";
import { troubledRows } from "./troubled-rows.ts";
import { TroubledTable } from "./troubled-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, settings, now, zone } = await requireActor(args, "register.change");
	const { client } = app.database;
	const absence = await findAbsence(client, args.params.id);
	if (!absence) throw notFound();
	const { id, person } = absence;
	const troubled = await readTroubledSessions(client, settings, {
		personId: person.id,
		absence,
		now,
	});
	return {
		id,
		person,
		when: absenceSentence(absence),
		rows: troubledRows(troubled, person.id, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	await readForm(args.request);
	const absence = await findAbsence(app.database.client, args.params.id);
	if (!absence) throw notFound();
	await removeAbsence(command, absence.id);
	const message = "The absence was removed";
	return redirectWith(app, `/people/${absence.personId}`, { kind: "success", message });
}

/** What an absence leaves undone: every session in it, the hardest to cover first. */
export default function Absence({ loaderData: { id, person, when, rows } }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title={`Absence of ${person.name}`} />
			<PageHeading
				title={`${person.name} is away`}
				lead={when}
				back={{ href: `/people/${person.id}`, text: person.name }}
				actions={
					<Actions>
						<ButtonLink href={`/absences/${id}/edit`} kind="secondary">
							Change
						</ButtonLink>
						<Form method="post">
							<Button kind="secondary" name="intent" value="remove">
								Remove
							</Button>
						</Form>
					</Actions>
				}
			/>
			<Section title="Sessions to sort out">
				{rows.length === 0 ? (
					<EmptyState title={`${person.name} is on no session then that is still to come`} />
				) : (
					<>
						<p className="govuk-body">
							The hardest to cover stand first. Nothing changes until you choose somebody and save.
						</p>
						<TroubledTable rows={rows} />
					</>
				)}
			</Section>
		</>
	);
}
