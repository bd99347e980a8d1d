import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { TroubledRow } from "./troubled-rows.ts";

/** Sessions that somebody will miss, with who could stand in and the other ways out. */
export function TroubledTable({ rows }: { rows: TroubledRow[] }) {
	return (
		<DataTable
			caption="Sessions to sort out"
			captionHidden
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={null}
			columns={[
				{
					key: "what",
					header: "Session",
					rowHeader: true,
					cell: ({ reference, what }) => (
						<AppLink className="govuk-link" href={`/sessions/${reference}`}>
							{what}
						</AppLink>
					),
				},
				{ key: "when", header: "When", cell: ({ when }) => when },
				{ key: "standIns", header: "Could stand in", cell: (row) => <StandIns row={row} /> },
				{
					key: "else",
					header: "Or",
					cell: ({ reference, what }) => (
						<>
							<Other href={`/sessions/${reference}/move`} text="Move" about={what} />{" "}
							<Other href={`/sessions/${reference}/cancel`} text="Cancel" about={what} />
						</>
					),
				},
			]}
		/>
	);
}

function StandIns({ row: { reference, what, standIns, more } }: { row: TroubledRow }) {
	if (standIns.length === 0) return <strong>Nobody is qualified and free</strong>;
	return (
		<ul className="govuk-list govuk-!-margin-bottom-0">
			{standIns.map(({ name, href }) => (
				<li key={href}>
					<Other href={href} text={name} about={`on ${what}`} />
				</li>
			))}
			{more > 0 && (
				<li>
					<Other
						href={`/sessions/${reference}/people/edit`}
						text={`${more} more`}
						about={`for ${what}`}
					/>
				</li>
			)}
		</ul>
	);
}

function Other({ href, text, about }: { href: string; text: string; about: string }) {
	return (
		<AppLink className="govuk-link" href={href}>
			{text}
			<span className="govuk-visually-hidden"> {about}</span>
		</AppLink>
	);
}
