import type { FieldProps } from "./form-field.tsx";
import { TextInput } from "./text-input.tsx";

interface Props extends FieldProps {
	/** `current-password` to be filled in by the browser, `new-password` to be made up by it. */
	autoComplete: "current-password" | "new-password";
}

export function PasswordInput(props: Props) {
	return <TextInput {...props} type="password" spellCheck={false} width={20} />;
}
