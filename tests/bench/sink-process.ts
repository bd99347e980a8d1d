import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server in a process of its own that takes everything and keeps nothing; prints its port. */
const server = new SMTPServer({
	authOptional: true,
	disabledCommands: ["AUTH", "STARTTLS"],
	disableReverseLookup: true,
	onData(stream, _session, callback) {
		stream.on("end", callback);
		stream.resume();
	},
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => {
	console.log((server.server.address() as AddressInfo).port);
});
