import type { Reader } from "#app/data/database.ts";
import { readImports } from "#app/data/imports.ts";
import { importKindLabels } from "#app/domain/imports/import-status.ts";
import { toLocal } from "#app/domain/time.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import type { ImportJobs } from "#app/http/import-jobs.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/imports-csv.ts";
import { stateTag, summaryOf } from "./import-words.ts";

const BATCH = 100;
const columns = ["file", "kind", "state", "what_is_in_it", "uploaded", "uploaded_by", "applied_by"];

/** The list of files that were brought in. */
export async function loader(args: Route.LoaderArgs) {
	const { app, now, zone, today } = await requireActor(args, "imports.manage");
	const rows = rowsOf(app.database.client, app.jobs, { now, zone });
	return csvResponse(app.log, { name: `imports-${today}`, columns, rows });
}

async function* rowsOf(reader: Reader, jobs: ImportJobs, shown: { now: Date; zone: string }) {
	for (let page = 1; ; page += 1) {
		const { imports } = await readImports(reader, { page, pageSize: BATCH });
		for (const file of imports) {
			const { date, time } = toLocal(file.createdAt, shown.zone);
			yield [
				file.fileName,
				importKindLabels[file.kind],
				stateTag(file.status, jobs.isStopped(file, shown.now)).word,
				summaryOf(file),
				`${date} ${time}`,
				file.createdByName,
				file.appliedByName,
			];
		}
		if (imports.length < BATCH) return;
	}
}
