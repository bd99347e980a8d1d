import { AppLink } from "#app/ui/app-link.tsx";

interface Props {
	references: readonly string[];
	/** Which page of the session. */
	to: "edit" | "people/edit";
}

export function SessionLinks({ references, to }: Props) {
	return (
		<ul className="govuk-list">
			{references.map((reference) => (
				<li key={reference}>
					<AppLink className="govuk-link" href={`/sessions/${reference}/${to}`}>
						{reference}
					</AppLink>
				</li>
			))}
		</ul>
	);
}
