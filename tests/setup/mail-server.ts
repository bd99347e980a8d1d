import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/**
 * How the server treats what comes next:
 * - `accept` keeps every message;
 * - `refuse-recipient` answers 550 to every recipient, `{ refuse }` to these addresses only;
 * - `refuse-for-now` answers 451 to every recipient;
 * - `greylist` answers 451 to a sender and recipient seen for the first time, then accepts;
 * - `drop` cuts the connection while the message is coming in, and keeps nothing;
 * - `lose-answer` keeps the message, and cuts the connection instead of saying so;
 * - `refuse-sign-in` answers 535 to the right password;
 * - `{ delay }` accepts, that many milliseconds after the end of the message.
 */
export type MailBehaviour =
	| "accept"
	| "refuse-recipient"
	| "refuse-for-now"
	| "greylist"
	| "drop"
	| "lose-answer"
	| "refuse-sign-in"
	| { refuse: string[] }
	| { delay: number };

/** A message as it came: the envelope's addresses are what the server was told, not the headers. */
export type ReceivedMessage = {
	envelope: { from: string; to: string[] };
	raw: Buffer;
	parsed: ParsedMail;
};

export type MailServer = {
	/** With user and password, for `SMTP_URL`. */
	url: string;
	/** What was kept, oldest first. */
	messages: ReceivedMessage[];
	/** The first message, here already or still to come, that fits; rejects after `timeoutMs`. */
	waitFor(
		predicate: (message: ReceivedMessage) => boolean,
		timeoutMs?: number,
	): Promise<ReceivedMessage>;
	setBehaviour(behaviour: MailBehaviour): void;
	stop(): Promise<void>;
};

type Reply = (error?: Error | null) => void;

/** Starts a real SMTP server on a free loopback port. It asks for user and password, without TLS. */
export async function startMailServer(
	options: { behaviour?: MailBehaviour } = {},
): Promise<MailServer> {
	let behaviour = options.behaviour ?? "accept";
	const inbox = createInbox();
	const greylist = new Set<string>();
	const sockets = new Map<number, Socket>();
	const cut = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();

	const server = new SMTPServer({
		allowInsecureAuth: true,
		hideSTARTTLS: true,
		disableReverseLookup: true,
		authMethods: ["PLAIN", "LOGIN"],
		onAuth(auth, _session, callback) {
			const known = auth.username === "user" && auth.password === "pass";
			if (!known || behaviour === "refuse-sign-in") return callback(refusal(535, "Wrong password"));
			callback(null, { user: "user" });
		},
		onRcptTo(address, session, callback) {
			const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
			callback(recipientRefusal(behaviour, sender, address.address, greylist));
		},
		async onData(stream, session, callback) {
			if (behaviour === "drop") {
				stream.once("data", () => cut(session));
				stream.resume();
				return;
			}
			inbox.add(await receive(stream, session));
			if (behaviour === "lose-answer") return cut(session);
			reply(behaviour, callback);
		},
	});
	// why: a connection cut by either side is what some of these tests are about.
	server.on("error", () => {});
	server.server.on("connection", (socket: Socket) => {
		if (socket.remotePort !== undefined) sockets.set(socket.remotePort, socket);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
	const { port } = server.server.address() as AddressInfo;

	return {
		url: `smtp://user:pass@127.0.0.1:${port}`,
		messages: inbox.messages,
		waitFor: inbox.waitFor,
		setBehaviour(next) {
			behaviour = next;
		},
		async stop() {
			for (const socket of sockets.values()) socket.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

function recipientRefusal(
	behaviour: MailBehaviour,
	sender: string,
	recipient: string,
	greylist: Set<string>,
): Error | null {
	if (typeof behaviour === "object") {
		const refused = "refuse" in behaviour && behaviour.refuse.includes(recipient);
		return refused ? refusal(550, "No such mailbox") : null;
	}
	if (behaviour === "refuse-recipient") return refusal(550, "No such mailbox");
	if (behaviour === "refuse-for-now") return refusal(451, "Try again later");
	if (behaviour !== "greylist") return null;
	const pair = `${sender} ${recipient}`;
	if (greylist.has(pair)) return null;
	greylist.add(pair);
	return refusal(451, "Greylisted, try again later");
}

function refusal(responseCode: number, message: string): Error {
	return Object.assign(new Error(message), { responseCode });
}

async function receive(
	stream: SMTPServerDataStream,
	session: SMTPServerSession,
): Promise<ReceivedMessage> {
	const raw = await buffer(stream);
	const { mailFrom, rcptTo } = session.envelope;
	return {
		envelope: {
			from: mailFrom ? mailFrom.address : "",
			to: rcptTo.map((recipient) => recipient.address),
		},
		raw,
		parsed: await simpleParser(raw),
	};
}

function reply(behaviour: MailBehaviour, callback: Reply): void {
	if (typeof behaviour === "object" && "delay" in behaviour) {
		setTimeout(callback, behaviour.delay);
	} else {
		callback();
	}
}

function createInbox() {
	const messages: ReceivedMessage[] = [];
	const waiting = new Set<(message: ReceivedMessage) => void>();
	return {
		messages,
		add(message: ReceivedMessage) {
			messages.push(message);
			for (const look of waiting) look(message);
		},
		waitFor(
			predicate: (message: ReceivedMessage) => boolean,
			timeoutMs = 5_000,
		): Promise<ReceivedMessage> {
			const here = messages.find(predicate);
			if (here) return Promise.resolve(here);
			return new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					waiting.delete(look);
					const came = messages.map((message) => message.parsed.subject ?? "(no subject)");
					reject(
						new Error(`No such message in ${timeoutMs} ms; came: ${came.join("; ") || "none"}`),
					);
				}, timeoutMs);
				const look = (message: ReceivedMessage) => {
					if (!predicate(message)) return;
					clearTimeout(timer);
					waiting.delete(look);
					resolve(message);
				};
				waiting.add(look);
			});
		},
	};
}
