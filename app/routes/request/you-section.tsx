import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { SectionProps } from "./ask-form.tsx";

/** Whom to answer, and what the school undertakes. */
export function YouSection({ answers, errors }: SectionProps) {
	const { text } = answers;
	return (
		<>
			<TextInput
				name="contactName"
				label="Your name"
				width={30}
				autoComplete="name"
				error={errorFor(errors, "contactName")}
				defaultValue={text.contactName}
			/>
			<TextInput
				name="contactRole"
				label="Your role at the school"
				hint="For example Head of Year 9"
				width={30}
				autoComplete="organization-title"
				error={errorFor(errors, "contactRole")}
				defaultValue={text.contactRole}
			/>
			<TextInput
				name="contactEmail"
				label="Your work email address"
				hint="We send a link there to confirm your request, and our answer"
				type="email"
				width={30}
				autoComplete="email"
				spellCheck={false}
				error={errorFor(errors, "contactEmail")}
				defaultValue={text.contactEmail}
			/>
			<TextInput
				name="contactPhone"
				label="Your telephone number (optional)"
				type="tel"
				width={20}
				autoComplete="tel"
				error={errorFor(errors, "contactPhone")}
				defaultValue={text.contactPhone}
			/>
			<Checkboxes
				name="staffStays"
				legend="Your school’s part"
				error={errorFor(errors, "staffStays")}
				values={answers.staffStays ? ["on"] : []}
				options={[{ value: "on", label: "A member of staff will stay in the room throughout" }]}
			/>
			<Radios
				name="dslKnows"
				legend="Does your Designated Safeguarding Lead know of this request?"
				error={errorFor(errors, "dslKnows")}
				value={text.dslKnows}
				options={[
					{ value: "yes", label: "Yes" },
					{ value: "not_yet", label: "Not yet" },
				]}
			/>
			<Textarea
				name="notes"
				label="Anything else we should know? (optional)"
				hint="No names or details of pupils"
				error={errorFor(errors, "notes")}
				defaultValue={text.notes}
			/>
		</>
	);
}
