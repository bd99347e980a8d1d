import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { Details } from "#app/ui/details.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Hidden } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { FollowFacts } from "./follow-facts.ts";

interface Props {
	facts: FollowFacts;
	errors: FieldErrors;
	why: string;
}

/** The school's answer to another date. */
export function OfferPanel({ facts, errors, why }: Props) {
	return (
		<form method="post" noValidate>
			<Hidden name="version" value={facts.version} />
			<Textarea
				name="why"
				label="A word to the team (optional)"
				hint="No names or details of pupils"
				rows={2}
				error={errorFor(errors, "why")}
				defaultValue={why}
			/>
			<ButtonGroup>
				<Button name="intent" value="accept">
					Accept this date
				</Button>
				<Button name="intent" value="decline" kind="secondary">
					Decline this date
				</Button>
			</ButtonGroup>
		</form>
	);
}

export function WithdrawPanel({ facts, errors, why }: Props) {
	const own = facts.offer === null;
	return (
		<Details summary="Withdraw this request" open={own && errors.length > 0}>
			<ConfirmPanel
				title="Withdraw this request"
				warning
				consequences={[
					"The team is told, and nothing will be booked.",
					"It cannot be taken back, but you can ask again.",
				]}
			>
				<form method="post" noValidate>
					<Hidden name="version" value={facts.version} />
					<Textarea
						name="why"
						id="withdraw-why"
						label="Why (optional)"
						hint="No names or details of pupils"
						rows={2}
						error={own ? errorFor(errors, "why") : undefined}
						defaultValue={own ? why : ""}
					/>
					<Button name="intent" value="withdraw" kind="warning">
						Withdraw request
					</Button>
				</form>
			</ConfirmPanel>
		</Details>
	);
}
