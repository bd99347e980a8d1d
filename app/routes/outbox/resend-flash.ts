import type { ResendOutcome } from "#app/commands/resend-invite.ts";
import { notFound } from "#app/http/respond.ts";
import type { Flash } from "#app/ui/notification-banner.tsx";

/**
 * What is said after “Send again”.
 * @throws 404 when there is no such invite
 */
export function resendFlash(outcome: ResendOutcome): Flash {
	if (outcome.ok) {
		return {
			kind: "success",
			message: `The session as it is now is on its way to ${outcome.toName}`,
			nextStep: { href: "/outbox?show=waiting", text: "See what is waiting" },
		};
	}
	switch (outcome.reason) {
		case "not_found":
			throw notFound();
		case "over":
			return { kind: "important", message: "This session is over: no invite is sent any more" };
		case "nothing_to_send":
			return { kind: "important", message: "There is nothing to tell this person any more" };
	}
}
