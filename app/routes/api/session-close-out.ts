import { closeOutSession } from "#app/commands/close-out-session.ts";
import { mayCloseOut } from "#app/domain/access/permissions.ts";
import { closeOutBody } from "#app/domain/api/inputs.ts";
import { apiAction, apiOtherMethod } from "#app/http/api.ts";
import { refuse } from "#app/http/api-answer.ts";
import { outcomeAnswer, sessionAt } from "#app/http/api-session.ts";

export const loader = apiOtherMethod;

export const action = apiAction(
	"sessions.close_out",
	closeOutBody,
	async (entered, body, { params }) => {
		const { reference, version, assignments } = await sessionAt(entered, params.ref);
		const facilitatorIds = assignments.map(({ personId }) => personId);
		if (!mayCloseOut(entered.actor, { facilitatorIds })) return refuse("forbidden");
		const target = { reference, version: body.version ?? version };
		return outcomeAnswer(entered, await closeOutSession(entered.command, target, body));
	},
);
