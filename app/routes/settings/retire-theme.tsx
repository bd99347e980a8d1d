import { dependantsOf } from "#app/commands/register-outcome.ts";
import { restoreTheme } from "#app/commands/restore-theme.ts";
import { retireTheme } from "#app/commands/retire-theme.ts";
import { findTheme } from "#app/data/themes.ts";
import { dependantsWords } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { retireOrRestore } from "#app/routes/register/retire-or-restore.ts";
import { RetirePage } from "#app/routes/register/retire-page.tsx";
import type { Route } from "./+types/retire-theme.ts";
import { themeNouns } from "./theme-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "settings.change");
	const theme = await findTheme(app.database.client, args.params.id);
	if (!theme) throw notFound();
	const { name, retiredAt } = theme;
	return { name, retired: retiredAt !== null, dependants: dependantsWords(dependantsOf(theme)) };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "settings.change");
	const { command, app } = entered;
	const theme = await findTheme(app.database.client, args.params.id);
	if (!theme) throw notFound();
	const { id, name } = theme;
	return retireOrRestore(entered, args.request, themeNouns, {
		retire: () => retireTheme(command, id),
		restore: () => restoreTheme(command, id),
		to: "/settings/themes",
		name,
	});
}

export default function RetireTheme({ loaderData, actionData }: Route.ComponentProps) {
	const { name, retired, dependants } = loaderData;
	return (
		<RetirePage
			noun="theme"
			name={name}
			retired={retired}
			blockers={{ dependants }}
			retiring={[
				`${name} can no longer be chosen for programmes.`,
				"What was reached under it stays, and stays in reach.",
				"You can bring it back at any time.",
			]}
			restoring={[`${name} can be chosen for programmes again.`]}
			back={{ href: "/settings/themes", text: "Themes" }}
			errors={actionData?.errors}
		/>
	);
}
