import { createApiToken } from "#app/commands/create-api-token.ts";
import { listApiTokens } from "#app/data/api-tokens.ts";
import { may } from "#app/domain/access/permissions.ts";
import { tokenInput } from "#app/domain/api/token.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/tokens.ts";
import { NewTokenForm } from "./new-token-form.tsx";
import { ShownToken } from "./shown-token.tsx";
import { TokenTable } from "./token-table.tsx";
import { lastDay, tokenRow } from "./token-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, zone, now } = await requireActor(args, "tokens.own");
	const everybodys = may(actor.role, "tokens.manage");
	const tokens = await listApiTokens(app.database.client, everybodys ? null : actor.userId);
	return { everybodys, rows: tokens.map((token) => tokenRow(token, { zone, now })) };
}

export async function action(args: Route.ActionArgs) {
	const { actor, command, zone } = await requireActor(args, "tokens.own");
	const parsed = parseWith(tokenInput, await readForm(args.request));
	if (!parsed.ok) return invalid(parsed.errors, parsed.values);
	const made = await createApiToken(command, actor.userId, parsed.data);
	return { name: parsed.data.name, token: made.token, until: lastDay(made.expiresAt, zone) };
}

export default function Tokens({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData && "errors" in actionData ? actionData.errors : undefined;
	const values = actionData && "values" in actionData ? actionData.values : {};
	const made = actionData && "token" in actionData ? actionData : null;
	return (
		<>
			<PageTitle title="API tokens" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="API tokens"
				lead="A program that has a token may do what the person who made it may do."
			/>
			{made && (
				<Measure>
					<ShownToken {...made} />
				</Measure>
			)}
			<p className="govuk-body">
				<AppLink className="govuk-link" href="/api/v1/docs">
					What programs can ask and do
				</AppLink>
			</p>
			<Section title={loaderData.everybodys ? "Everybody’s tokens" : "Your tokens"}>
				<TokenTable rows={loaderData.rows} showOwner={loaderData.everybodys} />
			</Section>
			<Section title="Make a token">
				<Measure>
					<NewTokenForm errors={errors} values={values} />
				</Measure>
			</Section>
		</>
	);
}
