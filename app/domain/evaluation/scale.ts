/** How teachers answer, the strongest agreement first. */
export const scale = [
	{ score: 5, label: "Strongly agree" },
	{ score: 4, label: "Agree" },
	{ score: 3, label: "Neither" },
	{ score: 2, label: "Disagree" },
	{ score: 1, label: "Strongly disagree" },
] as const;
