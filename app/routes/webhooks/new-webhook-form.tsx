import { sessionEvents } from "#app/domain/api/webhook-input.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";

interface Props {
	errors: FieldErrors | undefined;
	values: Fields;
}

export function NewWebhookForm({ errors, values }: Props) {
	const typed = (name: string) => [values[name] ?? ""].flat()[0] ?? "";
	return (
		<form method="post" noValidate>
			<TextInput
				name="name"
				label="Name of the other system"
				hint="Such as “Council data platform”"
				autoComplete="off"
				defaultValue={typed("name")}
				error={errorFor(errors, "name")}
			/>
			<TextInput
				name="url"
				label="Address that takes the messages"
				hint="Starts with https://"
				type="url"
				width="full"
				autoComplete="off"
				spellCheck={false}
				defaultValue={typed("url")}
				error={errorFor(errors, "url")}
			/>
			<Checkboxes
				name="events"
				legend="What it is told of"
				hint="Each message holds the session without any person in it"
				options={Object.entries(sessionEvents).map(([value, label]) => ({ value, label }))}
				values={[values.events ?? []].flat()}
				error={errorFor(errors, "events")}
			/>
			<Button>Add webhook</Button>
		</form>
	);
}
