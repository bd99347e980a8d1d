import { z } from "zod";
import { singleLine } from "#app/domain/text.ts";

/** The office's mark on a school to go to first, and why. */
export const priorityInput = z.object({
	reason: singleLine(200, "why it comes first"),
});

export type PriorityInput = z.output<typeof priorityInput>;
