import { listPeople } from "#app/data/people.ts";
import { apiLoader, apiOtherMethod, wholeList } from "#app/http/api.ts";

/** Everybody who delivers. Addresses and telephone numbers are not for programs. */
export const loader = apiLoader("register.view", async ({ app }) => {
	const people = await listPeople(app.database.client, { retired: "exclude" });
	return wholeList(people.map(({ id, name, agency }) => ({ id, name, agency: agency.name })));
});

export const action = apiOtherMethod;
