import { inviteUser } from "#app/commands/invite-user.ts";
import { readPeopleWithoutUser } from "#app/data/users.ts";
import { newUserInput } from "#app/domain/access/account-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/new-user.ts";
import { refusalWords } from "./refusal-words.ts";
import { UserFields } from "./user-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "accounts.manage");
	return { people: await readPeopleWithoutUser(app.database.client) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "accounts.manage");
	const fields = await readForm(args.request);
	const parsed = parseWith(newUserInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, parsed.values);
	const outcome = await inviteUser(command, parsed.data);
	if (!outcome.ok) return invalid(refusalWords(outcome), fields);
	const message = app.mail
		? `${parsed.data.name} is invited: a link to choose a password is on its way`
		: `${parsed.data.name} has an account. Mail is not set up: the link to choose a password is in the outbox`;
	return redirectWith(app, `/settings/users/${outcome.id}`, { kind: "success", message });
}

export default function NewUser({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	const typed = (name: string) => [actionData?.values[name] ?? ""].flat()[0] ?? "";
	return (
		<Measure>
			<PageTitle title="Invite somebody" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Invite somebody"
				lead="They get a mail with a link, and choose their own password."
				back={{ href: "/settings/users", text: "Back to accounts" }}
			/>
			<form method="post" noValidate>
				<TextInput
					name="name"
					label="Name"
					autoComplete="off"
					defaultValue={typed("name")}
					error={errorFor(errors, "name")}
				/>
				<TextInput
					name="email"
					label="Work email address"
					hint="They sign in with it; it cannot be changed later"
					type="email"
					autoComplete="off"
					spellCheck={false}
					defaultValue={typed("email")}
					error={errorFor(errors, "email")}
				/>
				<UserFields
					errors={errors}
					role={typed("role")}
					personId={typed("personId")}
					people={loaderData.people}
				/>
				<Button>Send invitation</Button>
			</form>
		</Measure>
	);
}
