import { z } from "zod";

/** Partner services young people are passed on to after a session; only counts are ever kept. */
export const followUpLabels = {
	drugs: "Drugs",
	alcohol: "Alcohol",
	mental_health: "Mental health",
	housing: "Housing",
	social_care: "Children's social care and early help",
	modern_slavery: "Modern slavery (NRM)",
	criminal_exploitation: "Child criminal exploitation and gangs",
	sexual_exploitation: "Sexual exploitation",
	domestic_abuse: "Domestic abuse",
	victim_support: "Victim support",
	firesetter: "Firesetter intervention",
	other: "Other",
} as const;

export type FollowUpKind = keyof typeof followUpLabels;

export const followUpKinds = Object.keys(followUpLabels) as [FollowUpKind, ...FollowUpKind[]];

export const followUpKind = z.enum(followUpKinds, { error: "Choose a kind of follow-up" });
