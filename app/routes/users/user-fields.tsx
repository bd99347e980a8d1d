import { type Role, roleLabels, roles } from "#app/domain/access/permissions.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { Select } from "#app/ui/select.tsx";

const hints: Record<Role, string> = {
	coordinator: "Books and changes sessions, keeps the register, sends invites",
	facilitator: "Sees the diary, closes out the sessions they deliver",
	manager: "Sees the diary and what was reached, and publishes figures",
	administrator: "Everything, and accounts and settings besides",
};

interface Props {
	errors: FieldErrors | undefined;
	role: string;
	personId: string;
	people: { id: string; name: string }[];
}

/** Role, and the person who delivers: the same for a new account and for a change. */
export function UserFields({ errors, role, personId, people }: Props) {
	return (
		<>
			<Radios
				name="role"
				legend="Role"
				value={role}
				options={roles.map((value) => ({
					value,
					label: roleLabels[value],
					hint: hints[value],
				}))}
				error={errorFor(errors, "role")}
			/>
			<Select
				name="personId"
				label="Delivers as"
				hint="For those who deliver sessions: their own sessions are then in My day"
				defaultValue={personId}
				empty="Nobody"
				options={people.map(({ id, name }) => ({ value: id, label: name }))}
				error={errorFor(errors, "personId")}
			/>
		</>
	);
}
