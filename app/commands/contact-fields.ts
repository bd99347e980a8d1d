import type { ContactFields } from "#app/data/contacts.ts";
import type { Change } from "#app/data/history.ts";
import type { ContactInput } from "#app/domain/venues/contact-input.ts";

const labels = {
	name: "Name",
	role: "Role",
	email: "Email address",
	phone: "Telephone number",
} as const;

export function contactFields({ role, phone, ...input }: ContactInput): ContactFields {
	return { ...input, role: role ?? "", phone: phone ?? null };
}

/**
 * Which fields changed, and never what they held: history is kept for good, and a contact can ask to
 * be forgotten.
 */
export function contactChanges(before: ContactFields, after: ContactFields): Change[] {
	return (Object.keys(labels) as (keyof typeof labels)[])
		.filter((key) => before[key] !== after[key])
		.map((key) => ({ label: labels[key], to: "changed" }));
}
