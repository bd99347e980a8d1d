import { z } from "zod";
import { singleLine } from "#app/domain/text.ts";

/** What another system can be told of, with the words on screen. */
export const sessionEvents = {
	"session.booked": "A session is booked",
	"session.confirmed": "A provisional session is confirmed",
	"session.moved": "A session gets another time or room",
	"session.edited": "A session gets another programme, audience or preparation",
	"session.cancelled": "A session is cancelled",
	"session.closed_out": "What happened is recorded, or that record is corrected",
} as const;

export type SessionEventType = keyof typeof sessionEvents;

export const sessionEventTypes = Object.keys(sessionEvents) as [
	SessionEventType,
	...SessionEventType[],
];

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Where another system listens: https, except on this machine, and without a password in it. */
const webhookUrl = z
	.string({ error: "Enter the address" })
	.trim()
	.min(1, { error: "Enter the address", abort: true })
	.max(1000, { error: "Shorten the address to 1,000 characters or fewer", abort: true })
	.refine(isWebhookUrl, { error: "Enter an address that starts with https:// and has no password" })
	.transform((text) => new URL(text).href);

function isWebhookUrl(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username, password } = new URL(text);
	const secure = protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
	return secure && username === "" && password === "";
}

const events = z.preprocess(
	(given) => (given === undefined ? [] : [given].flat()),
	z
		.array(z.enum(sessionEventTypes), { error: "Choose what it is told of" })
		.min(1, { error: "Choose what it is told of" })
		.transform((chosen) => sessionEventTypes.filter((type) => chosen.includes(type))),
);

export const webhookInput = z.object({
	name: singleLine(80, "the name of the other system"),
	url: webhookUrl,
	events,
});

export type WebhookInput = z.output<typeof webhookInput>;
