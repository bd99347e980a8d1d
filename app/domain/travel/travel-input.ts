import { z } from "zod";
import { MAX_DAILY_SESSIONS, MAX_WEEKLY_HOURS } from "#app/domain/people/person-time-input.ts";
import { count, singleLine } from "#app/domain/text.ts";

/** The national grid ends here, in metres. */
const MAX_EASTING = 700_000;
const MAX_NORTHING = 1_300_000;

function atLeastOne(max: number, label: string) {
	return count(max, label).refine((number) => number > 0, { error: `Enter ${label} as 1 or more` });
}

const roadFactor = z
	.union([z.number(), z.string()], { error: "Enter how much longer roads are, like 1.3" })
	.transform((typed, ctx): number => {
		const text = String(typed).trim();
		const factor = Number(text);
		if (/^\d(\.\d{1,2})?$/.test(text) && factor >= 1 && factor <= 3) return factor;
		const message = "Enter how much longer roads are as a number from 1 to 3, like 1.3";
		ctx.issues.push({ code: "custom", message, input: text });
		return z.NEVER;
	});

/** What travel estimates go by, and how much people take on unless they have limits of their own. */
export const travelInput = z
	.object({
		speedKmh: atLeastOne(120, "the speed"),
		roadFactor,
		setUpMinutes: count(120, "the minutes to set up"),
		changeMinutes: count(60, "the minutes between two sessions at one place"),
		dailySessions: atLeastOne(MAX_DAILY_SESSIONS, "the most sessions a day"),
		weeklyHours: atLeastOne(MAX_WEEKLY_HOURS, "the most hours a week"),
	})
	.transform(({ dailySessions, weeklyHours, ...travel }) => ({
		travel,
		limits: { dailySessions, weeklyMinutes: weeklyHours * 60 },
	}));

export type TravelInput = z.output<typeof travelInput>;

const grid = (max: number, label: string) =>
	z
		.union([z.number(), z.string()])
		.nullish()
		.transform((typed) => String(typed ?? "").trim())
		.pipe(
			z.string().refine((text) => text === "" || count(max, label).safeParse(text).success, {
				error: `Enter ${label} in metres, from 0 to ${max}`,
			}),
		);

/** A base: a name, and where it is, by the national grid or by a venue that is at the same place. */
export const baseInput = z
	.object({
		name: singleLine(80, "the name of the base"),
		easting: grid(MAX_EASTING, "the easting"),
		northing: grid(MAX_NORTHING, "the northing"),
		/** A URN or a postcode of a venue on record, in place of the two. */
		near: z
			.string({ error: "Enter a URN or a postcode" })
			.trim()
			.max(20, { error: "Enter a URN or a postcode" })
			.nullish()
			.transform((text) => text || null),
	})
	.check(({ value: { easting, northing, near }, issues }) => {
		const refuse = (field: string, message: string) =>
			issues.push({ code: "custom", message, path: [field], input: "" });
		if (near !== null && easting + northing !== "") {
			refuse("near", "Enter either easting and northing or a place on record, not both");
		} else if (near === null && easting === "") {
			refuse("easting", "Enter the easting, or a place on record");
		} else if (near === null && northing === "") {
			refuse("northing", "Enter the northing, or a place on record");
		}
	})
	.transform(({ name, easting, northing, near }) => ({
		name,
		at: near ?? { easting: metres(easting), northing: metres(northing) },
	}));

function metres(text: string): number {
	return Number(text.replaceAll(",", ""));
}

export type BaseInput = z.output<typeof baseInput>;
