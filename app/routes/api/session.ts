import { apiLoader, apiOtherMethod } from "#app/http/api.ts";
import { json } from "#app/http/api-answer.ts";
import { apiSession, sessionAt } from "#app/http/api-session.ts";

export const loader = apiLoader("sessions.view", async (entered, { params }) =>
	json(apiSession(await sessionAt(entered, params.ref), entered.zone)),
);

export const action = apiOtherMethod;
