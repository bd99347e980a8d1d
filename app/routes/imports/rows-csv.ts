import type { Reader } from "#app/data/database.ts";
import {
	eachImportRows,
	findImport,
	type ImportRecord,
	type StagedRow,
} from "#app/data/imports.ts";
import type { RegisterDetail, RegisterRowOutcome } from "#app/domain/imports/register-file.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/rows-csv.ts";
import { oldRowsCsv } from "./old-rows-csv.ts";
import { whatHappens } from "./register-view.ts";
import { outcomeWords } from "./register-words.ts";

const BATCH = 200;

/** The rows of one outcome, with their lines, to be put right where they came from. */
export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "imports.manage");
	const { client } = app.database;
	const file = await findImport(client, args.params.id);
	const show = args.url.searchParams.get("show") ?? "";
	if (!file || file.status === "discarded") throw notFound();
	const made =
		file.kind === "register" ? registerRows(client, file, show) : oldRowsCsv(client, file, show);
	if (!made) throw notFound();
	return csvResponse(app.log, { name: `${file.kind}-${show}`, ...made });
}

function registerRows(reader: Reader, { id }: ImportRecord, show: string) {
	if (!(show in outcomeWords)) return null;
	return {
		columns: ["line", "urn", "name", "outcome", "what_happens"],
		rows: each(reader, id, show),
	};
}

async function* each(reader: Reader, id: string, show: string) {
	for await (const batch of eachImportRows(reader, id, [show], BATCH)) yield* batch.map(cellsOf);
}

function cellsOf({ line, outcome, name, cells, detail }: StagedRow) {
	const { urn = "" } = cells as { urn?: string };
	const what = whatHappens(outcome as RegisterRowOutcome, cells, detail as RegisterDetail);
	return [line || null, urn, name, outcomeWords[outcome as RegisterRowOutcome], what.join("; ")];
}
