/**
 * Lets everything else that waits have its turn. why: on SQLite nothing that a transaction does
 * waits for the event loop, and a long one would answer no request until it is over.
 */
export function breathe(): Promise<void> {
	return new Promise((resolve) => {
		setImmediate(resolve);
	});
}
