/** How a message travels: what can become of it, and when it is tried again. */

export const messageStatuses = [
	"held",
	"waiting",
	"sending",
	"sent",
	"failed",
	"replaced",
] as const;

/**
 * - `held`: written, kept back until somebody sends it
 * - `waiting`: leaves when it is due and nothing earlier of its invite is in the way
 * - `sending`: claimed by a worker
 * - `sent`: the mail server took it
 * - `failed`: refused for good, or given up
 * - `replaced`: was held, and a later change made it untrue before it left
 */
export type MessageStatus = (typeof messageStatuses)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * why these: a greylist lets through after minutes, a full mailbox after hours, and RFC 5321
 * §4.5.4.1 asks to go on for four or five days before giving up.
 */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, DAY, DAY, DAY, DAY];

/**
 * When a message that was put off is tried again.
 * @param attempts how often it has been tried, the attempt that was just put off included
 * @returns null when it is given up
 */
export function nextAttempt(attempts: number, now: Date): Date | null {
	const wait = WAITS[attempts - 1];
	return wait === undefined ? null : new Date(now.getTime() + wait);
}

/**
 * How long everything rests while the mail server itself does not answer: milliseconds. The messages
 * are not to blame, and none is given up for it.
 * @param troubles how often in a row it did not answer, from 1
 */
export function serverRest(troubles: number): number {
	return Math.min(5 * MINUTE, 5_000 * 2 ** (troubles - 1));
}
