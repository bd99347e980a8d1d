import type { Transaction } from "#app/data/database.ts";
import type { NewHistoryEntry } from "#app/data/history.ts";
import { addHistories } from "#app/data/history.ts";
import { insertMany } from "#app/data/insert-many.ts";
import { requestSearchText } from "#app/data/requests.ts";
import { declineReasonLabels } from "#app/domain/requests/decline-reasons.ts";
import type { RequestStatus } from "#app/domain/requests/request-status.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";
import { contactFirstNames, contactLastNames, contactRoles } from "./people.ts";
import { officeMoment } from "./plan.ts";
import { type ProgrammeSpec, programmeSpecs } from "./programmes.ts";
import { identifiers, type Random, randomNamed } from "./random.ts";
import { schoolDaysBetween } from "./school-days.ts";
import { type VenueSpec, venueSpecs } from "./venues.ts";
import type { DemoWorld } from "./world.ts";

/** One request of every state, more of those that want something done. */
interface RequestSpec {
	status: RequestStatus;
	/** Days ago. */
	received: number;
	/** School days from today to the first of its dates. */
	notice: number;
	programmes: number;
	groups: number;
	/** Typed in by a school that did not find itself. */
	typed?: { name: string; town: string; postcode: string };
	notes?: string;
}

const specs: readonly RequestSpec[] = [
	{ status: "accepted", received: 24, notice: 12, programmes: 1, groups: 1 },
	{ status: "declined", received: 21, notice: 6, programmes: 1, groups: 3 },
	{ status: "withdrawn", received: 19, notice: 15, programmes: 1, groups: 2 },
	{ status: "waiting_list", received: 17, notice: 8, programmes: 2, groups: 2 },
	{ status: "offered", received: 12, notice: 9, programmes: 1, groups: 1 },
	{
		status: "agreed",
		received: 11,
		notice: 10,
		programmes: 1,
		groups: 2,
		notes: "The hall is free all day. We would like both classes before lunch if you can.",
	},
	{ status: "waiting", received: 9, notice: 3, programmes: 1, groups: 4 },
	{
		status: "waiting",
		received: 6,
		notice: 17,
		programmes: 2,
		groups: 1,
		notes: "Parents have asked us about knives since the summer.",
	},
	{
		status: "waiting",
		received: 4,
		notice: 21,
		programmes: 1,
		groups: 1,
		typed: { name: "Thornbury Marsh Home Education Group", town: "Maldon", postcode: "CM9 0ZZ" },
	},
	{ status: "waiting", received: 2, notice: 24, programmes: 1, groups: 6 },
	{ status: "waiting", received: 1, notice: 14, programmes: 1, groups: 2 },
	{ status: "unconfirmed", received: 1, notice: 20, programmes: 1, groups: 1 },
];

const periods = ["period 1", "periods 3 and 4", "after lunch", "", "period 2"];
const ended: readonly RequestStatus[] = ["accepted", "declined", "withdrawn"];

/** What schools asked for lately, written as the form and the queue would have written it. */
export async function writeRequests(
	tx: Transaction,
	world: DemoWorld,
	today: LocalDate,
): Promise<void> {
	const random = randomNamed(`requests before ${today}`);
	const newId = identifiers(randomNamed("request ids"));
	const venues = random.shuffle(venueSpecs.filter(({ phase }) => phase === "secondary"));
	const written = specs.map((spec, at) => {
		const venue = venues[at];
		if (!venue) throw new Error("There are more demo requests than secondary schools");
		return planRequest(spec, { venue, number: at + 1, random, today, world, newId });
	});
	await insertMany(
		tx,
		"Request",
		written.map(({ row }) => row),
	);
	await insertMany(
		tx,
		"RequestProgramme",
		written.flatMap(({ programmes }) => programmes),
	);
	await insertMany(
		tx,
		"RequestYearGroup",
		written.flatMap(({ yearGroups }) => yearGroups),
	);
	await insertMany(
		tx,
		"RequestDate",
		written.flatMap(({ dates }) => dates),
	);
	const history = written.flatMap((one) => one.history);
	await addHistories(
		tx,
		history.sort((a, b) => a.at.getTime() - b.at.getTime()),
	);
	const year = Number(today.slice(0, 4));
	await tx.referenceCounter.create({ data: { prefix: "REQ", year, last: specs.length } });
	await linkAccepted(tx, written, today);
}

interface Planning {
	venue: VenueSpec;
	number: number;
	random: Random;
	today: LocalDate;
	world: DemoWorld;
	newId: (at: Date) => string;
}

type Planned = ReturnType<typeof planRequest>;

function planRequest(spec: RequestSpec, planning: Planning) {
	const { venue, number, random, today, world, newId } = planning;
	const { status, typed } = spec;
	const received = officeMoment(addDays(today, -spec.received), random);
	const asked = random.shuffle(programmesFor(venue)).slice(0, spec.programmes);
	const dates = pickDates(spec, random, today);
	const [first = today, last = first] = [dates[0], dates.at(-1)];
	const id = newId(received);
	const name = `${random.pick(contactFirstNames)} ${random.pick(contactLastNames)}`;
	const place = typed ?? venue;
	const contact = {
		contactName: name,
		contactEmail: `${name.toLowerCase().replace(" ", ".")}@school.test`,
	};
	const reference = `REQ-${today.slice(0, 4)}-${String(number).padStart(4, "0")}`;
	const venueWords = {
		venueName: place.name,
		venueTown: place.town,
		venuePostcode: place.postcode,
	};
	const decided = ended.includes(status)
		? officeMoment(addDays(today, -spec.received + 3), random)
		: null;
	const offered = status === "offered" || status === "agreed";
	const row = {
		id,
		reference,
		once: `demo-${number}`,
		source: "form",
		status,
		version: 1,
		receivedAt: received,
		confirmedAt: status === "unconfirmed" ? null : new Date(received.getTime() + 20 * 60_000),
		decidedAt: decided,
		venueId: typed ? null : world.register.venue(venue).id,
		...venueWords,
		expectedYoungPeople: spec.groups * random.whole(22, 29),
		groups: spec.groups,
		room: random.pick(["Hall", "Drama studio", ""]),
		equipment: random.pick(["Projector and sound", "Projector, no sound", ""]),
		...contact,
		contactRole: random.pick(contactRoles),
		contactPhone: random.chance(0.5) ? "01632 960321" : null,
		dslKnows: random.chance(0.7),
		notes: spec.notes ?? "",
		firstDate: [...dates].sort()[0] ?? first,
		lastDate: [...dates].sort().at(-1) ?? last,
		offeredDate: offered ? dayFrom(today, spec.notice + 7) : null,
		offeredStart: offered ? "10:00" : null,
		offerWords: offered ? "On your first date everybody is at other schools." : "",
		declineReason: status === "declined" ? "too_little_notice" : null,
		declineWords: "",
		searchText: requestSearchText({ reference, ...venueWords, ...contact }),
	};
	const groups = asked[0]?.yearGroups.slice(0, 2) ?? [];
	return {
		row,
		programmes: asked.map((programme) => ({
			requestId: id,
			programmeId: world.register.programme(programme).id,
		})),
		yearGroups: groups.map((yearGroup) => ({ requestId: id, yearGroup })),
		dates: dates.map((date, at) => ({
			requestId: id,
			position: at + 1,
			date,
			periods: random.pick(periods),
		})),
		history: historyOf(row, world),
	};
}

function programmesFor({ phase }: VenueSpec): ProgrammeSpec[] {
	return programmeSpecs.filter(
		({ audience, team }) => phase === "secondary" && audience === "class" && team === "JET",
	);
}

/** Up to three, the first that far ahead, each some days after the one before. */
function pickDates({ notice }: RequestSpec, random: Random, today: LocalDate): LocalDate[] {
	const count = random.whole(1, 3);
	return Array.from({ length: count }, (_, at) => dayFrom(today, notice + at * 3));
}

function dayFrom(today: LocalDate, schoolDays: number): LocalDate {
	const days = schoolDaysBetween(addDays(today, 1), addDays(today, 120));
	return days[schoolDays] ?? addDays(today, 60);
}

const said: Partial<Record<RequestStatus, string>> = {
	offered: "Another date offered",
	agreed: "Offered date accepted",
	waiting_list: "Put on the waiting list",
	accepted: "Accepted",
	declined: "Declined",
	withdrawn: "Withdrawn",
};

interface Told {
	id: string;
	status: RequestStatus;
	receivedAt: Date;
	confirmedAt: Date | null;
	decidedAt: Date | null;
}

function historyOf(
	{ id, status, receivedAt, confirmedAt, decidedAt }: Told,
	{ coordinator }: DemoWorld,
): NewHistoryEntry[] {
	const entry = { subject: "request", subjectId: id } as const;
	const school = { ...entry, actorId: null, actorName: "The school" };
	const ours = { ...entry, actorId: coordinator.userId, actorName: coordinator.name };
	const what = said[status];
	const at = decidedAt ?? new Date(receivedAt.getTime() + 2 * 86_400_000);
	const bySchool = status === "withdrawn" || status === "agreed";
	return [
		{ ...school, at: receivedAt, what: "Asked for" },
		...(confirmedAt ? [{ ...school, at: confirmedAt, what: "Address confirmed" }] : []),
		...(what
			? [
					{
						...(bySchool ? school : ours),
						at,
						what,
						...(status === "declined" && { why: declineReasonLabels.too_little_notice }),
					},
				]
			: []),
	];
}

/** The accepted one became a session that is in the diary already. */
async function linkAccepted(
	tx: Transaction,
	written: readonly Planned[],
	today: LocalDate,
): Promise<void> {
	const session = await tx.session.findFirst({
		where: { status: "confirmed", localDate: { gt: today }, venue: { kind: "school" } },
		include: { venue: true, yearGroups: true },
		orderBy: [{ localDate: "asc" }, { reference: "asc" }],
	});
	const accepted = written.find(({ row }) => row.status === "accepted")?.row;
	if (!session || !accepted) return;
	const { venue, localDate } = session;
	const names = { venueName: venue.name, venueTown: venue.town, venuePostcode: venue.postcode };
	await tx.request.update({
		where: { id: accepted.id },
		data: {
			...names,
			venueId: venue.id,
			firstDate: localDate,
			lastDate: localDate,
			searchText: requestSearchText({ ...accepted, ...names }),
			programmes: { deleteMany: {}, create: { programmeId: session.programmeId } },
			yearGroups: {
				deleteMany: {},
				create: session.yearGroups.map(({ yearGroup }) => ({ yearGroup })),
			},
			dates: { deleteMany: {}, create: { position: 1, date: localDate } },
			sessions: { create: { sessionId: session.id } },
		},
	});
}
