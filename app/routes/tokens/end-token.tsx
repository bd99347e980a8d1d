import { redirect } from "react-router";
import { revokeApiToken } from "#app/commands/revoke-api-token.ts";
import { findApiToken } from "#app/data/api-tokens.ts";
import { may } from "#app/domain/access/permissions.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/end-token.ts";

/** One's own, or anybody's for who manages them; any other is not there. */
async function tokenOf({ app, actor }: Entered, id: string) {
	const token = await findApiToken(app.database.client, id);
	if (!token || (token.userId !== actor.userId && !may(actor.role, "tokens.manage"))) {
		throw notFound();
	}
	return token;
}

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "tokens.own");
	const token = await tokenOf(entered, args.params.id);
	if (token.revokedAt) throw redirect("/settings/tokens", 303);
	return {
		name: token.name,
		owner: token.userId === entered.actor.userId ? null : token.user.name,
	};
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "tokens.own");
	const token = await tokenOf(entered, args.params.id);
	await revokeApiToken(entered.command, token.userId, token.id);
	const message = `The token for ${token.name} has ended`;
	return redirectWith(entered.app, "/settings/tokens", { kind: "success", message });
}

export default function EndToken({ loaderData: { name, owner } }: Route.ComponentProps) {
	const title = `End the token for ${name}`;
	return (
		<Measure>
			<PageTitle title={title} />
			<PageHeading title={title} />
			<ConfirmPanel
				title="What will happen"
				consequences={[
					"A program that uses it is refused from its next call on",
					...(owner ? [`${owner} made it and has to make another for the program to go on`] : []),
					"It cannot be brought back: make a new one if it is needed again",
				]}
			>
				<form method="post">
					<ButtonGroup>
						<Button kind="warning">End token</Button>
						<AppLink className="govuk-link" href="/settings/tokens">
							Keep it
						</AppLink>
					</ButtonGroup>
				</form>
			</ConfirmPanel>
		</Measure>
	);
}
