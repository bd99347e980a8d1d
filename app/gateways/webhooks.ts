import { createHmac } from "node:crypto";
import { cleanLine } from "#app/domain/invites/clean-text.ts";
import type { Delivery } from "./mail.ts";

interface SecretOwner {
	id: string;
	generation: number;
}

export interface Posting {
	webhook: SecretOwner;
	url: string;
	/** Header webhook-id: the same each time the message is sent. */
	messageId: string;
	/** JSON. */
	body: string;
	at: Date;
}

export interface WebhookGateway {
	/** How many messages it can have on their way at once. */
	lanes: number;
	/** What the receiver checks signatures with: "whsec_" and base64. */
	secretOf(webhook: SecretOwner): string;
	/** Never rejects: whatever goes wrong is an outcome. */
	post(posting: Posting): Promise<Delivery>;
}

const PREFIX = "whsec_";
const LIMIT = 10_000;
const GONE = 410;

/**
 * Posts JSON, signed as Standard Webhooks 1.0 says.
 * @param key signs the secrets: made of APP_SECRET, so that no secret is kept anywhere
 */
export function openWebhooks(key: string, lanes = 4): WebhookGateway {
	const secretOf = ({ id, generation }: SecretOwner) =>
		PREFIX + createHmac("sha256", key).update(`${id}:${generation}`).digest("base64");
	return {
		lanes,
		secretOf,
		async post({ webhook, url, messageId, body, at }) {
			const timestamp = String(Math.floor(at.getTime() / 1000));
			try {
				const response = await fetch(url, {
					method: "POST",
					headers: {
						"Content-Type": "application/json",
						"User-Agent": "Termtime",
						"webhook-id": messageId,
						"webhook-timestamp": timestamp,
						"webhook-signature": sign(secretOf(webhook), `${messageId}.${timestamp}.${body}`),
					},
					body,
					// why: where it leads was not typed by an administrator.
					redirect: "manual",
					signal: AbortSignal.timeout(LIMIT),
				});
				return await deliveryOf(response);
			} catch (error) {
				const late = error instanceof Error && error.name === "TimeoutError";
				const answer = late
					? "The other system did not answer in time."
					: "The other system could not be reached.";
				return { outcome: "put_off", answer };
			}
		},
	};
}

function sign(secret: string, content: string): string {
	const key = Buffer.from(secret.slice(PREFIX.length), "base64");
	return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
}

/** why tried again after a refusal too: the other side may be mending it; 410 says it never will. */
async function deliveryOf(response: Response): Promise<Delivery> {
	await response.body?.cancel();
	const answer = cleanLine(`${response.status} ${response.statusText}`).slice(0, 200);
	if (response.ok) return { outcome: "sent", answer };
	return { outcome: response.status === GONE ? "refused" : "put_off", answer };
}
