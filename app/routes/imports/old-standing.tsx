import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/ui/button.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { OldPart } from "./old-panel.tsx";

type Props = Pick<OldPart, "standing" | "open" | "asked" | "ready"> & { id: string };

/** Where a spreadsheet stands, and the next step. */
export function OldStanding({ id, standing, open, asked, ready }: Props) {
	if (standing.state !== "checked") {
		return (
			<>
				<Inset>
					<p className="govuk-body govuk-!-margin-bottom-0">{standing.words}.</p>
				</Inset>
				{standing.state === "applied" && (
					<ButtonGroup>
						<ButtonLink kind="secondary" href={`/sessions?imported=${id}`}>
							See the sessions
						</ButtonLink>
						<AppLink className="govuk-link" href={`/imports/${id}/undo`}>
							Undo this import
						</AppLink>
					</ButtonGroup>
				)}
			</>
		);
	}
	return (
		<>
			<p className="govuk-body tt-text">{checkedWords(standing.outdated, open, ready)}</p>
			<Form method="post">
				<ButtonGroup>
					{standing.outdated ? (
						<>
							<Hidden name="intent" value="check" />
							<Button>Check the rows again</Button>
						</>
					) : (
						<NextStep id={id} open={open} asked={asked} ready={ready} />
					)}
					<AppLink className="govuk-link" href={`/imports/${id}/columns`}>
						Change the columns
					</AppLink>
					<AppLink className="govuk-link" href={`/imports/${id}/discard`}>
						Discard the file
					</AppLink>
				</ButtonGroup>
			</Form>
		</>
	);
}

function checkedWords(outdated: boolean, open: number, ready: boolean): string {
	if (outdated) {
		return "Other past sessions were brought in or taken back after this file was checked. Check it again, so that nothing comes in twice.";
	}
	const questions = open === 1 ? "1 question is" : `${open} questions are`;
	if (open > 0) return `Nothing has been written yet. ${questions} for you to answer.`;
	return ready
		? "Nothing has been written yet. Look at what would come in, then bring it in."
		: "Nothing has been written, and no row is ready to come in. Look at the rows below for the reasons.";
}

function NextStep({ id, open, asked, ready }: Omit<Props, "standing">) {
	const questions = `/imports/${id}/questions`;
	const apply = `/imports/${id}/apply`;
	return (
		<>
			{open > 0 && <ButtonLink href={questions}>Answer the questions</ButtonLink>}
			{ready && (
				<ButtonLink href={apply} kind={open > 0 ? "secondary" : "primary"}>
					Bring in what is ready
				</ButtonLink>
			)}
			{open === 0 && asked && (
				<AppLink className="govuk-link" href={questions}>
					Change answers
				</AppLink>
			)}
		</>
	);
}
