import { redirect } from "react-router";
import { z } from "zod";
import { appContext } from "#app/http/app-context.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { invalid, redirectWith, redirectWithCookies } from "#app/http/respond.ts";
import { safePath } from "#app/http/safe-path.ts";
import { giveCode } from "#app/http/sign-in.ts";
import { visitContext } from "#app/http/visit.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Hidden, TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/code.ts";

const codeInput = z.object({
	code: z.string({ error: "Enter the code" }).trim().min(1, { error: "Enter the code" }),
});

export async function loader({ url, context }: Route.LoaderArgs) {
	const to = safePath(url.searchParams.get("to"));
	if (await context.get(visitContext).actor()) throw redirect(to, 303);
	return { to };
}

export async function action({ request, context }: Route.ActionArgs) {
	const app = context.get(appContext);
	const { network } = context.get(visitContext);
	const fields = await readForm(request);
	const parsed = parseWith(codeInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, {});
	const { code } = parsed.data;
	const outcome = await giveCode(app, { code, network, headers: request.headers });
	if (outcome.ok) return redirectWithCookies(safePath(fields.to), outcome.cookies);
	if (outcome.reason === "wrong") {
		const message = "Enter the code that the app shows now, or a backup code not used before";
		return invalid([{ field: "code", message }], {});
	}
	const message = "That took too long or too many tries. Sign in again.";
	return redirectWith(app, "/sign-in", { kind: "important", message });
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Enter your code" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title="Enter your code" back={{ href: "/sign-in", text: "Back to sign in" }} />
			<form method="post" noValidate>
				<Hidden name="to" value={loaderData.to} />
				<TextInput
					name="code"
					label="Code"
					hint="6 digits from your authenticator app, or one of your backup codes"
					autoComplete="one-time-code"
					inputMode="text"
					spellCheck={false}
					width={10}
					error={errorFor(errors, "code")}
				/>
				<Button>Continue</Button>
			</form>
		</Measure>
	);
}
