import type { Reader } from "./database.ts";

/** A message as its recipient will read it. */
export interface OwedMessage {
	toName: string;
	toAddress: string;
	kind: "contact" | "facilitator";
	method: "REQUEST" | "CANCEL";
	why: string;
	subject: string;
	text: string;
	html: string;
}

/** The id of the newest message of all; those owed later have higher ones. */
export async function newestMessageId(reader: Reader): Promise<number> {
	const { _max } = await reader.outboxMessage.aggregate({ _max: { id: true } });
	return _max.id ?? 0;
}

/** The messages of one session that came after another message, in the order in which they leave. */
export async function readMessagesAfter(
	reader: Reader,
	reference: string,
	id: number,
): Promise<OwedMessage[]> {
	const rows = await reader.outboxMessage.findMany({
		where: { id: { gt: id }, invite: { session: { reference } } },
		include: { invite: { select: { kind: true } } },
		orderBy: { id: "asc" },
	});
	return rows.map(({ toName, toAddress, why, subject, text, html, invite, method }) => ({
		toName,
		toAddress,
		kind: invite?.kind === "contact" ? "contact" : "facilitator",
		method: method === "CANCEL" ? "CANCEL" : "REQUEST",
		why,
		subject,
		text,
		html,
	}));
}
