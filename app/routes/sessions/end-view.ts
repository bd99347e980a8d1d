import { cancelSession } from "#app/commands/cancel-session.ts";
import { confirmSession } from "#app/commands/confirm-session.ts";
import { previewChange } from "./change-preview.ts";
import type { Changing } from "./enter-change.ts";

/** What confirming a session would do to whom. */
export function previewConfirming(changing: Changing) {
	return previewChange(changing, (context, target) => confirmSession(context, target));
}

/** What cancelling would do to whom. The reason is not part of any message. */
export function previewCancelling(changing: Changing) {
	return previewChange(changing, (context, target) =>
		cancelSession(context, target, { cancelledBy: "us", reason: "not given yet" }),
	);
}
