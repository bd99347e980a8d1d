import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "./keys.ts";

interface Named {
	reference: string;
	uid: string;
}

function keyOf(secret: string, uid: string): string {
	return createHmac("sha256", keyFor(secret, "invite-file")).update(uid).digest("base64url");
}

/** Where anybody who is given the address can fetch one session as a file for their calendar. */
export function inviteFilePath(secret: string, { reference, uid }: Named): string {
	return `/sessions/${reference}/invite.ics?${new URLSearchParams({ key: keyOf(secret, uid) })}`;
}

/** Whether a key opens the file of a session. */
export function opensInviteFile(secret: string, uid: string, key: string | null): boolean {
	const right = Buffer.from(keyOf(secret, uid));
	const given = Buffer.from(key ?? "");
	return given.length === right.length && timingSafeEqual(given, right);
}
