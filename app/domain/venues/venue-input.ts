import { z } from "zod";
import {
	chosen,
	optionalCount,
	optionalMultiLine,
	optionalSingleLine,
	singleLine,
} from "#app/domain/text.ts";
import { optionalPostcode } from "./postcode.ts";
import { optionalUrn } from "./urn.ts";
import { phases, roomsOf, venueKinds } from "./venue-kinds.ts";

const MAX_ROOMS = 60;
/** As long as a session's room may be: a longer one could be chosen and then not be booked. */
const ROOM_LENGTH = 80;
/** Where Great Britain ends on the national grid (EPSG:27700), in metres. */
const EAST = 700_000;
const NORTH = 1_300_000;

/** One of a list, or undefined when nothing is chosen. */
function optionalChoice<const Codes extends readonly [string, ...string[]]>(
	codes: Codes,
	label: string,
) {
	return z
		.union([z.literal(""), z.enum(codes)], { error: `Choose ${label} from the list` })
		.nullish()
		.transform((code) => code || undefined);
}

const district = z
	.union([z.literal(""), chosen("a district")], { error: "Choose a district from the list" })
	.nullish()
	.transform((code) => code || undefined);

/** A share typed as "14.2" or "14.2%", or undefined when blank. */
const fsmPercent = z
	.union([z.number(), z.string()], { error: "Enter a percentage, like 14.2" })
	.nullish()
	.transform((typed, ctx): number | undefined => {
		const text = String(typed ?? "")
			.trim()
			.replace(/\s*%$/, "");
		if (text === "") return undefined;
		if (/^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100) return Number(text);
		const message = "Enter the percentage on free school meals from 0 to 100, like 14.2";
		ctx.issues.push({ code: "custom", message, input: typed });
		return z.NEVER;
	});

const rooms = optionalMultiLine(4000, "the rooms")
	.transform((text) => roomsOf(text ?? ""))
	.refine((names) => names.length <= MAX_ROOMS, { error: `Enter ${MAX_ROOMS} rooms or fewer` })
	.refine((names) => names.every((name) => name.length <= ROOM_LENGTH), {
		error: `Shorten each room to ${ROOM_LENGTH} characters or fewer`,
	});

/** A venue, the same from the form, the API and an import; in the order of the page. */
export const venueInput = z
	.object({
		name: singleLine(200, "the name of the venue"),
		kind: z.enum(venueKinds, { error: "Choose what kind of place it is" }),
		urn: optionalUrn,
		phase: optionalChoice(phases, "a phase"),
		lowAge: optionalCount(99, "the lowest age"),
		highAge: optionalCount(99, "the highest age"),
		pupils: optionalCount(20_000, "the number of pupils"),
		fsmPercent,
		street: optionalSingleLine(200, "the street"),
		town: optionalSingleLine(100, "the town"),
		postcode: optionalPostcode,
		district,
		easting: optionalCount(EAST, "the easting"),
		northing: optionalCount(NORTH, "the northing"),
		parking: optionalMultiLine(2000, "the words on parking"),
		reception: optionalMultiLine(2000, "the words on reception"),
		rooms,
		sensitivities: optionalMultiLine(4000, "the sensitivities"),
	})
	.check((ctx) => {
		const { lowAge, highAge, easting, northing } = ctx.value;
		const refuse = (field: string, message: string) =>
			ctx.issues.push({ code: "custom", message, path: [field], input: ctx.value });
		if (lowAge !== undefined && highAge !== undefined && highAge < lowAge) {
			refuse("highAge", "Enter a highest age that is the same as or above the lowest age");
		}
		if (easting === undefined && northing !== undefined) {
			refuse("easting", "Enter the easting too, or leave both empty");
		}
		if (northing === undefined && easting !== undefined) {
			refuse("northing", "Enter the northing too, or leave both empty");
		}
	});

export type VenueInput = z.output<typeof venueInput>;
