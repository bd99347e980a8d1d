import type { Transaction } from "./database.ts";

/** Transactions that owed the post something; those that come to nothing are simply forgotten. */
const owing = new WeakSet<Transaction>();

/** Says that this transaction, once it stands, has given the post something to do. */
export function owesPost(tx: Transaction): void {
	owing.add(tx);
}

export interface Bell {
	/** Calls `listener` after each commit that owed the post something; returns how to stop it. */
	onOwed(listener: () => void): () => void;
	/** To be called once `tx` has been committed. */
	committed(tx: Transaction): void;
}

/** why a bell: an invite leaves as soon as its change stands, and not when somebody next looks. */
export function outboxBell(): Bell {
	const listeners = new Set<() => void>();
	return {
		onOwed(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		committed(tx) {
			if (owing.has(tx)) for (const listener of listeners) listener();
		},
	};
}
