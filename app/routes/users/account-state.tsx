import type { UserRecord } from "#app/data/users.ts";
import { Tag } from "#app/ui/tag.tsx";

/** Whether the account's user can come in. */
export function AccountState(user: { disabled: boolean; hasPassword: boolean }) {
	if (user.disabled) return <Tag colour="grey">Disabled</Tag>;
	return user.hasPassword ? <Tag colour="green">Active</Tag> : <Tag colour="yellow">Invited</Tag>;
}

/** What pages show of an account: nothing that only the server needs. */
export function shownUser(user: UserRecord) {
	const { id, name, email, role, twoStep, hasPassword, person, disabledAt } = user;
	return { id, name, email, role, twoStep, hasPassword, person, disabled: disabledAt !== null };
}
