import { Form } from "react-router";
import { scale } from "#app/domain/evaluation/scale.ts";
import { schoolReasonLabels } from "#app/domain/schools/school-report.ts";
import { textOf } from "#app/http/field-values.ts";
import { CountedChoice } from "#app/routes/close-out/counted-choice.tsx";
import { TotalBoxes } from "#app/routes/evaluation/total-boxes.tsx";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { Stepper } from "#app/ui/stepper.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { ReportFacts } from "./report-facts.ts";

interface Props {
	facts: ReportFacts;
	errors: FieldErrors;
}

/** What a teacher is asked afterwards: the number, a few questions, one box for words. */
export function ReportForm({ facts, errors }: Props) {
	const value = (field: string) => textOf(facts.values, field);
	return (
		<Form method="post" action={facts.address} noValidate className="tt-close-out">
			<Hidden name="intent" value="report" />
			<Radios
				name="outcome"
				legend="Did it take place?"
				layout="inline"
				large
				value={value("outcome")}
				error={errorFor(errors, "outcome")}
				options={[
					{ value: "delivered", label: "Yes" },
					{ value: "not_delivered", label: "No" },
				]}
			/>
			<div className="tt-close-out__yes">
				<Numbers facts={facts} errors={errors} />
			</div>
			<div className="tt-close-out__no">
				<Radios
					name="reason"
					legend="Why not?"
					value={value("reason")}
					error={errorFor(errors, "reason")}
					options={Object.entries(schoolReasonLabels).map(([key, label]) => ({
						value: key,
						label,
					}))}
				/>
			</div>
			<div className="tt-close-out__end">
				<div className="tt-close-out__yes">
					<Questions facts={facts} errors={errors} />
				</div>
				<Textarea
					name="comment"
					label="Anything else?"
					hint="No names or details of pupils"
					rows={3}
					defaultValue={value("comment")}
					error={errorFor(errors, "comment")}
				/>
				<Button>Send</Button>
			</div>
		</Form>
	);
}

function Numbers({ facts, errors }: Props) {
	const value = (field: string) => textOf(facts.values, field);
	return (
		<>
			<fieldset className="govuk-fieldset tt-close-out__numbers">
				<legend className="govuk-fieldset__legend">How many young people came?</legend>
				<div className="tt-close-out__boxes">
					{facts.groups.map(({ field, label }) => (
						<Stepper
							key={field}
							name={field}
							label={label}
							max={2000}
							defaultValue={value(field)}
							error={errorFor(errors, field)}
						/>
					))}
					<Stepper
						name="adults"
						label="Adults with them"
						max={2000}
						defaultValue={value("adults")}
						error={errorFor(errors, "adults")}
					/>
				</div>
			</fieldset>
			<CountedChoice value={value("counted")} error={errorFor(errors, "counted")} />
		</>
	);
}

function Questions({ facts, errors }: Props) {
	const { questions, statements, values } = facts;
	const filled = statements.some(({ versionId }) =>
		Object.keys(values).some((field) => field.includes(versionId) && textOf(values, field) !== ""),
	);
	const wrong = errors.some(({ field }) => /^(before|after)\./.test(field));
	return (
		<>
			{questions.map(({ field, text }) => (
				<div className="tt-school__question" key={field}>
					<Radios
						name={field}
						legend={text}
						layout="inline"
						value={textOf(values, field)}
						error={errorFor(errors, field)}
						options={scale.map(({ score, label }) => ({ value: String(score), label }))}
					/>
				</div>
			))}
			{statements.length > 0 && (
				<Details summary="Hands up, before and after" open={filled || wrong}>
					<p className="govuk-body">
						Only if you asked the group: how many agreed, were unsure, or disagreed. Totals, never
						who.
					</p>
					<TotalBoxes statements={statements} values={values} errors={errors} />
				</Details>
			)}
		</>
	);
}
