export const requestStatuses = [
	"unconfirmed",
	"waiting",
	"offered",
	"agreed",
	"waiting_list",
	"accepted",
	"declined",
	"withdrawn",
] as const;

/**
 * Where a school's request stands. Unconfirmed: its address has not answered the one mail it gets,
 * and nobody is shown it. Agreed: the school took the date that was offered, which is still to be
 * booked. Accepted, declined and withdrawn are the end.
 */
export type RequestStatus = (typeof requestStatuses)[number];

export const requestStatusLabels: Record<RequestStatus, string> = {
	unconfirmed: "Address not confirmed",
	waiting: "Waiting for an answer",
	offered: "Another date offered",
	agreed: "Date agreed: book it",
	waiting_list: "On the waiting list",
	accepted: "Booked",
	declined: "Declined",
	withdrawn: "Withdrawn by the school",
};

/** The database holds to the same list, by a trigger. */
const transitions: Record<RequestStatus, readonly RequestStatus[]> = {
	unconfirmed: ["waiting"],
	waiting: ["offered", "waiting_list", "accepted", "declined", "withdrawn"],
	offered: ["offered", "agreed", "waiting", "waiting_list", "accepted", "declined", "withdrawn"],
	agreed: ["offered", "waiting_list", "accepted", "declined", "withdrawn"],
	waiting_list: ["offered", "accepted", "declined", "withdrawn"],
	accepted: [],
	declined: [],
	withdrawn: [],
};

/** Offering once more, another date, is the one step that leads to where it began. */
export function canBecome(from: RequestStatus, to: RequestStatus): boolean {
	return transitions[from].includes(to);
}

/** Those that the coordinator is to do something about now. */
export const needsAnswer: readonly RequestStatus[] = ["waiting", "agreed"];

/** Those that may still come to something. */
export const openStatuses: readonly RequestStatus[] = [
	"waiting",
	"agreed",
	"offered",
	"waiting_list",
];

export function isOpen(status: RequestStatus): boolean {
	return openStatuses.includes(status);
}
