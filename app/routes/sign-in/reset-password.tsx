import { data } from "react-router";
import { choosePassword } from "#app/commands/choose-password.ts";
import { readLink } from "#app/data/account-links.ts";
import { readUser } from "#app/data/users.ts";
import { newPasswordInput } from "#app/domain/access/account-input.ts";
import { anonymously } from "#app/http/anonymous.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/reset-password.ts";
import { DeadLink } from "./dead-link.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

const dead = () => data({ user: null }, { status: 404 });

async function userOf({ params, context }: Pick<Route.LoaderArgs, "params" | "context">) {
	const { app, visit } = await anonymously(context);
	const link = await readLink(app.database.client, "password", params.token, visit.now);
	const user = link && (await readUser(app.database.client, link.userId));
	return user && !user.disabledAt ? user : null;
}

export async function loader(args: Route.LoaderArgs) {
	const user = await userOf(args);
	if (!user) return dead();
	const { email, hasPassword } = user;
	return data({ user: { email, hasPassword } });
}

export async function action(args: Route.ActionArgs) {
	const user = await userOf(args);
	if (!user) return data(null, { status: 404 });
	const { app, command } = await anonymously(args.context);
	const parsed = parseWith(newPasswordInput(user.email), await readForm(args.request));
	if (!parsed.ok) return invalid(parsed.errors, {});
	const { token } = args.params;
	const outcome = await choosePassword(command, { token, password: parsed.data.password });
	if (!outcome.ok) return data(null, { status: 404 });
	const message = "Your password is saved. Sign in with it.";
	return redirectWith(app, "/sign-in", { kind: "success", message });
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
	const { user } = loaderData;
	if (!user) {
		return (
			<DeadLink>
				<p>It was used already, a newer one was sent, or too much time has passed.</p>
				<p>
					<AppLink className="govuk-link" href="/forgot-password">
						Ask for another link
					</AppLink>
				</p>
			</DeadLink>
		);
	}
	const errors = actionData?.errors;
	const title = user.hasPassword ? "Choose a new password" : "Choose a password";
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} lead={`For ${user.email}`} />
			<form method="post" noValidate>
				<input type="hidden" name="username" autoComplete="username" value={user.email} />
				<NewPasswordField errors={errors} />
				<Button>Save password</Button>
			</form>
		</Measure>
	);
}
