import { changeOwnPassword } from "#app/commands/change-own-password.ts";
import { ownPasswordInput } from "#app/domain/access/account-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { withPassword } from "#app/http/password-again.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { visitContext } from "#app/http/visit.ts";
import { NewPasswordField } from "#app/routes/sign-in/new-password-field.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PasswordInput } from "#app/ui/password-input.tsx";
import type { Route } from "./+types/password.ts";

export async function loader(args: Route.LoaderArgs) {
	const { actor } = await requireActor(args, "account.own");
	return { email: actor.email };
}

export async function action(args: Route.ActionArgs) {
	const { app, actor, command } = await requireActor(args, "account.own");
	const parsed = parseWith(ownPasswordInput(actor.email), await readForm(args.request));
	if (!parsed.ok) return invalid(parsed.errors, {});
	const keepToken = (await args.context.get(visitContext).signInToken()) ?? "";
	const saved = await withPassword(app, actor, async () => {
		const outcome = await changeOwnPassword(command, { ...parsed.data, keepToken });
		return outcome.ok || null;
	});
	if (!saved) {
		return invalid([{ field: "current", message: "That is not your current password" }], {});
	}
	const message =
		"Your new password is saved. Wherever else you were signed in, you no longer are.";
	return redirectWith(app, "/account", { kind: "success", message });
}

export default function Password({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Change your password" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Change your password"
				back={{ href: "/account", text: "Back to your account" }}
			/>
			<form method="post" noValidate>
				<input type="hidden" name="username" autoComplete="username" value={loaderData.email} />
				<PasswordInput
					name="current"
					label="Current password"
					autoComplete="current-password"
					error={errorFor(errors, "current")}
				/>
				<NewPasswordField errors={errors} />
				<Button>Save password</Button>
			</form>
		</Measure>
	);
}
