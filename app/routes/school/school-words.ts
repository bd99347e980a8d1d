import type { SchoolAnswerOutcome } from "#app/commands/answer-as-school.ts";
import type { SchoolReportOutcome } from "#app/commands/report-as-school.ts";
import { countOf } from "#app/domain/format-number.ts";
import type { SchoolAnswerKind } from "#app/domain/schools/school-answer.ts";
import type { SchoolReport } from "#app/domain/schools/school-report.ts";
import { totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import type { Flash } from "#app/ui/notification-banner.tsx";

type Refused<Outcome> = Exclude<Extract<Outcome, { ok: false }>, { reason: "not_found" }>;
type Reason = Refused<SchoolAnswerOutcome>["reason"] | Refused<SchoolReportOutcome>["reason"];

const refusals: Record<Reason, string> = {
	cancelled: "This session does not take place: there is nothing to answer",
	begun: "This session has begun: call the team if something is not right",
	changed: "This session was changed a moment ago: look at it as it is now, then answer again",
	not_over: "This session is not over yet: tell us afterwards how it went",
	too_late: "This session was more than 90 days ago: write to the team if its number is wrong",
};

export function refusedMessage(reason: Reason): string {
	return refusals[reason];
}

const saved: Record<SchoolAnswerKind, string> = {
	accepted: "Thank you: the team knows that you accept",
	declined: "The team knows that you decline, and why",
	another_time: "The team has your message and will write to you with another time",
};

export function savedAnswer(answer: SchoolAnswerKind): Flash {
	return { kind: "success", message: saved[answer] };
}

export function reportFlash({ closeOut }: SchoolReport, closedOut: boolean): Flash {
	if (!closedOut) {
		return {
			kind: "success",
			message: "Thank you: the team sees your answer beside its own record",
		};
	}
	const what =
		closeOut.outcome === "delivered"
			? countOf(totalYoungPeople(closeOut.headcounts), "young person", "young people")
			: "that the session did not take place";
	return { kind: "success", message: `Thank you. Recorded: ${what}` };
}
