import { searchWords } from "#app/domain/venues/venue-search.ts";
import type { RequestStatus } from "./request-status.ts";

/** The parts of the queue, as its tabs show them. */
export const requestParts = {
	answer: { label: "To answer", statuses: ["waiting", "agreed"] },
	offered: { label: "With the school", statuses: ["offered"] },
	waiting_list: { label: "Waiting list", statuses: ["waiting_list"] },
	ended: { label: "Ended", statuses: ["accepted", "declined", "withdrawn"] },
} as const satisfies Record<string, { label: string; statuses: readonly RequestStatus[] }>;

export type RequestPart = keyof typeof requestParts;

export const requestSorts = {
	age: "Oldest first",
	notice: "Least notice first",
	priority: "Priority first",
} as const;
export type RequestSort = keyof typeof requestSorts;

/** What part of the queue an address asks for, and in which order. */
export interface RequestFilter {
	part: RequestPart;
	/** Ids; empty for any. */
	programme: string;
	district: string;
	/** What was typed, and its words as they are compared. */
	q: string;
	terms: string[];
	sort: RequestSort;
}

const MAX_TYPED = 200;
const MAX_TERMS = 8;
const code = /^[\w.:-]{1,100}$/;

/** Whatever an address holds: what means nothing is left out. */
export function parseRequestFilter(query: URLSearchParams): RequestFilter {
	const q = (query.get("q") ?? "").slice(0, MAX_TYPED);
	const terms = [...new Set(searchWords(q).split(" "))].filter((term) => term !== "");
	return {
		part: keyIn(requestParts, query.get("part")) ?? "answer",
		programme: codeOf(query.get("programme")),
		district: codeOf(query.get("district")),
		q,
		terms: terms.slice(0, MAX_TERMS),
		sort: keyIn(requestSorts, query.get("sort")) ?? "age",
	};
}

function keyIn<Known extends object>(known: Known, typed: string | null): keyof Known | null {
	return typed !== null && Object.hasOwn(known, typed) ? (typed as keyof Known) : null;
}

function codeOf(typed: string | null): string {
	return typed !== null && code.test(typed) ? typed : "";
}

/** The address of a filter under a path, defaults left out. */
export function requestsHref(
	path: string,
	filter: Partial<RequestFilter>,
	more: Record<string, string> = {},
): string {
	const { part, programme, district, q, sort } = filter;
	const query = new URLSearchParams({
		...(part && part !== "answer" && { part }),
		...(programme && { programme }),
		...(district && { district }),
		...(q && { q }),
		...(sort && sort !== "age" && { sort }),
		...more,
	});
	return query.size === 0 ? path : `${path}?${query}`;
}
