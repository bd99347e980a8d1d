import type { Transaction } from "#app/data/database.ts";
import { addHistories, type NewHistoryEntry } from "#app/data/history.ts";
import { newId } from "#app/data/ids.ts";
import type { StagedRow } from "#app/data/imports.ts";
import {
	insertSchools,
	type KnownSchool,
	linkSuccessors,
	markGoneSchools,
	readKnownSchools,
	type SchoolWrite,
	updateSchools,
} from "#app/data/register-schools.ts";
import {
	type FieldChange,
	type RegisterOutcome,
	registerOutcome,
} from "#app/domain/imports/register-difference.ts";
import type { RegisterDetail, RegisterOptions } from "#app/domain/imports/register-file.ts";
import type { RegisterSchool } from "#app/domain/imports/register-row.ts";
import type { CommandContext } from "./command-context.ts";
import { correctCalendars } from "./correct-calendars.ts";

interface Given {
	options: RegisterOptions;
	/** Venues at which sessions are still to happen. */
	booked: ReadonlySet<string>;
	/** What history gives as the reason. */
	why: string;
}

interface Change {
	write: SchoolWrite;
	what: string;
	changes: FieldChange[];
}

/** What calendars show of a venue. */
const inCalendars = new Set(["Name", "Street", "Town", "Postcode"]);

/** Writes the rows of a dry run, a batch at a time, inside one transaction. */
export class RegisterWriter {
	readonly #tx: Transaction;
	readonly #context: CommandContext;
	readonly #given: Given;
	/** Owed to calendars that show another name or address now. */
	messages = 0;

	constructor(tx: Transaction, context: CommandContext, given: Given) {
		this.#tx = tx;
		this.#context = context;
		this.#given = given;
	}

	async schools(rows: readonly StagedRow[]): Promise<void> {
		const schools = rows.map(({ cells }) => cells as RegisterSchool);
		const known = await this.#known(schools.map(({ urn }) => urn));
		const added: SchoolWrite[] = [];
		const changed: Change[] = [];
		for (const school of schools) {
			const standing = known.get(school.urn) ?? null;
			const result = registerOutcome(standing, school, this.#given.options);
			if (result.outcome === "new") added.push(this.#newSchool(school));
			else if (standing && "changes" in result)
				changed.push(this.#change(standing, school, result));
		}
		await insertSchools(this.#tx, added);
		await this.#update(changed);
		await this.#note([
			...added.map(({ id }) => ({ id, what: "Added from the register", changes: [] })),
			...changed.map(({ write, what, changes }) => ({ id: write.id, what, changes })),
		]);
	}

	async gone(rows: readonly StagedRow[]): Promise<void> {
		const known = await this.#known(rows.map(({ cells }) => (cells as { urn: string }).urn));
		const marked = [...known.values()].map((school) => ({
			id: school.id,
			retiredAt: school.retiredAt ?? (school.booked ? null : this.#context.now),
			retires: school.retiredAt === null && !school.booked,
		}));
		await markGoneSchools(this.#tx, this.#context.database.engine, marked);
		await this.#note(
			marked.map(({ id, retires }) => ({
				id,
				what: retires ? "No longer in the register: retired" : "No longer in the register",
				changes: [],
			})),
		);
	}

	async successors(rows: readonly StagedRow[]): Promise<void> {
		const details = rows.map(({ detail }) => detail as Extract<RegisterDetail, { urn: string }>);
		const known = await this.#known(
			details.flatMap(({ urn, successorUrn }) => [urn, successorUrn]),
		);
		const links = details.flatMap(({ urn, successorUrn }) => {
			const [before, after] = [known.get(urn), known.get(successorUrn)];
			if (!before || !after || before.successorId === after.id) return [];
			return [{ id: before.id, successorId: after.id, before, after }];
		});
		await linkSuccessors(this.#tx, this.#context.database.engine, links);
		await this.#note(
			links.flatMap(({ before, after }) => [
				{
					id: before.id,
					what: "Successor found in the register",
					changes: [{ label: "Became", from: null, to: `${after.name} (${after.urn})` }],
				},
				{
					id: after.id,
					what: "Predecessor found in the register",
					changes: [{ label: "Was before", from: null, to: `${before.name} (${before.urn})` }],
				},
			]),
		);
	}

	#known(urns: readonly string[]): Promise<Map<string, KnownSchool>> {
		const { engine } = this.#context.database;
		return readKnownSchools(this.#tx, engine, urns, this.#given.booked);
	}

	#newSchool(school: RegisterSchool): SchoolWrite {
		const closed = school.registerStatus === "closed";
		const { now } = this.#context;
		return { id: newId(now), school, retiredAt: closed ? now : null };
	}

	#change(standing: KnownSchool, school: RegisterSchool, result: RegisterOutcome): Change {
		const changes = "changes" in result ? result.changes : [];
		const { id, retiredAt } = standing;
		if (result.outcome === "reopened") {
			const write = { id, school, retiredAt: null };
			return { write, what: "Open again in the register", changes };
		}
		if (result.outcome !== "closed") {
			return { write: { id, school, retiredAt }, what: "Changed in the register", changes };
		}
		const write = { id, school, retiredAt: result.retires ? this.#context.now : retiredAt };
		const what = result.retires ? "Closed in the register: retired" : "Closed in the register";
		return { write, what, changes };
	}

	/** why apart: a name or address that calendars show owes each of them a correction. */
	async #update(changed: readonly Change[]): Promise<void> {
		const { engine } = this.#context.database;
		const shown = changed.filter(({ write, changes }) => {
			const touched = changes.some(({ label }) => inCalendars.has(label));
			return touched && this.#given.booked.has(write.id);
		});
		const others = changed.filter((change) => !shown.includes(change));
		await updateSchools(
			this.#tx,
			engine,
			others.map(({ write }) => write),
		);
		for (const { write, changes } of shown) {
			const change = () => updateSchools(this.#tx, engine, [write]);
			const corrected = await correctCalendars(this.#tx, this.#context, change, {
				of: { venueId: write.id },
				what: "Venue's name or address changed in the register",
				changes: changes.filter(({ label }) => inCalendars.has(label)),
			});
			this.messages += corrected.messages;
		}
	}

	async #note(entries: readonly { id: string; what: string; changes: FieldChange[] }[]) {
		const { actor, now } = this.#context;
		const written = entries.map(
			({ id, what, changes }): NewHistoryEntry => ({
				at: now,
				actorId: actor.userId,
				actorName: actor.name,
				subject: "venue",
				subjectId: id,
				what,
				changes,
				why: this.#given.why,
			}),
		);
		await addHistories(this.#tx, written);
	}
}
