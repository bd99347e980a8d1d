import { adapterFor, type Engine, engineOf } from "./engine.ts";
import { PrismaClient as PostgresqlClient } from "./generated/postgresql/client.ts";
import { type Prisma, PrismaClient } from "./generated/sqlite/client.ts";
import { outboxBell } from "./outbox-bell.ts";
import { isWorthRetrying } from "./refusals.ts";
import { turns } from "./turns.ts";

/** What queries take: the database, or the transaction they are part of. */
export type Reader = Prisma.TransactionClient;

/** The inside of `transaction`: reads see its own writes, and all of it happens or none. */
export type Transaction = Prisma.TransactionClient & { readonly __transaction?: true };

export interface Database {
	engine: Engine;
	/** For reads and single writes. On SQLite reads never wait and never see unfinished work. */
	client: PrismaClient;
	/**
	 * Runs `work` in one transaction; whatever it throws undoes all of it.
	 * @param timeout milliseconds after which it is undone, for work that is long by its nature
	 */
	transaction<T>(work: (tx: Transaction) => Promise<T>, timeout?: number): Promise<T>;
	/** Calls back after each commit that owed the post something; returns how to stop it. */
	onOwed(listener: () => void): () => void;
	/** Rejects when the database does not answer. */
	ping(): Promise<void>;
	close(): Promise<void>;
}

/** How often a transaction that lost to another one is tried again before its error is passed on. */
const TRIES = 4;
const LIMITS = { maxWait: 20_000, timeout: 30_000 };

/** Opens a migrated database. The address decides the engine; both have the SQLite client's type. */
export function openDatabase(url: string): Database {
	return withBell(engineOf(url) === "sqlite" ? openSqlite(url) : openPostgresql(url));
}

type Silent = Omit<Database, "onOwed">;

function withBell(database: Silent): Database {
	const { onOwed, committed } = outboxBell();
	return {
		...database,
		onOwed,
		async transaction(work, timeout) {
			let last: Transaction | undefined;
			const result = await database.transaction((tx) => {
				last = tx;
				return work(tx);
			}, timeout);
			if (last) committed(last);
			return result;
		},
	};
}

/**
 * why two connections: one connection that has a transaction open would run everybody else's
 * queries inside it. Writers take turns before they reach SQLite, so that none waits in its
 * blocking lock and stops the process.
 */
function openSqlite(url: string): Silent {
	const writer = new PrismaClient({ adapter: adapterFor(url) });
	const reader = new PrismaClient({ adapter: adapterFor(url) });
	const inTurn = turns();
	const client = reader.$extends({
		query: {
			$allOperations({ model, operation, args, query }) {
				if (isRead(operation)) return query(args);
				// biome-ignore lint/suspicious/noExplicitAny: the model and operation are known only now
				const target: any = model ? writer[lowerFirst(model) as never] : writer;
				return inTurn(() => target[operation](...(model ? [args] : [args].flat())));
			},
		},
	}) as unknown as PrismaClient;
	return {
		engine: "sqlite",
		client,
		transaction: (work, timeout = LIMITS.timeout) =>
			inTurn(() =>
				retrying(() =>
					writer.$transaction(
						async (tx) => {
							// why: a transaction that first reads cannot become a writer once another process
							// has written; one that starts by a write holds the lock from the start.
							await tx.$executeRaw`DELETE FROM "Setting" WHERE 0`;
							return work(tx);
						},
						{ ...LIMITS, timeout },
					),
				),
			),
		ping: async () => void (await reader.$queryRaw`SELECT 1`),
		close: async () => void (await Promise.all([writer.$disconnect(), reader.$disconnect()])),
	};
}

function openPostgresql(url: string): Silent {
	// why the cast: both clients come from one schema, and the app is typed by the narrower one.
	const client = new PostgresqlClient({
		adapter: adapterFor(url),
	}) as unknown as PrismaClient;
	return {
		engine: "postgresql",
		client,
		transaction: (work, timeout = LIMITS.timeout) =>
			retrying(() => client.$transaction(work, { ...LIMITS, timeout })),
		ping: async () => void (await client.$queryRaw`SELECT 1`),
		close: () => client.$disconnect(),
	};
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
	for (let left = TRIES; ; left -= 1) {
		try {
			return await work();
		} catch (error) {
			if (left <= 1 || !isWorthRetrying(error)) throw error;
		}
	}
}

function isRead(operation: string): boolean {
	return /^(find|count|aggregate|groupBy|\$queryRaw)/.test(operation);
}

function lowerFirst(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}
