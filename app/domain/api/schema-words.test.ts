import { describe, expect, it } from "vitest";
import { type JsonSchema, shapesOf, typeWords } from "./schema-words.ts";

describe("typeWords", () => {
	it.each<[JsonSchema, string]>([
		[{ type: "string" }, "text"],
		[{ type: ["string", "null"] }, "text or nothing"],
		[{ type: ["null", "number", "string"] }, "number or text or nothing"],
		[{ type: "string", format: "date" }, "date, YYYY-MM-DD"],
		[{ enum: ["us", "school", ""] }, "one of us, school"],
		[{ const: "delivered" }, "“delivered”"],
		[{ $ref: "#/components/schemas/CloseOut" }, "CloseOut"],
		[
			{ anyOf: [{ type: "array", items: { type: "string" } }, { type: "null" }] },
			"list of text or nothing",
		],
		[
			{ anyOf: [{ anyOf: [{ type: "null" }, { type: "string" }] }, { type: "string" }] },
			"text or nothing",
		],
		[{ type: "array", items: { $ref: "#/x/Session" } }, "list of Session"],
		[{}, "anything"],
	])("%j is %s", (schema, words) => expect(typeWords(schema)).toBe(words));
});

describe("shapesOf", () => {
	it("names the fields of an object inside a list by where they stand", () => {
		const shapes = shapesOf({
			type: "object",
			required: ["headcounts"],
			properties: {
				headcounts: {
					type: "array",
					items: {
						type: "object",
						required: ["yearGroup"],
						properties: { yearGroup: { type: "string", description: "Such as Y8" } },
					},
				},
				note: { type: ["string", "null"] },
			},
		});
		expect(shapes).toEqual([
			{
				form: "",
				fields: [
					{ name: "headcounts", type: "list of object", required: true, about: "" },
					{ name: "headcounts.yearGroup", type: "text", required: true, about: "Such as Y8" },
					{ name: "note", type: "text or nothing", required: false, about: "" },
				],
			},
		]);
	});

	it("gives each of several forms by what tells them apart", () => {
		const form = (outcome: string) => ({ properties: { outcome: { const: outcome } } });
		const shapes = shapesOf({ oneOf: [form("delivered"), form("not_delivered")] });
		expect(shapes.map((shape) => shape.form)).toEqual([
			"outcome: delivered",
			"outcome: not_delivered",
		]);
	});
});
