import { AppLink } from "#app/ui/app-link.tsx";
import { Inset } from "#app/ui/inset.tsx";

interface Props {
	/** The publications that count the session, with their dates. */
	published: { id: string; line: string; on: string }[];
}

/** Says before a correction that figures with this session were given to the public. */
export function PublishedNotice({ published }: Props) {
	if (published.length === 0) return null;
	return (
		<Inset>
			<p className="govuk-body">
				This session is counted in {published.length === 1 ? "a publication" : "publications"}. What
				was published stays as it was; a correction shows there as a difference, with your reason.
			</p>
			<ul className="govuk-list govuk-list--bullet">
				{published.map(({ id, line, on }) => (
					<li key={id}>
						<AppLink className="govuk-link" href={`/publications/${id}`}>
							Published on {on}
						</AppLink>
						: {line}
					</li>
				))}
			</ul>
		</Inset>
	);
}
