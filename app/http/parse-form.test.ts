import { expect, it } from "vitest";
import { z } from "zod";
import { count, several, singleLine } from "#app/domain/text.ts";
import { fieldsUnder, parseWith, readForm } from "./parse-form.ts";

function sent(body: string, type = "application/x-www-form-urlencoded"): Request {
	return new Request("http://termtime.test/", {
		method: "POST",
		body,
		headers: { "content-type": type },
	});
}

it("reads a name once as text and more than once as a list, dots and all", async () => {
	const body = "title=Knife+crime%21&year=Y7&year=Y8&year=Y9&override.notice=school+asked&empty=";
	expect(await readForm(sent(body))).toEqual({
		title: "Knife crime!",
		year: ["Y7", "Y8", "Y9"],
		"override.notice": "school asked",
		empty: "",
	});
});

it("keeps what was typed, down to line breaks, signs of its own syntax and NUL", async () => {
	const typed = "a=b&c\r\nünïcode 🎓 \0 100% +";
	expect(await readForm(sent(`note=${encodeURIComponent(typed)}`))).toEqual({ note: typed });
});

it("takes names that mean something to objects as names", async () => {
	const fields = await readForm(sent("__proto__=x&constructor=y&toString=z&=nameless&alone"));
	expect(Object.entries(fields)).toEqual([
		["__proto__", "x"],
		["constructor", "y"],
		["toString", "z"],
		["", "nameless"],
		["alone", ""],
	]);
	expect(({} as Record<string, unknown>).x).toBeUndefined();
});

it.each(["a=%", "a=%ff", "a=%c0%af", "%zz=1", "a=%ed%a0%80"])(
	"calls %j malformed",
	async (body) => {
		await expect(readForm(sent(body))).rejects.toMatchObject({ init: { status: 400 } });
	},
);

it("gathers the fields under a prefix", () => {
	const fields = { "headcount.Y7": "28", "headcount.Y8": ["1", "2"], headcount: "x", other: "y" };
	expect(fieldsUnder("headcount", fields)).toEqual({ Y7: "28", Y8: ["1", "2"] });
});

const schema = z.object({
	title: singleLine(20, "the title"),
	years: several(z.enum(["Y7", "Y8"], { error: "Choose year groups" })),
	headcount: z.record(z.string(), count(100, "the number")),
});

it("gives the first message of each field, in the page's order, and what was typed", () => {
	const fields = { years: ["Y7", "Y10", "Y11"], "headcount.Y7": "many", title: "" };
	const given = { ...fields, headcount: fieldsUnder("headcount", fields) };
	expect(parseWith(schema, fields, given)).toEqual({
		ok: false,
		errors: [
			{ field: "title", message: "Enter the title" },
			{ field: "years", message: "Choose year groups" },
			{ field: "headcount.Y7", message: "Enter the number as a whole number, like 28" },
		],
		values: fields,
	});
});

it("gives the data when nothing is to be mended", () => {
	const fields = { title: " A  talk ", years: "Y7", headcount: "" };
	const given = { ...fields, headcount: { Y7: "1,0" } };
	expect(parseWith(schema, fields, given).ok).toBe(false);
	const right = { ...fields, headcount: { Y7: "28" } };
	expect(parseWith(schema, fields, right)).toEqual({
		ok: true,
		data: { title: "A  talk", years: ["Y7"], headcount: { Y7: 28 } },
	});
});
