import { formatClock, formatDate } from "#app/domain/format-time.ts";
import type { OfferInput } from "#app/domain/requests/decision-input.ts";
import { offerMail } from "#app/domain/requests/request-mail.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";
import { type RequestOutcome, type RequestTarget, takeStep } from "./request-change.ts";
import type { RequestLinks } from "./request-messages.ts";

/** Offers a school another date, which it accepts or declines by its link; nothing is booked yet. */
export async function offerRequestDate(
	context: CommandContext,
	target: RequestTarget,
	{ date, start, words }: OfferInput,
	links: RequestLinks,
): Promise<RequestOutcome | { ok: false; reason: "past_date" }> {
	if (date <= localDateOf(context.now, context.settings.zone)) {
		return { ok: false, reason: "past_date" };
	}
	return takeStep(context, target, {
		to: "offered",
		change: { offeredDate: date, offeredStart: start, offerWords: words },
		history: {
			what: "Another date offered",
			changes: [{ label: "Offered", to: offered(date, start) }],
		},
		tell: { links, write: (facts) => offerMail(facts, { date, start, words }) },
	});
}

function offered(date: string, start: string | null): string {
	return start === null ? formatDate(date) : `${formatDate(date)}, ${formatClock(start)}`;
}
