import { readUsers } from "#app/data/users.ts";
import { roleLabels } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/users.ts";
import { AccountState, shownUser } from "./account-state.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "accounts.manage");
	const users = await readUsers(app.database.client);
	return { users: users.map(shownUser) };
}

type Row = ReturnType<typeof shownUser>;

const columns: Column<Row>[] = [
	{
		key: "name",
		header: "Name",
		rowHeader: true,
		cell: ({ id, name }) => (
			<AppLink className="govuk-link" href={`/settings/users/${id}`}>
				{name}
			</AppLink>
		),
	},
	{ key: "email", header: "Email address", cell: ({ email }) => email },
	{ key: "role", header: "Role", cell: ({ role }) => roleLabels[role] },
	{ key: "person", header: "Delivers as", cell: ({ person }) => person?.name },
	{ key: "state", header: "Account", cell: (user) => <AccountState {...user} /> },
	{ key: "twoStep", header: "Two-step sign-in", cell: ({ twoStep }) => (twoStep ? "On" : "Off") },
];

export default function Users({ loaderData: { users } }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title="Accounts" />
			<PageHeading
				title="Accounts"
				caption="Settings"
				lead="Staff who sign in. Schools need no account."
				actions={
					<Actions>
						<ButtonLink href="/settings/users/new">Invite somebody</ButtonLink>
					</Actions>
				}
			/>
			<DataTable
				caption="Accounts"
				captionHidden
				columns={columns}
				rows={users}
				rowKey={({ id }) => id}
				empty={<EmptyState title="Nobody has an account">Invite somebody.</EmptyState>}
			/>
		</>
	);
}
