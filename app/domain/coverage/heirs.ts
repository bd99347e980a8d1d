interface Followed {
	id: string;
	successorId: string | null;
}

/**
 * Whose history a venue's is: its own and that of every school it became, one after another. Several
 * may become one. A chain that comes back to itself, which no register should hold, ends there.
 * @returns by the id of each venue that was followed; for all others it is the venue alone
 */
export function heirsOf(venues: Iterable<Followed>): (venueId: string) => readonly string[] {
	const next = new Map<string, string>();
	for (const { id, successorId } of venues) if (successorId !== null) next.set(id, successorId);
	return (venueId) => {
		const chain = new Set<string>();
		for (let at: string | undefined = venueId; at !== undefined && !chain.has(at); ) {
			chain.add(at);
			at = next.get(at);
		}
		return [...chain];
	};
}
