import type { AccountRefusal } from "#app/commands/account-fields.ts";
import { notFound } from "#app/http/respond.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

/**
 * What stands in the way, in words, at the field where it can be mended.
 * @throws 404 when the account is not there
 */
export function refusalWords(refusal: AccountRefusal): FieldErrors {
	switch (refusal.reason) {
		case "taken":
			return refusal.field === "email"
				? [{ field: "email", message: takenWords(refusal.by?.name) }]
				: [{ field: "personId", message: "Choose a person who has no account yet" }];
		case "unknown_choice":
			return [{ field: "personId", message: "Choose a person who has no account yet" }];
		case "last_administrator":
			return [
				{
					field: "role",
					message: "Make somebody else an administrator first: nobody else could manage accounts",
				},
			];
		case "yourself":
			return [{ field: "", message: "Ask another administrator to disable your own account" }];
		case "disabled":
			return [{ field: "", message: "Enable the account before you send an invitation" }];
		case "has_password":
			return [{ field: "", message: "They have taken up the invitation already" }];
		default:
			throw notFound();
	}
}

function takenWords(name: string | undefined): string {
	return name
		? `Enter another email address: ${name} has an account with this one`
		: "Enter another email address: this one has an account";
}
