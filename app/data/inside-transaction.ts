import type { Database, Transaction } from "./database.ts";
import type { Engine } from "./engine.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";

/**
 * A database whose every transaction is a part of one that is open already: what many commands
 * write stands together or not at all, at the price of one commit.
 *
 * For work that is known to meet no clash, like filling an empty database. why: a command that
 * throws inside has not undone its own half, and on PostgreSQL the whole is lost with it; whoever
 * opened the outer transaction must let the error through.
 */
export function insideTransaction(tx: Transaction, engine: Engine): Database {
	return {
		engine,
		// why the cast: the client of a transaction lacks only what opens, closes and listens.
		client: tx as PrismaClient,
		transaction: (work) => work(tx),
		// why silent: whoever opened the outer transaction has the bell that rings when it stands.
		onOwed: () => () => {},
		ping: async () => void (await tx.$queryRaw`SELECT 1`),
		close: async () => {},
	};
}
