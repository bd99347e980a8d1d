import type { CommandContext } from "#app/commands/command-context.ts";
import type { Transaction } from "#app/data/database.ts";
import type { Prisma } from "#app/data/generated/sqlite/client.ts";
import { insertMany } from "#app/data/insert-many.ts";
import { type CloseOut, totalYoungPeople } from "#app/domain/sessions/close-out.ts";

/** Rows in the order in which one refers to another. */
export interface Rows {
	sessions: Prisma.SessionCreateManyInput[];
	yearGroups: Prisma.SessionYearGroupCreateManyInput[];
	assignments: Prisma.AssignmentCreateManyInput[];
	invites: (Prisma.InviteCreateManyInput & { told: unknown })[];
	messages: (Prisma.OutboxMessageCreateManyInput & { createdAt: Date })[];
	closeOuts: Prisma.CloseOutCreateManyInput[];
	headcounts: Prisma.HeadcountCreateManyInput[];
	followUps: Prisma.FollowUpCreateManyInput[];
	history: (Prisma.HistoryEntryCreateManyInput & { at: Date })[];
}

export function noRows(): Rows {
	return {
		sessions: [],
		yearGroups: [],
		assignments: [],
		invites: [],
		messages: [],
		closeOuts: [],
		headcounts: [],
		followUps: [],
		history: [],
	};
}

interface Closing {
	id: string;
	sessionId: string;
	closeOut: CloseOut;
	actor: CommandContext["actor"];
	at: Date;
}

/** The first and only revision of a close-out. */
export function closeOutRows(rows: Rows, { id, sessionId, closeOut, actor, at }: Closing): void {
	const row = {
		id,
		sessionId,
		revision: 1,
		current: true,
		recordedByName: actor.name,
		recordedAt: at,
		note: closeOut.note ?? "",
		correctionReason: null,
	};
	if (closeOut.outcome === "not_delivered") {
		const { outcome, reason } = closeOut;
		rows.closeOuts.push({ ...row, outcome, reason, counted: null, youngPeople: 0, adults: 0 });
		return;
	}
	const { outcome, counted, adults, headcounts, followUps } = closeOut;
	const youngPeople = totalYoungPeople(headcounts);
	rows.closeOuts.push({ ...row, outcome, reason: null, counted, adults, youngPeople });
	rows.headcounts.push(...headcounts.map((headcount) => ({ closeOutId: id, ...headcount })));
	rows.followUps.push(...followUps.map((followUp) => ({ closeOutId: id, ...followUp })));
}

/** Messages and history count up: they go in by the time at which they were written. */
export async function insertRows(tx: Transaction, rows: Rows): Promise<void> {
	const { sessions, yearGroups, assignments, closeOuts, headcounts, followUps } = rows;
	const invites = rows.invites.map(({ told: _, ...invite }) => invite);
	const messages = rows.messages.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
	const history = rows.history.toSorted((a, b) => a.at.getTime() - b.at.getTime());
	await insertMany(tx, "Session", sessions);
	await insertMany(tx, "SessionYearGroup", yearGroups);
	await insertMany(tx, "Assignment", assignments);
	await insertMany(tx, "Invite", invites);
	await insertMany(tx, "OutboxMessage", messages);
	await insertMany(tx, "CloseOut", closeOuts);
	await insertMany(tx, "Headcount", headcounts);
	await insertMany(tx, "FollowUp", followUps);
	await insertMany(tx, "HistoryEntry", history);
}
