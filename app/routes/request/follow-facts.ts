import type { RequestRecord } from "#app/data/requests.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { declineReasonWords } from "#app/domain/requests/decline-reasons.ts";
import { canBecome } from "#app/domain/requests/request-status.ts";
import { localDateOf } from "#app/domain/time.ts";
import { askedWords, bookedWords, offerWords } from "#app/http/request-words.ts";

export type FollowFacts = ReturnType<typeof followFacts>;

/** A request as the school that made it sees it: nothing of what the team says among itself. */
export function followFacts(request: RequestRecord, zone: string) {
	return {
		reference: request.reference,
		version: request.version,
		standing: standingOf(request, zone),
		offer: request.status === "offered" ? offerWords(request) : null,
		mayWithdraw: canBecome(request.status, "withdrawn"),
		asked: askedWords(request),
	};
}

function standingOf(request: RequestRecord, zone: string): { title: string; lines: string[] } {
	const said = (words: string) => (words === "" ? [] : [words]);
	switch (request.status) {
		case "unconfirmed":
		case "waiting": {
			const since = formatPlainDate(localDateOf(request.confirmedAt ?? request.receivedAt, zone));
			return {
				title: "With the team",
				lines: [`Since ${since}. You will be told by mail what becomes of it.`],
			};
		}
		case "offered":
			return {
				title: "The team offers another date",
				lines: [offerWords(request), ...said(request.offerWords)],
			};
		case "agreed":
			return {
				title: "You accepted the date",
				lines: [`${offerWords(request)}. The team books it and tells you.`],
			};
		case "waiting_list":
			return {
				title: "On the waiting list",
				lines: ["There is no date at the moment. You will be told when one comes free."],
			};
		case "accepted":
			return {
				title: "Booked",
				lines: bookedWords(request, zone).map(({ reference, when }) => `${when} (${reference})`),
			};
		case "declined":
			return {
				title: "The team cannot come",
				lines: [
					`We are sorry: ${declineReasonWords[request.declineReason ?? "other"]}.`,
					...said(request.declineWords),
				],
			};
		case "withdrawn":
			return { title: "Withdrawn", lines: ["You withdrew this request."] };
	}
}
