import { insertImportRows, type StagedRow } from "#app/data/imports.ts";
import {
	readBookedVenueIds,
	readKnownSchools,
	readListedSchools,
} from "#app/data/register-schools.ts";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import { registerOutcome } from "#app/domain/imports/register-difference.ts";
import {
	type RegisterDetail,
	type RegisterOptions,
	type RegisterResult,
	type RegisterRowOutcome,
	registerOutcomes,
	registerPassed,
} from "#app/domain/imports/register-file.ts";
import { type ReadSchool, RegisterReading } from "#app/domain/imports/register-reading.ts";
import { SuccessionFinder } from "#app/domain/imports/succession-finder.ts";
import type { CommandContext } from "./command-context.ts";
import type { ImportJob } from "./import-job.ts";

/** How many schools are compared with what stands, and written, at a time. */
const BATCH = 200;

type School = Extract<ReadSchool, { kind: "school" }>;

/** Holds an extract against what stands as it is read, and writes down what would change. */
export class RegisterStaging {
	readonly #context: CommandContext;
	readonly #job: ImportJob;
	readonly #options: RegisterOptions;
	readonly #booked: ReadonlySet<string>;
	readonly #reading: RegisterReading;
	readonly #successions = new SuccessionFinder();
	readonly #counts = Object.fromEntries(
		[...registerOutcomes, ...registerPassed].map((outcome) => [outcome, 0]),
	) as RegisterResult["counts"];
	#waiting: School[] = [];
	#staged: StagedRow[] = [];
	#position = 0;

	private constructor(
		context: CommandContext,
		job: ImportJob,
		options: RegisterOptions,
		booked: ReadonlySet<string>,
	) {
		this.#context = context;
		this.#job = job;
		this.#options = options;
		this.#booked = booked;
		this.#reading = new RegisterReading(options);
	}

	static async begin(context: CommandContext, job: ImportJob, options: RegisterOptions) {
		const booked = await readBookedVenueIds(context.database.client, context.now);
		return new RegisterStaging(context, job, options, booked);
	}

	/** @throws FileRefused */
	async add(records: readonly CsvRecord[]): Promise<void> {
		for (const record of records) {
			const read = this.#reading.add(record);
			if (read?.kind === "school") this.#waiting.push(read);
			else if (read) {
				const { line, name, urn, problems } = read;
				this.#stage("unreadable", line, name, { urn }, { problems });
			}
			const most = Math.max(this.#waiting.length, this.#staged.length);
			if (most >= BATCH) await this.#compare();
		}
	}

	/**
	 * Says what was found, once the last record has come.
	 * @throws FileRefused
	 */
	async end(): Promise<RegisterResult> {
		this.#reading.end();
		await this.#compare();
		await this.#addGone();
		this.#addSuccessions();
		await this.#write();
		const { passed, records, unidentified } = this.#reading;
		return {
			counts: { ...this.#counts, ...passed },
			records,
			absent: this.#reading.authorities().absent,
			unidentified,
			districts: this.#reading.districts(),
		};
	}

	#stage(
		outcome: RegisterRowOutcome,
		line: number,
		name: string,
		cells: unknown,
		detail: RegisterDetail,
	): void {
		this.#counts[outcome] += 1;
		this.#staged.push({ position: this.#position, line, outcome, name, cells, detail });
		this.#position += 1;
	}

	async #compare(): Promise<void> {
		const waiting = this.#waiting;
		this.#waiting = [];
		this.#job.signal.throwIfAborted();
		const { client, engine } = this.#context.database;
		const urns = waiting.map(({ school }) => school.urn);
		const known = await readKnownSchools(client, engine, urns, this.#booked);
		for (const { line, school } of waiting) {
			const standing = known.get(school.urn) ?? null;
			const { outcome, ...detail } = registerOutcome(standing, school, this.#options);
			if (school.registerStatus !== "closed") this.#successions.addOpened(school);
			else if (outcome !== "closed_unknown" && !standing?.successorId) {
				this.#successions.addClosed(school, line);
			}
			// why: rows that change nothing are most of the file, and are counted only.
			if (outcome === "unchanged" || outcome === "closed_unknown") this.#counts[outcome] += 1;
			else this.#stage(outcome, line, school.name, school, { changes: [], ...detail });
		}
		await this.#write();
	}

	async #addGone(): Promise<void> {
		// why: any row whose URN cannot be read may be the school that seems to be missing.
		if (this.#reading.unidentified > 0) return;
		for (const laCode of this.#reading.authorities().present) {
			const listed = await readListedSchools(this.#context.database.client, [laCode]);
			for (const { id, urn, name, typeGroup, registerStatus, retiredAt } of listed) {
				if (this.#reading.has(urn) || !this.#reading.covers(laCode, typeGroup)) continue;
				const booked = this.#booked.has(id);
				if (registerStatus === "gone" && booked) continue;
				this.#stage("gone", 0, name, { urn }, { id, retires: retiredAt === null && !booked });
			}
		}
	}

	#addSuccessions(): void {
		for (const { line, predecessor, successor } of this.#successions.successions()) {
			const { urn, name } = predecessor;
			const detail = { urn, successorUrn: successor.urn, successorName: successor.name };
			this.#stage("successor", line, name, { urn }, detail);
		}
	}

	async #write(): Promise<void> {
		const staged = this.#staged;
		if (staged.length === 0) return;
		this.#staged = [];
		const { database } = this.#context;
		await database.transaction((tx) => insertImportRows(tx, this.#job.importId, staged));
	}
}
