import { moveSession } from "#app/commands/move-session.ts";
import { moveBody } from "#app/domain/api/inputs.ts";
import { apiAction, apiOtherMethod } from "#app/http/api.ts";
import { outcomeAnswer, sessionAt } from "#app/http/api-session.ts";

export const loader = apiOtherMethod;

export const action = apiAction("sessions.change", moveBody, async (entered, body, { params }) => {
	const session = await sessionAt(entered, params.ref);
	const { version, room, ...move } = body;
	const target = { reference: session.reference, version: version ?? session.version };
	const asked = {
		...move,
		room: room === undefined ? (session.room ?? undefined) : (room ?? undefined),
	};
	return outcomeAnswer(
		entered,
		await moveSession(entered.command, target, asked, { needReasons: false }),
	);
});
