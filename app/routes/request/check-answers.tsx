import { formatDate } from "#app/domain/format-time.ts";
import { formatYearGroups, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { AskAnswers } from "./ask-answers.ts";
import { askFields, type Step, steps, stepTitles } from "./ask-steps.ts";
import type { AskView } from "./ask-view.ts";

interface Props {
	answers: AskAnswers;
	view: AskView;
	stamp: string;
}

type Asking = Exclude<Step, "start">;

/** All that was answered, with a way back to each part; nothing is sent before this. */
export function CheckAnswers({ answers, view, stamp }: Props) {
	const rows = rowsOf(answers, view);
	return (
		<Measure>
			<PageHeading title="Check your answers" lead="Then send your request." />
			<form method="post" action="/request" noValidate>
				<Carried answers={answers} stamp={stamp} />
				{/* why first: it is what the enter key presses. */}
				<button
					type="submit"
					name="intent"
					value="send"
					className="govuk-visually-hidden"
					tabIndex={-1}
					aria-hidden="true"
				>
					Send request
				</button>
				{steps.map(
					(step) =>
						step !== "start" && (
							<section className="tt-section" key={step} aria-labelledby={`check-${step}`}>
								<div className="tt-section__head">
									<h2 className="govuk-heading-m" id={`check-${step}`}>
										{stepTitles[step]}
									</h2>
									<button
										type="submit"
										name="intent"
										value={`go-${step}`}
										formAction={`/request#part-${step}`}
										className="tt-link-button"
									>
										Change<span className="govuk-visually-hidden"> {stepTitles[step]}</span>
									</button>
								</div>
								<SummaryList rows={rows[step]} />
							</section>
						),
				)}
				<ButtonGroup>
					<Button name="intent" value="send">
						Send request
					</Button>
				</ButtonGroup>
			</form>
		</Measure>
	);
}

function rowsOf({ text, ...answers }: AskAnswers, view: AskView) {
	const typed = [text.venueName, text.venueTown, text.venuePostcode];
	const place = view.school ? [view.school.name, view.school.about] : typed;
	const programmes = view.programmes.filter(({ id }) => answers.programmes.includes(id));
	const dates = [1, 2, 3].flatMap((at) => {
		const date = text[`date${at}`];
		if (!date) return [];
		const periods = text[`periods${at}`];
		const value = periods ? `${formatDate(date)}, ${periods}` : formatDate(date);
		return [{ key: ["First choice", "Second choice", "Third choice"][at - 1] ?? "", value }];
	});
	const rows: Record<Asking, { key: string; value: string | undefined }[]> = {
		school: [{ key: "School", value: place.filter(Boolean).join(", ") }],
		programmes: [{ key: "Programmes", value: programmes.map(({ name }) => name).join(", ") }],
		group: [
			{
				key: "Year groups",
				value: formatYearGroups(yearGroups.filter((code) => answers.yearGroups.includes(code))),
			},
			{ key: "Young people", value: text.expectedYoungPeople },
			{ key: "Groups", value: text.groups },
			{ key: "Room", value: text.room },
			{ key: "In the room", value: text.equipment },
		],
		dates,
		you: [
			{ key: "Name", value: text.contactName },
			{ key: "Role", value: text.contactRole },
			{ key: "Email address", value: text.contactEmail },
			{ key: "Telephone", value: text.contactPhone },
			{ key: "Member of staff stays", value: answers.staffStays ? "Yes" : "No" },
			{ key: "Safeguarding lead knows", value: text.dslKnows === "yes" ? "Yes" : "Not yet" },
			{ key: "Anything else", value: text.notes },
		],
	};
	return rows;
}

/** The answers go along unseen, and are checked anew when they are sent. */
function Carried({ answers, stamp }: Pick<Props, "answers" | "stamp">) {
	const { text, programmes, yearGroups: codes, staffStays } = answers;
	const single = askFields.filter(
		(name) => !["programmes", "yearGroups", "staffStays"].includes(name),
	);
	return (
		<>
			<Hidden name="stamp" value={stamp} />
			{single.map((name) => (
				<Hidden key={name} name={name} value={text[name] || undefined} />
			))}
			{programmes.map((id) => (
				<Hidden key={id} name="programmes" value={id} />
			))}
			{codes.map((code) => (
				<Hidden key={code} name="yearGroups" value={code} />
			))}
			<Hidden name="staffStays" value={staffStays ? "on" : undefined} />
		</>
	);
}
