export const absenceKinds = ["leave", "training", "sick", "other"] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** How somebody is spoken of who is away: "is on leave". */
export const absenceWords: Record<AbsenceKind, string> = {
	leave: "on leave",
	training: "at training",
	sick: "off sick",
	other: "away",
};
