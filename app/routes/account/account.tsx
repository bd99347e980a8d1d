import { changeOwnName } from "#app/commands/change-own-name.ts";
import { isReportReader } from "#app/data/reports.ts";
import { readUser } from "#app/data/users.ts";
import { ownNameInput } from "#app/domain/access/account-input.ts";
import { may, roleLabels } from "#app/domain/access/permissions.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/account.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "account.own");
	const user = await readUser(app.database.client, actor.userId);
	if (!user) throw notFound();
	const { name, email, role, twoStep, person } = user;
	const receives = await isReportReader(app.database.client, actor.userId);
	return {
		...{ name, email, twoStep },
		role: roleLabels[role],
		person: person?.name,
		mayHaveTokens: may(actor.role, "tokens.own"),
		report: may(role, "report.receive") && (receives ? "Sent to you each month" : "Not sent"),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "account.own");
	const parsed = parseWith(ownNameInput, await readForm(args.request));
	if (!parsed.ok) return invalid(parsed.errors, parsed.values);
	await changeOwnName(command, parsed.data.name);
	return redirectWith(app, "/account", { kind: "success", message: "Your name is saved" });
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
	const { name, email, role, twoStep, person, mayHaveTokens, report } = loaderData;
	const errors = actionData?.errors;
	const typed = actionData ? [actionData.values.name ?? ""].flat()[0] : name;
	return (
		<Measure>
			<PageTitle title="Your account" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title="Your account" />
			<SummaryList
				rows={[
					{ key: "Email address", value: email },
					{ key: "Role", value: role },
					{ key: "You deliver as", value: person },
					{
						key: "Password",
						value: "Known only to you",
						action: { href: "/account/password", text: "Change", about: "your password" },
					},
					{
						key: "Two-step sign-in",
						value: twoStep ? "On: a code is asked for after your password" : "Off",
						action: { href: "/account/two-step", text: "Change", about: "two-step sign-in" },
					},
					{
						key: "API tokens",
						value: mayHaveTokens && "For programs that act as you",
						action: { href: "/settings/tokens", text: "Manage", about: "your API tokens" },
					},
					{
						key: "Monthly report",
						value: report,
						action: { href: "/reach/report", text: "Change", about: "the monthly report" },
					},
					{
						key: "Calendar feed",
						value: person && "Your sessions in your own calendar program",
						action: { href: "/account/feed", text: "Set up", about: "your calendar feed" },
					},
				]}
			/>
			<p className="govuk-body">Your administrator can change your role and what you deliver as.</p>
			<Section title="Your name">
				<form method="post" noValidate>
					<TextInput
						name="name"
						label="Name"
						hint="As colleagues see it beside what you did"
						autoComplete="name"
						defaultValue={typed}
						error={errorFor(errors, "name")}
					/>
					<Button>Save name</Button>
				</form>
			</Section>
		</Measure>
	);
}
