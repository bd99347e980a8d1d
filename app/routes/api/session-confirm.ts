import { confirmSession } from "#app/commands/confirm-session.ts";
import { confirmBody } from "#app/domain/api/inputs.ts";
import { apiAction, apiOtherMethod } from "#app/http/api.ts";
import { outcomeAnswer, sessionAt } from "#app/http/api-session.ts";

export const loader = apiOtherMethod;

export const action = apiAction(
	"sessions.change",
	confirmBody,
	async (entered, body, { params }) => {
		const { reference, version } = await sessionAt(entered, params.ref);
		const target = { reference, version: body.version ?? version };
		return outcomeAnswer(entered, await confirmSession(entered.command, target));
	},
);
