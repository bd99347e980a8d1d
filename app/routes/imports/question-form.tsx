import { Form } from "react-router";
import type { QuestionPart } from "#app/domain/imports/open-questions.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { Button } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Question } from "./question-page.ts";

interface Props {
	id: string;
	part: QuestionPart;
	questions: Question[];
	page: number;
	pageSize: number;
	total: number;
	/** As sent, when something has to be mended. */
	values: Fields | undefined;
	errors: FieldErrors | undefined;
}

const idOf = (at: number) => `question-${at + 1}`;

/** why: what is asked about stands in the names, in any letters, and an address needs plain ones. */
export function leadingTo(questions: readonly Question[], errors: FieldErrors | undefined) {
	return errors?.map(({ field, message }) => {
		const at = questions.findIndex(({ name, urn }) => name === field || urn?.name === field);
		if (at < 0) return { field: "", message };
		return { field: questions[at]?.name === field ? idOf(at) : `${idOf(at)}-urn`, message };
	});
}

/** The questions of one kind; those left open stay open. */
export function QuestionForm(props: Props) {
	const { id, part, questions, page, pageSize, total, values, errors } = props;
	return (
		<Form method="post">
			{questions.map((question, at) => (
				<QuestionField
					key={question.name}
					question={question}
					id={idOf(at)}
					sent={values}
					errors={errors}
				/>
			))}
			<Button>Save answers and check again</Button>
			<Pagination
				page={page}
				pageSize={pageSize}
				total={total}
				items={total === 1 ? "question" : "questions"}
				hrefFor={(to) => `/imports/${id}/questions?part=${part}&page=${to}`}
			/>
		</Form>
	);
}

interface FieldProps {
	question: Question;
	id: string;
	sent: Fields | undefined;
	errors: FieldErrors | undefined;
}

/** More choices than this are a list to open. */
const RADIOS = 8;

function QuestionField({ question, id, sent, errors }: FieldProps) {
	const { name, title, about, options, answer, urn } = question;
	const value = sent ? textOf(sent, name) : answer;
	const error = errorFor(errors, name);
	const hint = about.map((line) => <div key={line}>{line}</div>);
	if (options.length > RADIOS && !urn) {
		return (
			<Select
				{...{ name, id, hint, error, options }}
				label={<span className="tt-breaks">{title}</span>}
				labelSize="m"
				empty="Not answered yet"
				defaultValue={value ?? ""}
			/>
		);
	}
	return (
		<Radios
			{...{ name, id, hint, error, value }}
			legend={<span className="tt-breaks">{title}</span>}
			legendSize="m"
			options={options.map((option) =>
				option.value === "urn" && urn
					? { ...option, conditional: <UrnField {...{ id, sent, errors }} name={urn.name} /> }
					: option,
			)}
		/>
	);
}

function UrnField({ id, name, sent, errors }: Omit<FieldProps, "question"> & { name: string }) {
	return (
		<TextInput
			name={name}
			id={`${id}-urn`}
			label="Its URN"
			hint="6 digits. Venues shows the URN of each school"
			width={10}
			inputMode="numeric"
			autoComplete="off"
			defaultValue={sent ? textOf(sent, name) : ""}
			error={errorFor(errors, name)}
		/>
	);
}
