import { data } from "react-router";
import { setUp } from "#app/commands/set-up.ts";
import { readLink } from "#app/data/account-links.ts";
import { countUsers } from "#app/data/users.ts";
import { firstAdministratorInput } from "#app/domain/access/account-input.ts";
import { anonymously } from "#app/http/anonymous.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/setup.ts";
import { DeadLink } from "./dead-link.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

async function works({ params, context }: Pick<Route.LoaderArgs, "params" | "context">) {
	const { app, visit } = await anonymously(context);
	const { client } = app.database;
	const link = await readLink(client, "setup", params.token, visit.now);
	return link !== null && (await countUsers(client)) === 0;
}

export async function loader(args: Route.LoaderArgs) {
	const open = await works(args);
	return data({ open }, { status: open ? 200 : 404 });
}

export async function action(args: Route.ActionArgs) {
	if (!(await works(args))) return data(null, { status: 404 });
	const { app, command } = await anonymously(args.context);
	const fields = await readForm(args.request);
	const parsed = parseWith(firstAdministratorInput, fields);
	if (!parsed.ok) {
		const { password: _, ...typed } = parsed.values;
		return invalid(parsed.errors, typed);
	}
	const outcome = await setUp(command, { token: args.params.token, ...parsed.data });
	if (!outcome.ok) return data(null, { status: 404 });
	const message = "You are the administrator of this Termtime. Sign in to begin.";
	return redirectWith(app, "/sign-in", { kind: "success", message });
}

export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
	if (!loaderData.open) {
		return (
			<DeadLink>
				<p>
					It was used already, or too much time has passed. While there is no account yet, every
					start of the server prints a new link.
				</p>
			</DeadLink>
		);
	}
	const errors = actionData?.errors;
	const typed = (name: string) => [actionData?.values[name] ?? ""].flat()[0];
	const title = "Create the first administrator";
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} lead="You can then invite everybody else." />
			<form method="post" noValidate>
				<TextInput
					name="name"
					label="Your name"
					autoComplete="name"
					defaultValue={typed("name")}
					error={errorFor(errors, "name")}
				/>
				<TextInput
					name="email"
					label="Your email address"
					hint="You sign in with it"
					type="email"
					autoComplete="username"
					spellCheck={false}
					defaultValue={typed("email")}
					error={errorFor(errors, "email")}
				/>
				<NewPasswordField errors={errors} />
				<Button>Create administrator</Button>
			</form>
		</Measure>
	);
}
