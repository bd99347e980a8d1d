import { redirect } from "react-router";
import { disableUser } from "#app/commands/disable-user.ts";
import { readUser } from "#app/data/users.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/disable-user.ts";
import { refusalWords } from "./refusal-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "accounts.manage");
	const user = await readUser(app.database.client, args.params.userId);
	if (!user) throw notFound();
	if (user.disabledAt) throw redirect(`/settings/users/${user.id}`, 303);
	return { id: user.id, name: user.name, person: user.person?.name };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "accounts.manage");
	const { userId } = args.params;
	const outcome = await disableUser(command, userId);
	if (!outcome.ok) {
		const errors = refusalWords(outcome).map(({ message }) => ({ field: "", message }));
		return invalid(errors, {});
	}
	const flash = { kind: "success", message: "The account is disabled" } as const;
	return redirectWith(app, `/settings/users/${userId}`, flash);
}

export default function DisableUser({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, person } = loaderData;
	const title = `Disable the account of ${name}`;
	return (
		<Measure>
			<PageTitle title={title} errors={actionData?.errors} />
			<ErrorSummary errors={actionData?.errors} />
			<PageHeading title={title} />
			<ConfirmPanel
				title="What will happen"
				consequences={[
					`${name} is signed out at once, everywhere, and cannot sign in`,
					"What they did stays on record under their name",
					...(person ? [`${person} stays on their sessions: change those by themselves`] : []),
					"You can enable the account again later",
				]}
			>
				<form method="post">
					<ButtonGroup>
						<Button kind="warning">Disable account</Button>
						<AppLink className="govuk-link" href={`/settings/users/${id}`}>
							Keep it
						</AppLink>
					</ButtonGroup>
				</form>
			</ConfirmPanel>
		</Measure>
	);
}
