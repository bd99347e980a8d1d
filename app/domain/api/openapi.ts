import { z } from "zod";
import { type Endpoint, endpoints, everywhere } from "./endpoints.ts";
import { type ProblemCode, problemStatus } from "./problem.ts";
import { problemShape, sessionEventShape } from "./shapes.ts";
import { sessionEvents, sessionEventTypes } from "./webhook-input.ts";

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
