import { endpoints, everywhere } from "#app/domain/api/endpoints.ts";
import { openApiDocument } from "#app/domain/api/openapi.ts";
import { problemStatus } from "#app/domain/api/problem.ts";
import {
	type JsonSchema,
	type ShapeWords,
	shapesOf,
	typeWords,
} from "#app/domain/api/schema-words.ts";

export interface CallView {
	id: string;
	method: string;
	path: string;
	summary: string;
	parameters: { name: string; about: string }[];
	body: ShapeWords[];
	/** "201: Session". */
	answer: string;
	/** Why it may be refused, beside what may refuse every call: "409 room_busy". */
	refusals: string[];
}

/** The document that programs read, as a page shows it: one source, so that they cannot disagree. */
export function docsView(appUrl: string) {
	const document = openApiDocument(appUrl);
	const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) =>
			callView(method, path, operation as Operation),
		),
	);
	const shapes = Object.entries(document.components.schemas).map(([name, schema]) => ({
		name,
		shapes: shapesOf(schema),
	}));
	const always = everywhere.map((code) => `${problemStatus[code]} ${code}`);
	return { always, server: `${appUrl}/api/v1`, calls, shapes };
}

interface Operation {
	operationId: string;
	summary: string;
	parameters?: { name: string; in: string; description: string }[];
	requestBody?: { content: { "application/json": { schema: JsonSchema } } };
	responses: Record<
		string,
		{ description: string; content?: Record<string, { schema: JsonSchema }> }
	>;
}

function callView(method: string, path: string, operation: Operation): CallView {
	const { operationId, summary, parameters = [], requestBody, responses } = operation;
	return {
		id: operationId,
		method: method.toUpperCase(),
		path,
		summary,
		parameters: parameters.map(({ name, description, in: place }) => ({
			name: place === "header" ? `${name} (header)` : name,
			about: description,
		})),
		body: requestBody ? shapesOf(requestBody.content["application/json"].schema) : [],
		answer: Object.entries(responses)
			.filter(([status]) => status.startsWith("2"))
			.map(([status, { content }]) => `${status}: ${answerWords(content)}`)
			.join(", "),
		refusals: endpoints
			.filter((endpoint) => endpoint.operationId === operationId)
			.flatMap(({ problems }) => problems.map((code) => `${problemStatus[code]} ${code}`)),
	};
}

function answerWords(content: Record<string, { schema: JsonSchema }> | undefined): string {
	const schema = content?.["application/json"]?.schema ?? {};
	const items = schema.properties?.items;
	return items ? `a page, its items a ${typeWords(items)}` : typeWords(schema);
}
