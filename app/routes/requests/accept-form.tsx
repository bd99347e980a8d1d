import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Select } from "#app/ui/select.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { AcceptAnswers } from "./accept-answers.ts";
import { AcceptRow } from "./accept-row.tsx";
import type { RowVerdict } from "./accept-verdict.ts";
import type { AcceptView } from "./accept-view.ts";
import type { headOf } from "./decide.ts";

interface Props {
	head: ReturnType<typeof headOf>;
	asked: { yearGroups: readonly string[]; groups: number };
	answers: AcceptAnswers;
	view: AcceptView;
	errors: FieldErrors;
	verdicts: RowVerdict[];
}

/** Every session that the request becomes, on one page that works without scripts. */
export function AcceptForm({ head, asked, answers, view, errors, verdicts }: Props) {
	return (
		<form method="post" noValidate>
			<Hidden name="version" value={head.version} />
			<Select
				name="team"
				label="Team"
				options={view.teams}
				error={errorFor(errors, "team")}
				defaultValue={answers.team}
			/>
			{answers.rows.map((row, at) => {
				const programme = view.programmes.find(({ id }) => id === row.programme);
				return (
					<AcceptRow
						key={row.prefix}
						row={row}
						title={`Session ${row.prefix.slice(1)}: ${programme?.name ?? "programme"}`}
						needed={programme?.facilitatorsNeeded ?? 1}
						deliverers={view.deliverers[at] ?? []}
						asked={asked.yearGroups}
						errors={errors}
						verdict={verdicts.find(({ prefix }) => prefix === row.prefix)}
					/>
				);
			})}
			<ButtonGroup>
				<Button name="intent" value="accept">
					Accept and book
				</Button>
				<Button name="intent" value="provisional" kind="secondary">
					Accept and keep as provisional
				</Button>
				<Button name="intent" value="check" kind="secondary">
					Check who is free
				</Button>
			</ButtonGroup>
		</form>
	);
}
