import type { Transaction } from "#app/data/database.ts";
import { insertMissingDistricts, readDistricts } from "#app/data/districts.ts";
import {
	changeImport,
	eachImportRows,
	findImport,
	type ImportRecord,
	wasAppliedSince,
} from "#app/data/imports.ts";
import { readBookedVenueIds } from "#app/data/register-schools.ts";
import type { RegisterOptions, RegisterResult } from "#app/domain/imports/register-file.ts";
import type { CommandContext } from "./command-context.ts";
import type { ImportJob } from "./import-job.ts";
import { RegisterWriter } from "./register-writer.ts";

const BATCH = 200;
/** How long, in milliseconds, a whole register may take to be written. */
const LIMIT = 5 * 60_000;

export type ApplyOutcome =
	| { ok: true }
	/** Another file of the kind was applied after this one was checked: its dry run is out of date. */
	| { ok: false; reason: "out_of_date" };

/**
 * Writes what a dry run of the register found, all of it or nothing. The file must have been claimed
 * for applying. Rows are held against what stands once more, so that history says what really
 * changed; a file applied twice changes nothing the second time.
 */
export async function applyRegister(
	context: CommandContext,
	job: ImportJob,
): Promise<ApplyOutcome> {
	const { importId, worker } = job;
	return context.database.transaction(async (tx) => {
		const file = await findImport(tx, importId);
		if (file?.status !== "applying" || !file.checkedAt) throw new Error("Not a checked register");
		if (await wasAppliedSince(tx, "register", file.checkedAt, importId)) {
			await changeImport(tx, importId, ["applying"], { status: "checked", worker: null }, worker);
			return { ok: false, reason: "out_of_date" };
		}
		const corrected = await write(tx, context, job, file);
		const result = { ...(file.result as RegisterResult), corrected };
		const applied = {
			status: "applied",
			result,
			appliedAt: context.now,
			appliedByName: context.actor.name,
			worker: null,
		} as const;
		const mine = await changeImport(tx, importId, ["applying"], applied, worker);
		if (!mine) throw new Error("Another process took the file over");
		return { ok: true };
	}, LIMIT);
}

/** @returns how many messages correct calendars of sessions at schools that changed their address */
async function write(
	tx: Transaction,
	context: CommandContext,
	job: ImportJob,
	file: ImportRecord,
): Promise<number> {
	const { districts } = file.result as RegisterResult;
	await addDistricts(tx, districts);
	const writer = new RegisterWriter(tx, context, {
		options: file.options as RegisterOptions,
		booked: await readBookedVenueIds(tx, context.now),
		why: `Register of schools: ${file.fileName}`,
	});
	let done = 0;
	const steps = [
		[["new", "changed", "closed", "reopened"], writer.schools],
		[["gone"], writer.gone],
		[["successor"], writer.successors],
	] as const;
	for (const [outcomes, step] of steps) {
		for await (const rows of eachImportRows(tx, job.importId, outcomes, BATCH)) {
			job.signal.throwIfAborted();
			await step.call(writer, rows);
			done += rows.length;
			job.report(done);
		}
	}
	return writer.messages;
}

/** Schools stand in districts; one that is not known yet becomes known with its schools. */
async function addDistricts(tx: Transaction, found: RegisterResult["districts"]): Promise<void> {
	const there = await readDistricts(tx);
	const last = Math.max(-1, ...there.map(({ position }) => position));
	const byName = [...found].sort(
		(a, b) => a.laCode.localeCompare(b.laCode) || a.name.localeCompare(b.name),
	);
	const districts = byName.map((district, at) => ({
		...district,
		position: last + 1 + at,
		from: null,
		until: null,
	}));
	await insertMissingDistricts(tx, districts);
}
