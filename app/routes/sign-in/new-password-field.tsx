import { PASSWORD_LENGTH } from "#app/domain/access/account-input.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { PasswordInput } from "#app/ui/password-input.tsx";

/** Where a password is chosen: what it must be is said before, not only after. */
export function NewPasswordField({ errors }: { errors: FieldErrors | undefined }) {
	return (
		<PasswordInput
			name="password"
			label="New password"
			hint={`At least ${PASSWORD_LENGTH} characters. Three or four words that mean something only to you are easy to keep in mind.`}
			autoComplete="new-password"
			error={errorFor(errors, "password")}
		/>
	);
}
