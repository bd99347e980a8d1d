import { z } from "zod";
import { groupings } from "#app/domain/reach/groupings.ts";
import { FEW_WORDS } from "#app/domain/reach/suppress.ts";
import { requestStatuses } from "#app/domain/requests/request-status.ts";
import { notDeliveredReasons } from "#app/domain/sessions/close-out.ts";
import { followUpKinds } from "#app/domain/sessions/follow-ups.ts";
import { sessionStatuses } from "#app/domain/sessions/status.ts";
import { yearGroups } from "#app/domain/sessions/year-groups.ts";
import { problemStatus } from "./problem.ts";
import { sessionEventTypes } from "./webhook-input.ts";

/** What the API answers. Each shape is a contract: fields are added, never renamed. */

const named = z.object({ id: z.string(), name: z.string() });
const localDateTime = z
	.string()
	.meta({ description: "Wall-clock time of the partnership, YYYY-MM-DDTHH:mm" });
const instant = z.iso.datetime();
const yearGroup = z.enum(yearGroups);
const whole = z.int().min(0);

export const closeOutShape = z
	.object({
		outcome: z.enum(["delivered", "not_delivered"]),
		reason: z.enum(notDeliveredReasons).nullable(),
		youngPeople: whole,
		adults: whole,
		counted: z.enum(["counted", "estimated"]).nullable(),
		headcounts: z.array(z.object({ yearGroup, youngPeople: whole })),
		followUps: z.array(
			z.object({
				kind: z.enum(followUpKinds),
				count: z.union([whole, z.literal(FEW_WORDS)]).meta({
					description: "1 to 4 leave the team as fewer than 5: so few could be recognised",
				}),
			}),
		),
	})
	.meta({ id: "CloseOut" });

export const warningShape = z
	.object({ code: z.string(), message: z.string() })
	.meta({ id: "Warning" });

export const sessionShape = z
	.object({
		reference: z.string(),
		status: z.enum(sessionStatuses),
		version: z.int().min(1).meta({ description: "Rises at every change; send it to be sure" }),
		programme: named.extend({ theme: z.string() }),
		venue: named.extend({ urn: z.string().nullable() }),
		team: named,
		room: z.string().nullable(),
		date: z.iso.date(),
		startsAt: localDateTime,
		endsAt: localDateTime,
		startsAtUtc: instant,
		endsAtUtc: instant,
		yearGroups: z.array(yearGroup),
		expectedYoungPeople: whole,
		facilitators: z.array(named.extend({ lead: z.boolean() })),
		contacts: z.array(named),
		closeOut: closeOutShape.nullable(),
		warnings: z.array(warningShape).optional(),
	})
	.meta({ id: "Session" });
export type SessionShape = z.infer<typeof sessionShape>;

/** What a webhook is told. why without people: it goes to another organisation, unasked. */
export const sessionEventShape = z
	.object({
		id: z.string().meta({ description: "Also the header webhook-id: the same when sent again" }),
		type: z.enum(sessionEventTypes),
		timestamp: instant,
		data: sessionShape
			.omit({ facilitators: true, contacts: true, closeOut: true, warnings: true })
			.extend({
				closeOut: closeOutShape.pick({ youngPeople: true, adults: true, counted: true }).nullable(),
			}),
	})
	.meta({ id: "SessionEvent" });
export const requestShape = z
	.object({
		reference: z.string(),
		status: z.enum(requestStatuses),
		version: z.int().min(1),
		receivedAt: instant,
		venue: named.extend({ urn: z.string().nullable() }).nullable().meta({
			description: "Null while a school that typed its own name is not matched with a venue",
		}),
		venueName: z.string(),
		venueTown: z.string(),
		venuePostcode: z.string(),
		programmes: z.array(named),
		yearGroups: z.array(yearGroup),
		expectedYoungPeople: whole,
		groups: whole,
		room: z.string(),
		equipment: z.string(),
		preferredDates: z.array(z.object({ date: z.iso.date(), periods: z.string() })),
		contact: z.object({
			name: z.string(),
			role: z.string(),
			email: z.string(),
			phone: z.string().nullable(),
		}),
		dslKnows: z.boolean(),
		notes: z.string(),
		sessions: z.array(z.string()).meta({ description: "References of what it was booked as" }),
	})
	.meta({ id: "Request" });
export type RequestShape = z.infer<typeof requestShape>;

export const programmeShape = z
	.object({
		id: z.string(),
		name: z.string(),
		theme: z.string(),
		lengthMinutes: z.int(),
		yearGroups: z.array(yearGroup),
		largestGroup: z.int().nullable(),
		facilitatorsNeeded: z.int(),
	})
	.meta({ id: "Programme" });

export const personShape = z
	.object({ id: z.string(), name: z.string(), agency: z.string() })
	.meta({ id: "Person" });

export const venueShape = z
	.object({
		id: z.string(),
		urn: z.string().nullable(),
		name: z.string(),
		kind: z.string(),
		phase: z.string().nullable(),
		town: z.string(),
		postcode: z.string(),
		district: z.string().nullable(),
		retired: z.boolean(),
	})
	.meta({ id: "Venue" });

export const problemShape = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		code: z.enum(Object.keys(problemStatus) as [keyof typeof problemStatus]),
		detail: z.string().optional(),
		errors: z
			.array(z.object({ field: z.string(), code: z.string(), message: z.string() }))
			.optional(),
		conflicts: z
			.array(
				z.object({
					kind: z.enum(["facilitator", "room"]),
					who: z.string(),
					reference: z.string(),
					startsAt: instant,
					endsAt: instant,
				}),
			)
			.optional(),
	})
	.meta({ id: "Problem" });

const reachFigures = {
	sessions: whole,
	young_people: whole.meta({ description: "Attendances at delivered sessions: the reach" }),
	young_people_estimated_distinct: whole.meta({ description: "Always an estimate" }),
	adults: whole,
};

const reachRowShape = z
	.object({
		key: z.string().meta({ description: "What the row is of: a theme, a district, a month" }),
		...reachFigures,
	})
	.meta({ id: "ReachRow" });

export const reachShape = z
	.object({
		from: z.iso.date(),
		to: z.iso.date(),
		by: z.enum(groupings),
		total: z.object({ ...reachFigures, venues: whole }),
		rows: z.array(reachRowShape),
	})
	.meta({ id: "Reach" });

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
