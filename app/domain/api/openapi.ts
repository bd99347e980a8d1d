import { z } from "zod";
import { groupings } from "#app/domain/reach/groupings.ts";
import {
	bookBody,
	cancelBody,
	closeOutBody,
	confirmBody,
	moveBody,
	requestBody,
} from "./inputs.ts";
import { type ProblemCode, problemStatus } from "./problem.ts";
import {
	pageOf,
	personShape,
	problemShape,
	programmeShape,
	reachShape,
	requestShape,
	sessionEventShape,
	sessionShape,
	venueShape,
} from "./shapes.ts";
import { sessionEvents, sessionEventTypes } from "./webhook-input.ts";

interface Endpoint {
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

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12, which zod writes. */
export function openApiDocument(appUrl: string) {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const endpoint of endpoints) {
		paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Termtime",
			version: "1",
			description: "Sessions, the register and reach. A token acts with its owner's permissions.",
		},
		servers: [{ url: `${appUrl}/api/v1` }],
		security: [{ bearer: [] }],
		paths,
		webhooks: webhooks(),
		components: {
			schemas: namedSchemas(),
			securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
		},
	};
}

/** What is posted to other systems, by what happened. */
function webhooks() {
	return Object.fromEntries(
		sessionEventTypes.map((type) => [
			type,
			{
				post: {
					summary: sessionEvents[type],
					description:
						"Signed as Standard Webhooks says (headers webhook-id, webhook-timestamp and webhook-signature). Answer 2xx; anything else is tried again for days, but for 410, which ends it.",
					requestBody: { required: true, content: content(sessionEventShape, "output") },
					responses: { "2XX": { description: "Taken" } },
				},
			},
		]),
	);
}

function operation(endpoint: Endpoint) {
	const { operationId, summary, path, query = [], body, about, answers, problems } = endpoint;
	const parameters = [
		...(path.includes("{ref}") ? [inPath()] : []),
		...query.map(({ name, description, type = "string" }) => ({
			name,
			in: "query",
			description,
			schema: { type },
		})),
		...(body ? [idempotencyKey()] : []),
	];
	return {
		operationId,
		summary,
		...(parameters.length > 0 && { parameters }),
		...(body && { requestBody: { required: true, content: content(body, "input", about) } }),
		responses: {
			...Object.fromEntries(
				Object.entries(answers).map(([status, shape]) => [
					status,
					{ description: "Done", content: content(shape, "output") },
				]),
			),
			...problemAnswers([...everywhere, ...problems]),
		},
	};
}

function inPath() {
	const schema = { type: "string" };
	return { name: "ref", in: "path", required: true, description: "Such as JET-2027-0014", schema };
}

function idempotencyKey() {
	return {
		name: "Idempotency-Key",
		in: "header",
		description: "A repeat with the same key gets the first answer",
		schema: { type: "string", maxLength: 200 },
	};
}

function content(schema: z.ZodType, io: "input" | "output", about: Endpoint["about"] = {}) {
	const made = jsonSchema(schema, io);
	for (const [name, description] of Object.entries(about)) {
		const property = (made.properties as Record<string, JsonSchema> | undefined)?.[name];
		if (property) property.description = description;
	}
	return { "application/json": { schema: made } };
}

type JsonSchema = Record<string, unknown>;

/** A schema in the document's own terms: what has a name stands once, under components. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
	const { $schema: _, $defs: _named, ...made } = written(schema, io);
	return pointed(made);
}

function written(schema: z.ZodType, io: "input" | "output"): JsonSchema {
	return z.toJSONSchema(schema, { io, target: "draft-2020-12", unrepresentable: "any" });
}

function pointed<Value>(value: Value): Value {
	const text = JSON.stringify(value).replaceAll("#/$defs/", "#/components/schemas/");
	return JSON.parse(text);
}

/** Every schema with a name that any answer uses. */
function namedSchemas(): Record<string, JsonSchema> {
	const answers = endpoints.flatMap((endpoint) => Object.values(endpoint.answers));
	const all = [...answers, sessionEventShape, problemShape].map(
		(shape) => written(shape, "output").$defs ?? {},
	);
	const defs: Record<string, JsonSchema> = Object.assign({}, ...all);
	const problemSchema = written(problemShape, "output");
	const { $schema: _, ...own } = problemSchema;
	return pointed({ ...defs, ...("$ref" in own ? {} : { Problem: own }) });
}

function problemAnswers(codes: readonly ProblemCode[]) {
	const byStatus = new Map<number, ProblemCode[]>();
	for (const code of codes) {
		const status = problemStatus[code];
		byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
	}
	const schema = { $ref: "#/components/schemas/Problem" };
	return Object.fromEntries(
		[...byStatus].map(([status, meant]) => [
			status,
			{
				description: `Refused: ${meant.join(", ")}`,
				content: { "application/problem+json": { schema } },
			},
		]),
	);
}
