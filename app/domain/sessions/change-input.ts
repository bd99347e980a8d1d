import { z } from "zod";
import {
	chosen,
	count,
	multiLine,
	optionalMultiLine,
	optionalSingleLine,
	several,
} from "#app/domain/text.ts";
import { MAX_YOUNG_PEOPLE } from "./close-out.ts";
import { MAX_PEOPLE, overrides, whenFields } from "./session-input.ts";
import { yearGroupCode } from "./year-group-code.ts";
import { sortYearGroups } from "./year-groups.ts";

/** The version of the session that the person had before their eyes. */
export const version = z.coerce
	.number({ error: "Open the session again: its version is missing" })
	.int({ error: "Open the session again: its version is missing" })
	.min(1, { error: "Open the session again: its version is missing" });

const why = optionalMultiLine(500, "the reason");

/** Another time or room. The room is given whole: left empty there is none. */
export const moveInput = z.object({
	...whenFields,
	room: optionalSingleLine(80, "the room"),
	why,
	overrides,
});
export type MoveInput = z.output<typeof moveInput>;

/** What is delivered, to whom, and what is written about it. */
export const editInput = z.object({
	programme: chosen("a programme"),
	yearGroups: several(yearGroupCode)
		.refine((codes) => codes.length > 0, { error: "Choose at least one year group" })
		.transform(sortYearGroups),
	expectedYoungPeople: count(MAX_YOUNG_PEOPLE, "the expected number of young people"),
	prepare: optionalMultiLine(4000, "what the school is asked to prepare"),
	notes: optionalMultiLine(4000, "the notes"),
	why,
	overrides,
});
export type EditInput = z.output<typeof editInput>;

/** Who delivers and who is told; the first facilitator leads. */
export const peopleInput = z.object({
	facilitators: several(chosen("a facilitator")).refine((ids) => ids.length <= MAX_PEOPLE, {
		error: `Choose ${MAX_PEOPLE} facilitators or fewer`,
	}),
	contacts: several(chosen("a contact")).refine((ids) => ids.length <= MAX_PEOPLE, {
		error: `Choose ${MAX_PEOPLE} contacts or fewer`,
	}),
	why,
	overrides,
});
export type PeopleInput = z.output<typeof peopleInput>;

export const cancellers = ["us", "school"] as const;

export const cancelInput = z.object({
	cancelledBy: z.enum(cancellers, { error: "Choose who cancels the session" }),
	reason: multiLine(500, "the reason for cancelling"),
});
export type CancelInput = z.output<typeof cancelInput>;
