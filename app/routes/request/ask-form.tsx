import type { ReactNode } from "react";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Hidden } from "#app/ui/text-input.tsx";
import type { AskAnswers } from "./ask-answers.ts";
import { type Step, stepBefore, stepOfField, steps, stepTitles } from "./ask-steps.ts";
import type { AskView } from "./ask-view.ts";
import { SchoolSection } from "./school-section.tsx";
import { StartSection } from "./start-section.tsx";
import { DatesSection, GroupSection, ProgrammesSection } from "./what-sections.tsx";
import { YouSection } from "./you-section.tsx";

export interface SectionProps {
	answers: AskAnswers;
	view: AskView;
	errors: FieldErrors;
}

interface Props extends SectionProps {
	step: Step;
	stamp: string;
	partnership: string;
}

type Asking = Exclude<Step, "start">;

const sections: Record<Asking, (props: SectionProps) => ReactNode> = {
	school: SchoolSection,
	programmes: ProgrammesSection,
	group: GroupSection,
	dates: DatesSection,
	you: YouSection,
};

const asking = steps.filter((step) => step !== "start");

/**
 * The whole form. On a phone only the part in hand is shown, with a button to the next; on a desk
 * all of it, with one button at its end.
 */
export function AskForm({ step, stamp, partnership, ...section }: Props) {
	const shows = (one: Step) =>
		one === step || section.errors.some(({ field }) => stepOfField(field) === one);
	return (
		<form method="post" action="/request" noValidate className="tt-ask">
			<Hidden name="stamp" value={stamp} />
			<Hidden name="step" value={step} />
			{/* why first: the enter key presses a form's first button, which would search for a school. */}
			<button
				type="submit"
				name="intent"
				value="next"
				className="govuk-visually-hidden"
				tabIndex={-1}
				aria-hidden="true"
			>
				Continue
			</button>
			<Trap />
			<div className={classNames("tt-ask__part", step === "start" && "tt-ask__part--here")}>
				<StartSection partnership={partnership} />
				<p className="tt-ask__phone">
					<Button name="intent" value="next">
						Start now
					</Button>
				</p>
			</div>
			{asking.map((one, at) => {
				const Section = sections[one];
				return (
					<fieldset
						className={classNames("tt-ask__part", shows(one) && "tt-ask__part--here")}
						id={`part-${one}`}
						key={one}
					>
						<legend className="govuk-heading-m">
							<span className="tt-ask__count">
								{at + 1} of {asking.length}
							</span>
							{stepTitles[one]}
						</legend>
						<Section {...section} />
					</fieldset>
				);
			})}
			{step !== "start" && <PhoneButtons step={step} />}
			<div className="tt-ask__desk">
				<Button name="intent" value="check">
					Check your answers
				</Button>
			</div>
			<PrivacyLine />
		</form>
	);
}

function PhoneButtons({ step }: { step: Step }) {
	const last = step === steps.at(-1);
	return (
		<div className="tt-ask__phone">
			<ButtonGroup>
				<Button name="intent" value={last ? "check" : "next"}>
					{last ? "Check your answers" : "Continue"}
				</Button>
				<Button kind="secondary" name="intent" value={`go-${stepBefore(step)}`}>
					Back
				</Button>
			</ButtonGroup>
		</div>
	);
}

/** A box that no person sees, for programs that fill in every box. */
function Trap() {
	return (
		<div className="tt-ask__trap" aria-hidden="true">
			<label>
				Leave this box empty
				<input type="text" name="website" tabIndex={-1} autoComplete="off" />
			</label>
		</div>
	);
}

function PrivacyLine() {
	return (
		<p className="govuk-body-s tt-quiet">
			What you enter is used to answer this request.{" "}
			<AppLink className="govuk-link" href="/privacy">
				How we keep it
			</AppLink>
		</p>
	);
}
