import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
	headers: Record<string, string | undefined>;
	body: string;
}

/** Another system on loopback: keeps what it is sent, and answers as it is told. */
export async function startReceiver() {
	const received: Received[] = [];
	let status = 204;
	let location: string | undefined;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const headers = request.headers as Received["headers"];
			received.push({ headers, body: Buffer.concat(chunks).toString("utf8") });
			response.writeHead(status, location ? { location } : {}).end();
		});
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		received,
		answer(next: number, to?: string) {
			status = next;
			location = to;
		},
		stop: () =>
			new Promise<void>((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** By the text of Standard Webhooks 1.0: the base64 after "v1," is HMAC-SHA256 of id.timestamp.body. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
	const [, encoded = ""] = /^whsec_(.+)$/.exec(secret) ?? [];
	const content = [headers["webhook-id"], headers["webhook-timestamp"], body].join(".");
	const expected = createHmac("sha256", Buffer.from(encoded, "base64")).update(content);
	return headers["webhook-signature"] === `v1,${expected.digest("base64")}`;
}
