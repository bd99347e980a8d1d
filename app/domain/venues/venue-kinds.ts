export const venueKindLabels = {
	school: "School",
	college: "College",
	alternative_provision: "Alternative provision",
	youth_club: "Youth club",
	other: "Other place",
} as const;

export type VenueKind = keyof typeof venueKindLabels;

export const venueKinds = Object.keys(venueKindLabels) as [VenueKind, ...VenueKind[]];

/** The register's phases of education, by their names there; a place without one has none. */
export const phaseLabels = {
	nursery: "Nursery",
	primary: "Primary",
	middle_primary: "Middle deemed primary",
	secondary: "Secondary",
	middle_secondary: "Middle deemed secondary",
	all_through: "All-through",
	sixteen_plus: "16 plus",
} as const;

export type Phase = keyof typeof phaseLabels;

export const phases = Object.keys(phaseLabels) as [Phase, ...Phase[]];

/** The word for a stored code; a code from before this list is shown as it is. */
export function venueKindLabel(kind: string): string {
	return (venueKindLabels as Record<string, string>)[kind] ?? kind;
}

/** The word for a stored phase; "" for none. */
export function phaseLabel(phase: string | null): string {
	return phase === null ? "" : ((phaseLabels as Record<string, string>)[phase] ?? phase);
}

/** The rooms of a venue as they are typed, one a line, each once. */
export function roomsOf(text: string): string[] {
	const rooms = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
	return [...new Set(rooms.filter((room) => room !== ""))];
}
