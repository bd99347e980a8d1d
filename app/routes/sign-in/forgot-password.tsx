import { data } from "react-router";
import { askForNewPassword } from "#app/commands/ask-for-new-password.ts";
import { addressInput } from "#app/domain/access/account-input.ts";
import { anonymously } from "#app/http/anonymous.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { invalid } from "#app/http/respond.ts";
import { spend } from "#app/http/sign-in.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/forgot-password.ts";

/** In milliseconds: longer than owing a mail takes, so that the time tells nobody anything. */
const ANSWER_TIME = 250;

export async function action({ request, context }: Route.ActionArgs) {
	const fields = await readForm(request);
	const typed = { email: typeof fields.email === "string" ? fields.email : "" };
	const parsed = parseWith(addressInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, typed);
	const { app, visit, command } = await anonymously(context);
	const { email } = parsed.data;
	await spend(app.limits.mailByNetwork, visit.network);
	await spend(app.limits.mailByAddress, email);
	const answered = new Promise((resolve) => setTimeout(resolve, ANSWER_TIME));
	await Promise.all([askForNewPassword(command, email), answered]);
	return data({ asked: email });
}

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
	if (actionData && "asked" in actionData) return <Asked email={actionData.asked} />;
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Forgotten password" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Forgotten password"
				lead="We will mail you a link to choose a new one."
				back={{ href: "/sign-in", text: "Back to sign in" }}
			/>
			<form method="post" noValidate>
				<TextInput
					name="email"
					label="Email address"
					type="email"
					autoComplete="username"
					spellCheck={false}
					defaultValue={actionData?.values.email}
					error={errorFor(errors, "email")}
				/>
				<Button>Send me a link</Button>
			</form>
		</Measure>
	);
}

function Asked({ email }: { email: string }) {
	return (
		<Measure>
			<PageTitle title="Look in your mail" />
			<PageHeading title="Look in your mail" />
			<p className="govuk-body">
				If there is an account for <strong>{email}</strong>, a link to choose a new password is on
				its way there. It works once, for an hour.
			</p>
			<p className="govuk-body">
				If nothing comes within a few minutes, look among unwanted mail, then ask your administrator
				whether you have an account under that address.
			</p>
			<p className="govuk-body">
				<AppLink className="govuk-link" href="/sign-in">
					Back to sign in
				</AppLink>
			</p>
		</Measure>
	);
}
