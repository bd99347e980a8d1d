import { listProgrammes } from "#app/data/programmes.ts";
import { apiLoader, apiOtherMethod, wholeList } from "#app/http/api.ts";

export const loader = apiLoader("register.view", async ({ app }) => {
	const programmes = await listProgrammes(app.database.client, { retired: "exclude" });
	return wholeList(
		programmes.map((programme) => ({
			id: programme.id,
			name: programme.name,
			theme: programme.theme.name,
			lengthMinutes: programme.lengthMinutes,
			yearGroups: programme.yearGroups,
			largestGroup: programme.largestGroup,
			facilitatorsNeeded: programme.facilitatorsNeeded,
		})),
	);
});

export const action = apiOtherMethod;
