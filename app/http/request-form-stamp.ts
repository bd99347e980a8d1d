import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { keyFor } from "./keys.ts";

/** Nobody reads and fills in the form in less, in milliseconds. */
const FASTEST = 5_000;
/** Left open for longer, it is given a new stamp, in milliseconds. */
const SLOWEST = 24 * 60 * 60_000;

/** What a form was stamped with when it was first shown. */
export type StampRead =
	| { ok: true; once: string }
	/** Sent faster than anybody types, stamped by nobody we know, or left open for days. */
	| { ok: false; reason: "too_fast" | "forged" | "too_old" };

function macOf(secret: string, signed: string): string {
	return createHmac("sha256", keyFor(secret, "request-form")).update(signed).digest("base64url");
}

/** A stamp for a form that is shown now: a one-time id and the moment, signed. */
export function newStamp(secret: string, now: Date): string {
	const signed = `${randomUUID()}.${now.getTime().toString(36)}`;
	return `${signed}.${macOf(secret, signed)}`;
}

export function readStamp(secret: string, stamp: string, now: Date): StampRead {
	const [once = "", moment = "", mac = ""] = stamp.split(".");
	const right = Buffer.from(macOf(secret, `${once}.${moment}`));
	const given = Buffer.from(mac);
	if (given.length !== right.length || !timingSafeEqual(given, right)) {
		return { ok: false, reason: "forged" };
	}
	const age = now.getTime() - Number.parseInt(moment, 36);
	if (age < FASTEST) return { ok: false, reason: "too_fast" };
	return age > SLOWEST ? { ok: false, reason: "too_old" } : { ok: true, once };
}
