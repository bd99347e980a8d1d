/** JSON Schema as people read it: for the page that shows the API. */

export interface JsonSchema {
	type?: string | string[];
	properties?: Record<string, JsonSchema>;
	required?: readonly string[];
	items?: JsonSchema;
	enum?: readonly unknown[];
	const?: unknown;
	anyOf?: readonly JsonSchema[];
	oneOf?: readonly JsonSchema[];
	allOf?: readonly JsonSchema[];
	format?: string;
	description?: string;
	$ref?: string;
}

export interface FieldWords {
	/** With what it is inside of: "headcounts.yearGroup". */
	name: string;
	/** "text, or nothing", "list of text". */
	type: string;
	required: boolean;
	about: string;
}

export interface ShapeWords {
	/** Which of several forms this is: "outcome: delivered"; empty where there is one. */
	form: string;
	fields: FieldWords[];
}

/** The forms that an object may take, one unless it says which by a field, each with its fields. */
export function shapesOf(schema: JsonSchema): ShapeWords[] {
	return (schema.oneOf ?? [schema]).map((form) => ({
		form: Object.entries(form.properties ?? {})
			.flatMap(([name, { const: only }]) => (only === undefined ? [] : [`${name}: ${only}`]))
			.join(", "),
		fields: fieldsOf(form, ""),
	}));
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema, inside: string): FieldWords[] {
	return Object.entries(properties).flatMap(([key, schema]) => {
		const name = `${inside}${key}`;
		const field = {
			name,
			type: typeWords(schema),
			required: required.includes(key),
			about: schema.description ?? "",
		};
		return [field, ...fieldsOf(innermost(schema), `${name}.`)];
	});
}

/** What stands inside of a list or beside "nothing". */
function innermost(schema: JsonSchema): JsonSchema {
	const inner = schema.items ?? schema.anyOf?.find((one) => one.properties ?? one.items);
	return inner ? innermost(inner) : schema;
}

/** In words, "nothing" for null, each kind once. */
export function typeWords(schema: JsonSchema): string {
	const kinds = [...new Set(kindsOf(schema))].sort(
		(a, b) => Number(a === NOTHING) - Number(b === NOTHING),
	);
	return kinds.join(" or ") || "anything";
}

const NOTHING = "nothing";

const plain: Record<string, string> = {
	string: "text",
	integer: "whole number",
	number: "number",
	boolean: "true or false",
	object: "object",
	null: NOTHING,
};

const formats: Record<string, string> = {
	date: "date, YYYY-MM-DD",
	"date-time": "instant in UTC",
};

function kindsOf(schema: JsonSchema): string[] {
	if (schema.$ref) return [schema.$ref.replace(/^.*\//, "")];
	const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
	if (several) return several.flatMap(kindsOf);
	if (schema.const !== undefined) return [`“${schema.const}”`];
	if (schema.enum) return [`one of ${schema.enum.filter((one) => one !== "").join(", ")}`];
	if (schema.type === "array") return [`list of ${typeWords(schema.items ?? {})}`];
	const format = schema.format && formats[schema.format];
	if (format) return [format];
	return [schema.type ?? []].flat().map((type) => plain[type] ?? type);
}
