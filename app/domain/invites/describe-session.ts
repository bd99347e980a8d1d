import type { FeedFacts } from "./invite-facts.ts";

/** The facts a calendar entry's DESCRIPTION is written from. */
type Described = Pick<
	FeedFacts,
	"status" | "reference" | "prepare" | "teamName" | "teamEmail" | "teamPhone" | "sessionUrl"
>;

/**
 * The text inside a calendar entry: reference, what to prepare, the team's own contact details.
 * The only telephone number in it is the team's.
 */
export function describeSession(facts: Described): string {
	const contact = [facts.teamName, facts.teamEmail, facts.teamPhone].filter(Boolean).join("\n");
	const prepare =
		facts.prepare && facts.status !== "CANCELLED" ? `What to prepare:\n${facts.prepare}` : "";
	const page = facts.sessionUrl ? `More about this session: ${facts.sessionUrl}` : "";
	return [`Reference: ${facts.reference}`, prepare, `Contact:\n${contact}`, page]
		.filter((part) => part !== "")
		.join("\n\n");
}
