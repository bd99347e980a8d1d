import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { TokenRow } from "./token-words.ts";

const states = {
	in_force: null,
	expired: "Expired",
	ended: "Ended",
	owner_disabled: "Account disabled",
};

function columns(showOwner: boolean): Column<TokenRow>[] {
	const owner: Column<TokenRow> = { key: "owner", header: "Acts as", cell: (row) => row.owner };
	return [
		{
			key: "name",
			header: "What for",
			rowHeader: true,
			cell: ({ name, state }) => (
				<>
					{name} {states[state] && <Tag>{states[state]}</Tag>}
				</>
			),
		},
		...(showOwner ? [owner] : []),
		{ key: "made", header: "Made", cell: ({ made }) => made },
		{ key: "used", header: "Last used", cell: ({ lastUsed }) => lastUsed },
		{ key: "until", header: "Works until", cell: ({ until }) => until },
		{
			key: "action",
			header: "Action",
			headerHidden: true,
			nowrap: true,
			cell: ({ id, name, state }) =>
				state === "in_force" || state === "owner_disabled" ? (
					<AppLink className="govuk-link" href={`/settings/tokens/${id}/end`}>
						End<span className="govuk-visually-hidden"> the token for {name}</span>
					</AppLink>
				) : null,
		},
	];
}

interface Props {
	rows: readonly TokenRow[];
	showOwner: boolean;
}

export function TokenTable({ rows, showOwner }: Props) {
	return (
		<DataTable
			caption="Tokens, newest first"
			captionHidden
			columns={columns(showOwner)}
			rows={rows}
			rowKey={({ id }) => id}
			empty={
				<EmptyState title="No tokens yet">
					A token made below would be listed here, with when it was last used.
				</EmptyState>
			}
		/>
	);
}
