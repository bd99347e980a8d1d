import { z } from "zod";
import { requestInput } from "#app/domain/requests/request-input.ts";
import { cancelInput, moveInput } from "#app/domain/sessions/change-input.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";

/** What the API takes: the forms' own schemas, and the version that the caller has seen. */

const version = z
	.int({ error: "Enter the version as a whole number" })
	.min(1, { error: "Enter the version as 1 or more" })
	.nullish()
	.meta({
		description: "Refuse when the session has changed since; left out, the newest is meant",
	});

export const bookBody = sessionInput;
/** What the public form asks; `venue` is an id or a URN, a programme an id or its slug. */
export const requestBody = requestInput;
/** why no default for the room: a program that leaves it out does not mean to take it away. */
export const moveBody = moveInput
	.omit({ room: true })
	.extend({ room: z.union([moveInput.shape.room, z.null()]).optional(), version });
export const confirmBody = z.object({ version });
export const cancelBody = cancelInput.extend({ version });
export const closeOutBody = z.intersection(closeOut, z.object({ version }));

export const pageQuery = z.object({
	limit: z.coerce
		.number({ error: "Enter the limit as a number from 1 to 200" })
		.int({ error: "Enter the limit as a number from 1 to 200" })
		.min(1, { error: "Enter the limit as a number from 1 to 200" })
		.max(200, { error: "Enter the limit as a number from 1 to 200" })
		.default(50),
	cursor: z.string().max(500, { error: "Send a cursor as it was given" }).optional(),
});
