import { ThemeLines } from "#app/routes/coverage/list-cells.tsx";
import { Section } from "#app/ui/section.tsx";
import type { VenueGaps } from "./venue-gaps.ts";

/** Which year groups had what lately, and the way to book what they did not. */
export function GapsSection({ gaps, school }: { gaps: VenueGaps; school: string }) {
	return (
		<Section title={`Who had what ${gaps.since}`}>
			<ThemeLines themes={gaps.themes} school={school} />
		</Section>
	);
}
