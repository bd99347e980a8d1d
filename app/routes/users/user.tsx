import { changeUser } from "#app/commands/change-user.ts";
import { enableUser } from "#app/commands/enable-user.ts";
import { inviteUserAgain } from "#app/commands/invite-user-again.ts";
import { resetTwoStep } from "#app/commands/reset-two-step.ts";
import { readHistory } from "#app/data/history.ts";
import { readPeopleWithoutUser, readUser } from "#app/data/users.ts";
import { changeUserInput } from "#app/domain/access/account-input.ts";
import { historyItems } from "#app/http/history-words.ts";
import { type Fields, parseWith, readForm } from "#app/http/parse-form.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { badRequest, invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { HistoryList } from "#app/ui/history-list.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { Hidden, TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/user.ts";
import { AccountState, shownUser } from "./account-state.tsx";
import { refusalWords } from "./refusal-words.ts";
import { UserActions } from "./user-actions.tsx";
import { UserFields } from "./user-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, zone } = await requireActor(args, "accounts.manage");
	const { client } = app.database;
	const user = await readUser(client, args.params.userId);
	if (!user) throw notFound();
	return {
		user: shownUser(user),
		own: user.id === actor.userId,
		people: await readPeopleWithoutUser(client, user.person?.id),
		history: historyItems(await readHistory(client, "user", user.id), zone),
	};
}

const steps = {
	enable: { run: enableUser, done: "The account is open again" },
	invite: { run: inviteUserAgain, done: "A new invitation is on its way; the old link is dead" },
	"two-step": { run: resetTwoStep, done: "Two-step sign-in is off: their password lets them in" },
};

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "accounts.manage");
	const { userId } = args.params;
	const fields = await readForm(args.request);
	if (fields.intent === "save") return save(entered, userId, fields);
	const step = Object.entries(steps).find(([intent]) => intent === fields.intent)?.[1];
	if (!step) throw badRequest();
	const outcome = await step.run(entered.command, userId);
	if (!outcome.ok) return invalid(refusalWords(outcome), {});
	const { app } = entered;
	return redirectWith(app, `/settings/users/${userId}`, { kind: "success", message: step.done });
}

async function save({ app, command }: Entered, userId: string, fields: Fields) {
	const parsed = parseWith(changeUserInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await changeUser(command, userId, parsed.data);
	if (!outcome.ok) return invalid(refusalWords(outcome), fields);
	const message = "The account is saved";
	return redirectWith(app, `/settings/users/${userId}`, { kind: "success", message });
}

export default function User({ loaderData, actionData }: Route.ComponentProps) {
	const { user, own, people, history } = loaderData;
	const errors = actionData?.errors;
	const values: Fields = { name: user.name, role: user.role, personId: user.person?.id ?? "" };
	const typed = (name: string) => [{ ...values, ...actionData?.values }[name] ?? ""].flat()[0];
	return (
		<>
			<PageTitle title={user.name} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={user.name}
				lead={user.email}
				status={<AccountState {...user} />}
				back={{ href: "/settings/users", text: "Back to accounts" }}
			/>
			<div className="tt-columns">
				<form method="post" noValidate>
					<Hidden name="intent" value="save" />
					<TextInput
						name="name"
						label="Name"
						autoComplete="off"
						defaultValue={typed("name")}
						error={errorFor(errors, "name")}
					/>
					<UserFields
						errors={errors}
						role={typed("role") ?? ""}
						personId={typed("personId") ?? ""}
						people={people}
					/>
					<p className="govuk-hint">A new role signs them out, wherever they are signed in.</p>
					<Button>Save account</Button>
				</form>
				<UserActions user={user} own={own} />
			</div>
			<div className="govuk-!-margin-top-6">
				<Section title="History">
					<HistoryList items={history} />
				</Section>
			</div>
		</>
	);
}
