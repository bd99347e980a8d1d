export const declineReasons = [
	"no_capacity",
	"too_little_notice",
	"not_suitable",
	"outside_area",
	"already_had",
	"other",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** As the school reads it, after "because". */
export const declineReasonWords: Record<DeclineReason, string> = {
	no_capacity: "nobody of the team is free for it",
	too_little_notice: "there is too little time before the dates you gave",
	not_suitable: "the programme does not suit the group you described",
	outside_area: "your school is outside the area the team works in",
	already_had: "these young people have had this programme already",
	other: "it cannot be arranged this time",
};

/** As the coordinator chooses it. */
export const declineReasonLabels: Record<DeclineReason, string> = {
	no_capacity: "Nobody is free",
	too_little_notice: "Too little notice",
	not_suitable: "Does not suit the group",
	outside_area: "Outside our area",
	already_had: "They have had it already",
	other: "Something else",
};
