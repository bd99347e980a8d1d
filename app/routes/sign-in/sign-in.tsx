import { redirect } from "react-router";
import { signInInput } from "#app/domain/access/account-input.ts";
import { appContext } from "#app/http/app-context.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { invalid, redirectWithCookies } from "#app/http/respond.ts";
import { safePath } from "#app/http/safe-path.ts";
import { signIn } from "#app/http/sign-in.ts";
import { visitContext } from "#app/http/visit.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Hidden, TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/sign-in.ts";

export async function loader({ url, context }: Route.LoaderArgs) {
	const to = safePath(url.searchParams.get("to"));
	if (await context.get(visitContext).actor()) throw redirect(to, 303);
	return { to };
}

export async function action({ request, context }: Route.ActionArgs) {
	const app = context.get(appContext);
	const { network } = context.get(visitContext);
	const fields = await readForm(request);
	const to = safePath(fields.to);
	const typed = { email: typeof fields.email === "string" ? fields.email : "" };
	const parsed = parseWith(signInInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, typed);
	const outcome = await signIn(app, { ...parsed.data, network, headers: request.headers });
	if (!outcome.ok) {
		const message = "Check your email address and your password: one of them is not right";
		return invalid([{ field: "email", message }], typed);
	}
	const next = outcome.codeNeeded ? `/sign-in/code?${new URLSearchParams({ to })}` : to;
	return redirectWithCookies(next, outcome.cookies);
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Sign in" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title="Sign in" />
			<form method="post" noValidate>
				<Hidden name="to" value={loaderData.to} />
				<TextInput
					name="email"
					label="Email address"
					type="email"
					autoComplete="username"
					spellCheck={false}
					defaultValue={actionData?.values.email}
					error={errorFor(errors, "email")}
				/>
				<TextInput
					name="password"
					label="Password"
					type="password"
					autoComplete="current-password"
					error={errorFor(errors, "password")}
				/>
				<Button>Sign in</Button>
			</form>
			<p className="govuk-body">
				<AppLink className="govuk-link" href="/forgot-password">
					I have forgotten my password
				</AppLink>
			</p>
			<p className="govuk-body">
				Schools do not need an account: everything is in the invite you were sent.
			</p>
		</Measure>
	);
}
