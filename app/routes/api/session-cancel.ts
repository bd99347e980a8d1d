import { cancelSession } from "#app/commands/cancel-session.ts";
import { cancelBody } from "#app/domain/api/inputs.ts";
import { apiAction, apiOtherMethod } from "#app/http/api.ts";
import { outcomeAnswer, sessionAt } from "#app/http/api-session.ts";

export const loader = apiOtherMethod;

export const action = apiAction(
	"sessions.change",
	cancelBody,
	async (entered, body, { params }) => {
		const { reference, version } = await sessionAt(entered, params.ref);
		const target = { reference, version: body.version ?? version };
		return outcomeAnswer(entered, await cancelSession(entered.command, target, body));
	},
);
