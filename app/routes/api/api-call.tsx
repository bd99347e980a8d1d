import { Details } from "#app/ui/details.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { CallView } from "./docs-view.server.ts";
import { FieldTable } from "./field-table.tsx";

/** One call: what it is given and what it answers. */
export function ApiCall({ call }: { call: CallView }) {
	const { id, method, path, summary, parameters, body, answer, refusals } = call;
	return (
		<section id={id} className="tt-api-call" aria-labelledby={`${id}-title`}>
			<h3 className="govuk-heading-s" id={`${id}-title`}>
				{summary}
			</h3>
			<p className="govuk-body">
				<code>
					{method} {path}
				</code>
			</p>
			{parameters.length > 0 && (
				<Details summary={`Parameters: ${parameters.map(({ name }) => name).join(", ")}`}>
					<SummaryList rows={parameters.map(({ name, about }) => ({ key: name, value: about }))} />
				</Details>
			)}
			{body.map(({ form, fields }) => (
				<FieldTable key={form} caption={form ? `Body, with ${form}` : "Body"} fields={fields} />
			))}
			<p className="govuk-body">Answers {answer}</p>
			{refusals.length > 0 && (
				<p className="govuk-body tt-quiet">May be refused with {refusals.join(", ")}</p>
			)}
		</section>
	);
}
