import { runRetention } from "#app/commands/run-retention.ts";
import { openDatabase } from "#app/data/database.ts";
import { readSettings } from "#app/data/settings.ts";
import { countOf } from "#app/domain/format-number.ts";
import { databaseUrl, finish } from "./command-line.ts";

/**
 * `npm run retention`: says whom tonight's run would anonymise; `npm run retention -- --apply` does it
 * now. The server does it every night by itself.
 */
await finish(async () => {
	const [given, ...more] = process.argv.slice(2);
	if (more.length > 0 || (given !== undefined && given !== "--apply")) {
		throw new Error("Usage: npm run retention [-- --apply]");
	}
	const database = openDatabase(databaseUrl());
	try {
		const settings = await readSettings(database.client);
		const months = settings.retentionMonths;
		if (months === null)
			return "Contacts are kept for good: set a number of months in Settings, Retention";
		const dryRun = given === undefined;
		const context = {
			database,
			deployment: { appUrl: "", mailFrom: "" },
			settings,
			now: new Date(),
			actor: { userId: "", name: "The command line" },
		};
		const { contacts, importRows, requests, answers } = await runRetention(context, {
			months,
			dryRun,
		});
		const verb = dryRun ? "would be" : "were";
		return [
			`${countOf(contacts.length, "contact", "contacts")} idle for ${months} months ${verb} anonymised`,
			`${countOf(requests, "old request", "old requests")} ${verb} freed of who asked`,
			`${countOf(importRows, "row", "rows")} of old imports and ${countOf(answers, "kept answer", "kept answers")} of the API ${verb} deleted`,
		].join("\n");
	} finally {
		await database.close();
	}
});
