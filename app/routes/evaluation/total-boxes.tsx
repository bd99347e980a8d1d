import {
	answerLabels,
	answers,
	boxName,
	type Moment,
	momentLabels,
	moments,
} from "#app/domain/evaluation/totals-input.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { NumberInput } from "#app/ui/text-input.tsx";

interface Props {
	statements: readonly { versionId: string; text: string }[];
	values: Fields;
	errors: FieldErrors;
}

/** Three numbers before and three after, for each statement. */
export function TotalBoxes({ statements, values, errors }: Props) {
	return statements.map(({ versionId, text }) => (
		<fieldset className="govuk-fieldset tt-totals" key={versionId}>
			<legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{text}</legend>
			{moments.map((moment) => (
				<Boxes key={moment} {...{ moment, versionId, values, errors }} />
			))}
		</fieldset>
	));
}

interface BoxesProps extends Omit<Props, "statements"> {
	moment: Moment;
	versionId: string;
}

function Boxes({ moment, versionId, values, errors }: BoxesProps) {
	return (
		<div className="tt-totals__row">
			<span className="tt-totals__moment" aria-hidden="true">
				{momentLabels[moment]}
			</span>
			{answers.map((answer) => {
				const field = boxName(moment, versionId, answer);
				return (
					<NumberInput
						key={answer}
						name={field}
						label={
							<>
								<span className="govuk-visually-hidden">{momentLabels[moment]}: </span>
								{answerLabels[answer]}
							</>
						}
						width={4}
						defaultValue={textOf(values, field)}
						error={errorFor(errors, field)}
					/>
				);
			})}
		</div>
	);
}
