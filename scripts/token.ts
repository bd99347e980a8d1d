import { createApiToken } from "#app/commands/create-api-token.ts";
import { openDatabase } from "#app/data/database.ts";
import { readSettings } from "#app/data/settings.ts";
import { findUserByAddress } from "#app/data/users.ts";
import { databaseUrl, fileArgument, finish } from "./command-line.ts";

/** `npm run token -- EMAIL`: makes a token of 90 days for that account and prints it, once. */
await finish(async () => {
	const { file: address } = fileArgument("npm run token -- EMAIL");
	const database = openDatabase(databaseUrl());
	try {
		const user = await findUserByAddress(database.client, address.toLowerCase());
		if (!user || user.disabledAt) throw new Error(`There is no active account with ${address}`);
		const context = {
			database,
			deployment: { appUrl: "", mailFrom: "" },
			settings: await readSettings(database.client),
			now: new Date(),
			actor: { userId: user.id, name: "The command line" },
		};
		const { token } = await createApiToken(context, user.id, { name: "Command line", days: 90 });
		return token;
	} finally {
		await database.close();
	}
});
