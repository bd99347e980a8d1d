import { data } from "react-router";
import { z } from "zod";
import { noteTwoStep } from "#app/commands/note-two-step.ts";
import { readUser } from "#app/data/users.ts";
import { typedPassword } from "#app/domain/access/account-input.ts";
import { type Fields, parseWith, readForm } from "#app/http/parse-form.ts";
import { withPassword } from "#app/http/password-again.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { badRequest, invalid, redirectWith } from "#app/http/respond.ts";
import { confirmTwoStep, newBackupCodes, startTwoStep, stopTwoStep } from "#app/http/two-step.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/two-step.ts";
import { BackupCodes, ConfirmForm, OffForm, OnForms, SetupSteps } from "./two-step-forms.tsx";

const codeInput = z.object({
	code: z.string({ error: "Enter the code" }).trim().min(1, { error: "Enter the code" }),
});
const passwordInput = z.object({ password: typedPassword });

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "account.own");
	const user = await readUser(app.database.client, actor.userId);
	return { on: user?.twoStep === true };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "account.own");
	const fields = await readForm(args.request);
	const { headers } = args.request;
	if (fields.intent === "confirm") return confirm(entered, headers, fields);
	if (fields.intent !== "start" && fields.intent !== "stop" && fields.intent !== "codes") {
		throw badRequest();
	}
	const parsed = parseWith(passwordInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, { asked: "password" as const });
	const given = { headers, password: parsed.data.password };
	const { app, actor } = entered;
	const done = await withPassword(app, actor, async () => {
		if (fields.intent === "stop") return stop(entered, given);
		if (fields.intent === "codes") return codesOf(await newBackupCodes(app, given));
		const setup = await startTwoStep(app, given);
		return setup && data({ setup });
	});
	const message = "That is not your password";
	return done ?? invalid([{ field: "password", message }], { asked: "password" as const });
}

const codesOf = (codes: string[] | null) => codes && data({ codes });

async function stop(
	{ app, command }: Entered,
	given: Parameters<typeof stopTwoStep>[1],
): Promise<Response | null> {
	const cookies = await stopTwoStep(app, given);
	if (!cookies) return null;
	await noteTwoStep(command, false);
	const message = "Two-step sign-in is off: your password alone lets you in";
	return redirectWith(app, "/account", { kind: "success", message }, cookies);
}

async function confirm({ app, command }: Entered, headers: Headers, fields: Fields) {
	const asked = { asked: "code" as const };
	const parsed = parseWith(codeInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, asked);
	const cookies = await confirmTwoStep(app, { headers, code: parsed.data.code });
	if (!cookies) {
		return invalid([{ field: "code", message: "Enter the code that the app shows now" }], asked);
	}
	await noteTwoStep(command, true);
	const message = "Two-step sign-in is on: next time, have your app at hand";
	return redirectWith(app, "/account", { kind: "success", message }, cookies);
}

export default function TwoStep({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData && "errors" in actionData ? actionData.errors : undefined;
	const title = "Two-step sign-in";
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={{ href: "/account", text: "Back to your account" }} />
			<Body on={loaderData.on} actionData={actionData} />
		</Measure>
	);
}

type BodyProps = { on: boolean; actionData: Route.ComponentProps["actionData"] };

function Body({ on, actionData }: BodyProps) {
	if (actionData && "setup" in actionData) return <SetupSteps setup={actionData.setup} />;
	if (actionData && "codes" in actionData) return <BackupCodes codes={actionData.codes} />;
	if (actionData?.values.asked === "code") return <ConfirmForm errors={actionData.errors} again />;
	return on ? <OnForms errors={actionData?.errors} /> : <OffForm errors={actionData?.errors} />;
}
