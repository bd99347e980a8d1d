import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { ChangeForm } from "./answer-change.ts";
import type { CancelValues } from "./cancel-session.tsx";
import { FormOrigin, HoldChoice } from "./change-parts.tsx";
import type { ChangePreview } from "./change-preview.ts";
import { MessagePreviews } from "./message-previews.tsx";

interface Props {
	reference: string;
	form: ChangeForm<CancelValues>;
	view: ChangePreview;
}

/** What a cancellation does to whom, and why it is done. */
export function CancelForm({ reference, form, view }: Props) {
	const { values, errors } = form;
	const back = `/sessions/${reference}`;
	const consequences = [
		...view.consequences,
		"The room and everybody who delivers it are free again",
		"It cannot be taken back: the session would be booked anew",
	];
	return (
		<ConfirmPanel title="What will happen" consequences={consequences} warning>
			<Form method="post" action={`${back}/cancel`} noValidate>
				<FormOrigin version={form.version} was={form.was} />
				<Radios
					name="cancelledBy"
					legend="Who cancels"
					error={errorFor(errors, "cancelledBy")}
					value={values.cancelledBy}
					options={[
						{ value: "school", label: "The school" },
						{ value: "us", label: "We do" },
					]}
				/>
				<Textarea
					name="reason"
					label="Why"
					hint="For the session's page and its history, never sent. No names or details of pupils"
					rows={2}
					error={errorFor(errors, "reason")}
					defaultValue={values.reason}
				/>
				<MessagePreviews messages={view.messages} />
				<HoldChoice hold={form.hold} />
				<ButtonGroup>
					<Button name="intent" value="cancel" kind="warning">
						Cancel session
					</Button>
					<AppLink className="govuk-link" href={back}>
						Leave it as it is
					</AppLink>
				</ButtonGroup>
			</Form>
		</ConfirmPanel>
	);
}
