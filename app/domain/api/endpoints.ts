import type { z } from "zod";
import { groupings } from "#app/domain/reach/groupings.ts";
import {
	bookBody,
	cancelBody,
	closeOutBody,
	confirmBody,
	moveBody,
	requestBody,
} from "./inputs.ts";
import type { ProblemCode } from "./problem.ts";
import {
	pageOf,
	personShape,
	programmeShape,
	reachShape,
	requestShape,
	sessionShape,
	venueShape,
} from "./shapes.ts";

/** One call, from which its place in the document and on the page is made. */
export interface Endpoint {
	method: "get" | "post";
	/** Under /api/v1, parameters in braces. */
	path: string;
	operationId: string;
	summary: string;
	query?: readonly Parameter[];
	body?: z.ZodType;
	/** What a reader would not guess of the body's fields, by name. */
	about?: Readonly<Record<string, string>>;
	answers: Readonly<Record<number, z.ZodType>>;
	problems: readonly ProblemCode[];
}

interface Parameter {
	name: string;
	description: string;
	type?: "string" | "integer";
}

/** Of every call but this document. */
export const everywhere: readonly ProblemCode[] = [
	"unauthorized",
	"forbidden",
	"too_many_requests",
];
const onBody: readonly ProblemCode[] = [
	"malformed_json",
	"idempotency_key_reused",
	"body_too_large",
	"unsupported_media_type",
	"invalid_input",
];
const onChange: readonly ProblemCode[] = [
	...onBody,
	"not_found",
	"stale_version",
	"illegal_transition",
];
const onClash: readonly ProblemCode[] = ["facilitator_busy", "room_busy", "nonexistent_local_time"];

const paging: readonly Parameter[] = [
	{ name: "limit", description: "How many at once: 1 to 200, usually 50", type: "integer" },
	{ name: "cursor", description: "nextCursor of the page before" },
];

const filters: readonly Parameter[] = [
	{ name: "from", description: "First local date, YYYY-MM-DD" },
	{ name: "to", description: "Last local date, YYYY-MM-DD" },
	{
		name: "status",
		description:
			"provisional, confirmed, awaiting_close_out, delivered, cancelled or not_delivered",
	},
	{ name: "team", description: "Id, prefix or name" },
	{ name: "theme", description: "Id or name" },
	{ name: "programme", description: "Id, slug or name" },
	{ name: "district", description: "GSS code or name" },
	{ name: "venue", description: "Id, URN or name" },
	{ name: "agency", description: "Id or name" },
	{ name: "year_group", description: "Such as Y8" },
];

const timeAbout = {
	startsAt: "Wall-clock time, YYYY-MM-DDTHH:mm",
	endsAt: "Wall-clock time; or send durationMinutes, or neither for the programme’s length",
	durationMinutes: "Instead of endsAt",
	overrides: "Warnings gone ahead with, each with a reason that is kept",
};

/** Every call there is, in the order of the page that shows them. */
export const endpoints: readonly Endpoint[] = [
	{
		method: "get",
		path: "/sessions",
		operationId: "listSessions",
		summary: "Sessions in order of time",
		query: [...filters, ...paging],
		answers: { 200: pageOf(sessionShape) },
		problems: ["invalid_input"],
	},
	{
		method: "post",
		path: "/sessions",
		operationId: "bookSession",
		summary: "Book a session",
		body: bookBody,
		about: {
			programme: "Id or slug",
			venue: "Id or URN",
			team: "Id",
			...timeAbout,
			yearGroups: "Such as Y8; R for Reception, Mixed where they are not known",
			facilitators: "Ids of people; the first leads",
			contacts: "Ids of the venue’s contacts, who get invites",
			notes: "For the team only: never sent",
			provisional: "Not confirmed yet: calendars show it as tentative",
		},
		answers: { 201: sessionShape },
		problems: [...onBody, ...onClash],
	},
	{
		method: "get",
		path: "/sessions/{ref}",
		operationId: "getSession",
		summary: "One session",
		answers: { 200: sessionShape },
		problems: ["not_found"],
	},
	{
		method: "post",
		path: "/sessions/{ref}/move",
		operationId: "moveSession",
		summary: "Give a session another time or room",
		body: moveBody,
		about: timeAbout,
		answers: { 200: sessionShape },
		problems: [...onChange, ...onClash],
	},
	{
		method: "post",
		path: "/sessions/{ref}/confirm",
		operationId: "confirmSession",
		summary: "Confirm a provisional session",
		body: confirmBody,
		answers: { 200: sessionShape },
		problems: onChange,
	},
	{
		method: "post",
		path: "/sessions/{ref}/cancel",
		operationId: "cancelSession",
		summary: "Cancel a session, with a reason",
		body: cancelBody,
		answers: { 200: sessionShape },
		problems: onChange,
	},
	{
		method: "post",
		path: "/sessions/{ref}/close-out",
		operationId: "closeOutSession",
		summary: "Record what happened",
		body: closeOutBody,
		answers: { 200: sessionShape },
		problems: [...onChange, "not_started"],
	},
	{
		method: "get",
		path: "/requests",
		operationId: "listRequests",
		summary: "What schools ask for, in the order in which it came",
		query: [
			{
				name: "status",
				description:
					"waiting, agreed, offered, waiting_list, accepted, declined or withdrawn; several with commas",
			},
			...paging,
		],
		answers: { 200: pageOf(requestShape) },
		problems: ["invalid_input"],
	},
	{
		method: "post",
		path: "/requests",
		operationId: "askForSessions",
		summary: "Take down what a school asks for, its address counted as confirmed",
		body: requestBody,
		about: {
			venue: "Id or URN of an open school; or send venueName",
			venueName: "For a school that is not in the register",
			programmes: "Ids or slugs",
			preferredDates: "Up to three, the first first; periods in words, such as period 3",
			contactEmail: "Is told what becomes of the request",
			staffStays: "Must be true",
			dslKnows: "Whether the Designated Safeguarding Lead knows",
		},
		answers: { 201: requestShape },
		problems: onBody,
	},
	{
		method: "get",
		path: "/programmes",
		operationId: "listProgrammes",
		summary: "Programmes in use",
		answers: { 200: pageOf(programmeShape) },
		problems: [],
	},
	{
		method: "get",
		path: "/people",
		operationId: "listPeople",
		summary: "People who deliver",
		answers: { 200: pageOf(personShape) },
		problems: [],
	},
	{
		method: "get",
		path: "/venues",
		operationId: "listVenues",
		summary: "Venues, found by part of name, town, postcode or URN",
		query: [{ name: "q", description: "What to search for" }, ...paging],
		answers: { 200: pageOf(venueShape) },
		problems: ["invalid_input"],
	},
	{
		method: "get",
		path: "/reach",
		operationId: "getReach",
		summary: "Figures of delivered sessions, in total and split",
		query: [
			...filters.filter(({ name }) => name !== "status"),
			{ name: "by", description: `What to split by: ${groupings.join(", ")}` },
		],
		answers: { 200: reachShape },
		problems: ["invalid_input"],
	},
];
