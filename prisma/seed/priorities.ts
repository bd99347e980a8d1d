import { markVenuePriority } from "#app/commands/mark-venue-priority.ts";
import type { Database } from "#app/data/database.ts";
import { venueNamed } from "./venues.ts";
import type { DemoWorld } from "./world.ts";

const marked = [
	["Tern Quay Pupil Referral Unit", "Named in the district's violence reduction plan"],
	["Jaywick Sands View Primary School", "The partnership's chair asked for it"],
] as const;

/** Schools to which the coordinator wants to go first. */
export async function markPriorities(database: Database, world: DemoWorld): Promise<void> {
	const { register, deployment, settings, coordinator: actor } = world;
	const now = new Date("2024-01-10T10:30:00Z");
	for (const [name, reason] of marked) {
		const { id } = register.venue(venueNamed(name));
		await markVenuePriority({ database, deployment, settings, now, actor }, id, { reason });
	}
}
