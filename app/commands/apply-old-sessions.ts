import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "#app/data/database.ts";
import { addHistories } from "#app/data/history.ts";
import { newId } from "#app/data/ids.ts";
import {
	changeImport,
	deleteImportRows,
	eachImportRows,
	findImport,
	type ImportRecord,
	insertImportRows,
	type StagedRow,
	wasAppliedSince,
} from "#app/data/imports.ts";
import { keepImport } from "#app/data/keep-reach.ts";
import {
	insertOldSessions,
	insertPlaces,
	type OldSessionRecord,
	takeReferenceNumbers,
} from "#app/data/old-sessions.ts";
import { findTeam } from "#app/data/teams.ts";
import type { OldDecisions, OldSession } from "#app/domain/imports/old-check.ts";
import {
	type OldFileOptions,
	type OldFileResult,
	type OldRowDetail,
	reviveSession,
} from "#app/domain/imports/old-file.ts";
import { totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import { formatReference } from "#app/domain/sessions/reference.ts";
import { normalisePostcode } from "#app/domain/venues/postcode.ts";
import type { ApplyOutcome } from "./apply-register.ts";
import type { CommandContext } from "./command-context.ts";
import type { ImportJob } from "./import-job.ts";

const BATCH = 200;
const LIMIT = 5 * 60_000;

/**
 * Brings in the rows of a checked file that are ready, all of them or none, as delivered sessions
 * with their close-outs. The file must have been claimed for applying.
 */
export async function applyOldSessions(
	context: CommandContext,
	job: ImportJob,
): Promise<ApplyOutcome> {
	const { importId, worker } = job;
	return context.database.transaction(async (tx) => {
		const file = await findImport(tx, importId);
		if (file?.status !== "applying" || !file.checkedAt) throw new Error("Not a checked file");
		if (await wasAppliedSince(tx, "sessions", file.checkedAt, importId)) {
			await changeImport(tx, importId, ["applying"], { status: "checked", worker: null }, worker);
			return { ok: false, reason: "out_of_date" };
		}
		const made = await new Writing(tx, context, job, file).run();
		const applied = {
			status: "applied",
			result: { ...(file.result as OldFileResult), ...made },
			appliedAt: context.now,
			appliedByName: context.actor.name,
			worker: null,
		} as const;
		const mine = await changeImport(tx, importId, ["applying"], applied, worker);
		if (!mine) throw new Error("Another process took the file over");
		return { ok: true };
	}, LIMIT);
}

/** One writing of a file, inside one transaction. */
class Writing {
	readonly #tx: Transaction;
	readonly #context: CommandContext;
	readonly #job: ImportJob;
	readonly #file: ImportRecord;
	readonly #options: OldFileOptions;
	#places = new Map<string, string>();

	constructor(tx: Transaction, context: CommandContext, job: ImportJob, file: ImportRecord) {
		this.#tx = tx;
		this.#context = context;
		this.#job = job;
		this.#file = file;
		this.#options = file.options as OldFileOptions;
	}

	async run(): Promise<{ places: string[]; sessions: number }> {
		const team = await findTeam(this.#tx, this.#options.teamId);
		if (!team) throw new Error("The team of the file is gone");
		await this.#addPlaces();
		let sessions = 0;
		const ready = eachImportRows(this.#tx, this.#file.id, ["ready"], BATCH);
		const applied: StagedRow[] = [];
		for await (const rows of ready) {
			this.#job.signal.throwIfAborted();
			applied.push(...(await this.#addSessions(rows, team.prefix)));
			sessions += rows.length;
			this.#job.report(sessions);
		}
		await keepImport(this.#tx, this.#file.id, 1);
		await this.#keepApplied(applied);
		return { places: [...this.#places.values()], sessions };
	}

	/** Places outside the register that the coordinator let in, each once. */
	async #addPlaces(): Promise<void> {
		const { venues } = this.#file.decisions as OldDecisions;
		const { questions } = this.#file.result as OldFileResult;
		const added = questions.venues.filter(({ key }) => venues?.[key] === "new");
		this.#places = new Map(added.map(({ key }) => [key, newId(this.#context.now)]));
		await insertPlaces(
			this.#tx,
			added.map(({ key, place }) => ({
				id: this.#places.get(key) ?? "",
				name: place.name,
				postcode: normalisePostcode(place.postcode) ?? "",
			})),
		);
		await this.#note("venue", [...this.#places.values()], () => []);
	}

	async #addSessions(rows: readonly StagedRow[], prefix: string): Promise<StagedRow[]> {
		const sessions = rows.flatMap((row) => {
			const { session } = row.detail as OldRowDetail;
			return session ? [{ row, session: reviveSession(session) }] : [];
		});
		const references = await this.#references(
			sessions.map(({ session }) => session),
			prefix,
		);
		const records = sessions.map(({ row, session }, at): OldSessionRecord => {
			const { deployment, now } = this.#context;
			return {
				id: newId(now),
				reference: references[at] ?? "",
				uid: `${randomUUID()}@${deployment.mailFrom.split("@").at(-1)}`,
				organizerToken: randomBytes(9).toString("hex"),
				venueId: this.#venueOf(session),
				notes: notesOf(this.#file.fileName, row.line, session),
				session,
			};
		});
		await insertOldSessions(this.#tx, records, {
			importId: this.#file.id,
			teamId: this.#options.teamId,
			recordedByName: this.#context.actor.name,
			now: this.#context.now,
		});
		const byId = new Map(
			records.map((record, at) => [record.id, { record, row: sessions[at]?.row }]),
		);
		await this.#note("session", [...byId.keys()], (id) => {
			const found = byId.get(id);
			const youngPeople = found ? totalYoungPeople(found.record.session.headcounts) : 0;
			return [
				{ label: "File", to: `${this.#file.fileName}, line ${found?.row?.line}` },
				{ label: "Young people", to: String(youngPeople) },
			];
		});
		return sessions.map(({ row }, at) => ({
			...row,
			outcome: "applied",
			name: references[at] ?? "",
			cells: [],
			detail: { reference: references[at] },
		}));
	}

	#venueOf({ venue }: OldSession): string {
		const id = "id" in venue ? venue.id : this.#places.get(venue.place);
		if (id === undefined) throw new Error("A row waits for a place that nobody let in");
		return id;
	}

	/** References of the year in which each session was held, in the order of the rows. */
	async #references(sessions: readonly OldSession[], prefix: string): Promise<string[]> {
		const years = sessions.map(({ date }) => Number(date.slice(0, 4)));
		const next = new Map<number, number>();
		for (const year of new Set(years)) {
			const count = years.filter((other) => other === year).length;
			next.set(year, await takeReferenceNumbers(this.#tx, prefix, year, count));
		}
		return years.map((year) => {
			const number = next.get(year) ?? 1;
			next.set(year, number + 1);
			return formatReference({ team: prefix, year, number });
		});
	}

	/** why: what is in the sessions need not be kept twice, with columns that nobody chose. */
	async #keepApplied(applied: readonly StagedRow[]): Promise<void> {
		await deleteImportRows(this.#tx, this.#file.id, ["ready"]);
		for (let at = 0; at < applied.length; at += BATCH) {
			await insertImportRows(this.#tx, this.#file.id, applied.slice(at, at + BATCH));
		}
	}

	async #note(
		subject: "session" | "venue",
		ids: readonly string[],
		changes: (id: string) => { label: string; to: string }[],
	): Promise<void> {
		const { now, actor } = this.#context;
		await addHistories(
			this.#tx,
			ids.map((subjectId) => ({
				at: now,
				actorId: actor.userId,
				actorName: actor.name,
				subject,
				subjectId,
				what: subject === "session" ? "Imported" : "Added by an import of past sessions",
				changes: changes(subjectId),
			})),
		);
	}
}

function notesOf(fileName: string, line: number, { timeKnown }: OldSession): string {
	const from = `Brought in from ${fileName}, line ${line}.`;
	return timeKnown ? from : `${from} The file gave no time: 9:00am stands for it.`;
}
