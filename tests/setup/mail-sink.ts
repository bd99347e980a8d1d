import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** One message as it came. */
export interface SunkMessage {
	to: string;
	raw: string;
}

export interface MailSink {
	url: string;
	/** Oldest first. */
	messages: SunkMessage[];
	stop(): Promise<void>;
}

/**
 * A real SMTP server that takes messages by the thousand and reads none of them.
 * @param putsOff asked for each recipient whether to answer 451
 */
export async function startMailSink(
	putsOff: (to: string) => boolean = () => false,
): Promise<MailSink> {
	const messages: SunkMessage[] = [];
	const sockets = new Set<Socket>();
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["AUTH", "STARTTLS"],
		disableReverseLookup: true,
		onRcptTo({ address }, _session, callback) {
			const later = Object.assign(new Error("Try again later"), { responseCode: 451 });
			callback(putsOff(address) ? later : null);
		},
		async onData(stream, session, callback) {
			// why dropped: a sender that is killed in the middle has sent nothing.
			const bytes = await buffer(stream).catch(() => null);
			if (bytes === null) return;
			messages.push({ to: session.envelope.rcptTo[0]?.address ?? "", raw: bytes.toString() });
			callback();
		},
	});
	// why: a connection cut by a killed sender is what some of these tests are about.
	server.on("error", () => {});
	server.server.on("connection", (socket: Socket) => sockets.add(socket));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		messages,
		async stop() {
			for (const socket of sockets) socket.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** The calendar part of a message that we composed, as text. */
export function calendarOf({ raw }: SunkMessage): string {
	const part = /Content-Type: text\/calendar;[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? "";
	return Buffer.from(part, "base64").toString();
}
