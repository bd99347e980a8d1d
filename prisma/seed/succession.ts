import type { Transaction } from "#app/data/database.ts";
import { venueSearchText } from "#app/domain/venues/venue-search.ts";
import { identifiers, randomNamed } from "./random.ts";
import type { Register } from "./register.ts";
import { venueNamed } from "./venues.ts";

const CLOSED = "2025-03-31";
const OPENED = "2025-04-01";

/** A school became an academy under a new URN: what was delivered before counts for it. */
export async function writeSuccession(tx: Transaction, register: Register): Promise<void> {
	const opened = new Date(`${OPENED}T08:00:00Z`);
	const { id } = register.venue(venueNamed("Samphire Hill School"));
	const { searchText: _, ...before } = await tx.venue.findUniqueOrThrow({ where: { id } });
	const after = { ...before, urn: "900199", name: "Samphire Hill Academy" };
	const successorId = identifiers(randomNamed("succession"))(opened);
	await tx.venue.create({
		data: {
			...after,
			id: successorId,
			searchText: venueSearchText(after),
			openDate: OPENED,
			sensitivities: "",
		},
	});
	await tx.venue.update({
		where: { id },
		data: { successorId, registerStatus: "closed", closeDate: CLOSED, retiredAt: opened },
	});
}
