import type { ReactNode } from "react";
import { Form } from "react-router";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
	submit: string;
	cancelHref: string;
	/** Said above the fields. */
	note?: ReactNode;
}

/** Adding and editing a contact of a venue. */
export function ContactForm({ values, errors, submit, cancelHref, note }: Props) {
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
		autoComplete: "off",
	});
	return (
		<Form method="post" noValidate>
			{note}
			<TextInput {...field("name")} label="Name" />
			<TextInput {...field("role")} label="Role" hint="Such as Head of Year 9, DSL, office" />
			<TextInput
				{...field("email")}
				label="Email address"
				hint="Where invites are sent"
				type="email"
				spellCheck={false}
			/>
			<TextInput
				{...field("phone")}
				label="Telephone number"
				hint="For the team only, never in an invite"
				type="tel"
				width={20}
			/>
			<ButtonGroup>
				<Button>{submit}</Button>
				<AppLink className="govuk-link" href={cancelHref}>
					Cancel
				</AppLink>
			</ButtonGroup>
		</Form>
	);
}
