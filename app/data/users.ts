import { randomUUID } from "node:crypto";
import type { Role } from "#app/domain/access/permissions.ts";
import type { Reader, Transaction } from "./database.ts";

const PASSWORD = "credential";

export interface UserRecord {
	id: string;
	name: string;
	email: string;
	role: Role;
	disabledAt: Date | null;
	createdAt: Date;
	/** Asks for a code after the password. */
	twoStep: boolean;
	/** False until the invitation has been answered. */
	hasPassword: boolean;
	/** The person who delivers, for those who do. */
	person: { id: string; name: string } | null;
}

const shape = {
	id: true,
	name: true,
	email: true,
	role: true,
	disabledAt: true,
	createdAt: true,
	twoFactorEnabled: true,
	person: { select: { id: true, name: true } },
	credentials: { select: { id: true }, where: { providerId: PASSWORD } },
} as const;

interface Row extends Omit<UserRecord, "role" | "twoStep" | "hasPassword"> {
	role: string;
	twoFactorEnabled: boolean | null;
	credentials: { id: string }[];
}

function recordOf({ twoFactorEnabled, credentials, role, ...row }: Row): UserRecord {
	return {
		...row,
		// why the cast: only insertUser and updateUser write it.
		role: role as Role,
		twoStep: twoFactorEnabled === true,
		hasPassword: credentials.length > 0,
	};
}

export async function countUsers(reader: Reader): Promise<number> {
	return reader.user.count();
}

export async function countUsersWithAddress(
	reader: Reader,
	addresses: readonly string[],
): Promise<number> {
	return reader.user.count({ where: { email: { in: [...addresses] } } });
}

/** Everybody with an account, by name. */
export async function readUsers(reader: Reader): Promise<UserRecord[]> {
	const rows = await reader.user.findMany({
		select: shape,
		orderBy: [{ name: "asc" }, { id: "asc" }],
	});
	return rows.map(recordOf);
}

export async function readUser(reader: Reader, id: string): Promise<UserRecord | null> {
	const row = await reader.user.findUnique({ select: shape, where: { id } });
	return row && recordOf(row);
}

/** @param email in lower case, as all are kept */
export async function findUserByAddress(reader: Reader, email: string): Promise<UserRecord | null> {
	const row = await reader.user.findUnique({ select: shape, where: { email } });
	return row && recordOf(row);
}

export interface NewUser {
	name: string;
	/** In lower case. */
	email: string;
	role: Role;
	personId: string | null;
	now: Date;
}

/** @returns the new user's id */
export async function insertUser(tx: Transaction, { now, ...user }: NewUser): Promise<string> {
	const { id } = await tx.user.create({ data: { ...user, createdAt: now, updatedAt: now } });
	return id;
}

export interface UserChanges {
	name?: string;
	role?: Role;
	personId?: string | null;
	disabledAt?: Date | null;
}

export async function updateUser(tx: Transaction, id: string, data: UserChanges): Promise<void> {
	await tx.user.update({ where: { id }, data });
}

export async function readPasswordHash(reader: Reader, userId: string): Promise<string | null> {
	const row = await reader.credential.findFirst({ where: { userId, providerId: PASSWORD } });
	return row?.password ?? null;
}

/** @param password as hashed by better-auth, never as typed */
export async function keepPassword(
	tx: Transaction,
	userId: string,
	password: string,
): Promise<void> {
	const account = { providerId: PASSWORD, accountId: userId };
	await tx.credential.upsert({
		where: { providerId_accountId: account },
		create: { id: randomUUID(), ...account, userId, password },
		update: { password },
	});
	// why: whoever chose a password came by a link that was mailed to the address.
	await tx.user.update({ where: { id: userId }, data: { emailVerified: true } });
}

/** Ends the sign-ins of a user, all but the one with `exceptToken`. */
export async function endSignIns(
	tx: Transaction,
	userId: string,
	exceptToken?: string,
): Promise<void> {
	await tx.signIn.deleteMany({
		where: { userId, ...(exceptToken ? { token: { not: exceptToken } } : {}) },
	});
}

/** Forgets the second step of a user, who then signs in by password alone. */
export async function dropTwoStep(tx: Transaction, userId: string): Promise<void> {
	await tx.twoFactor.deleteMany({ where: { userId } });
	await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } });
}

/**
 * How many others can sign in as administrators. Two who ask at once take turns, so that they
 * cannot each rely on the other and leave nobody.
 */
export async function countOtherAdministrators(tx: Transaction, userId: string): Promise<number> {
	const administrators = { role: "administrator" satisfies Role, disabledAt: null };
	// why a write that changes nothing: it holds the rows on PostgreSQL until this commits.
	await tx.user.updateMany({ where: administrators, data: { role: administrators.role } });
	return tx.user.count({
		where: {
			...administrators,
			id: { not: userId },
			credentials: { some: { providerId: PASSWORD } },
		},
	});
}

/** People who deliver and have no account yet, besides the one with `alsoId`, by name. */
export async function readPeopleWithoutUser(
	reader: Reader,
	alsoId?: string,
): Promise<{ id: string; name: string }[]> {
	return reader.person.findMany({
		select: { id: true, name: true },
		where: { OR: [{ user: null, retiredAt: null }, ...(alsoId ? [{ id: alsoId }] : [])] },
		orderBy: [{ name: "asc" }, { id: "asc" }],
	});
}
