import { appContext } from "#app/http/app-context.ts";
import { Details } from "#app/ui/details.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/docs.ts";
import { ApiCall } from "./api-call.tsx";
import { docsView } from "./docs-view.server.ts";
import { FieldTable } from "./field-table.tsx";

export function loader({ context }: Route.LoaderArgs) {
	return docsView(context.get(appContext).deployment.appUrl);
}

export default function Docs({
	loaderData: { server, always, calls, shapes },
}: Route.ComponentProps) {
	return (
		<>
			<PageTitle title="What programs can ask and do" />
			<PageHeading
				title="What programs can ask and do"
				lead="The same checks, warnings and permissions as the pages, for other people’s tools."
			/>
			<Section title="How to call">
				<ul className="govuk-list govuk-list--bullet">
					<li>
						Every address starts with <code>{server}</code>.
					</li>
					<li>
						Send the token as <code>Authorization: Bearer termtime_…</code>. Coordinators, managers
						and administrators make tokens under “Your account”.
					</li>
					<li>
						Send JSON as <code>Content-Type: application/json</code>. Times are wall-clock times of
						the partnership, such as <code>2027-01-14T09:00</code>.
					</li>
					<li>
						A list comes in pages: send <code>nextCursor</code> back as <code>cursor</code> until it
						is null.
					</li>
					<li>
						Send an <code>Idempotency-Key</code> with every change: a repeat with the same key gets
						the first answer and changes nothing.
					</li>
					<li>
						Refusals are <code>application/problem+json</code>: go by their <code>code</code>, which
						never changes. Every call may be refused with {always.join(", ")}.
					</li>
					<li>
						Tools read the same from{" "}
						<a className="govuk-link" href="/api/v1/openapi.json">
							openapi.json
						</a>{" "}
						(OpenAPI 3.1).
					</li>
				</ul>
			</Section>
			<Section title="Calls">
				<ul className="govuk-list">
					{calls.map(({ id, method, path, summary }) => (
						<li key={id}>
							<a className="govuk-link" href={`#${id}`}>
								{summary}
							</a>{" "}
							<code className="tt-quiet">
								{method} {path}
							</code>
						</li>
					))}
				</ul>
				{calls.map((call) => (
					<ApiCall key={call.id} call={call} />
				))}
			</Section>
			<Section title="Shapes of the answers">
				{shapes.map(({ name, shapes: forms }) => (
					<Details key={name} summary={name}>
						{forms.map(({ form, fields }) => (
							<FieldTable key={form} caption={`Fields of ${name}`} fields={fields} />
						))}
					</Details>
				))}
			</Section>
		</>
	);
}
