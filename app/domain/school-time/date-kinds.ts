export const schoolDateKinds = ["term", "half_term", "inset", "exams"] as const;
export type SchoolDateKind = (typeof schoolDateKinds)[number];

export const schoolDateKindLabels: Record<SchoolDateKind, string> = {
	term: "Term",
	half_term: "Half-term",
	inset: "INSET",
	exams: "Exams",
};
