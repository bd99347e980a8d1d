import { formatMonth } from "#app/domain/format-time.ts";
import { monthsIn, type Period, periodOf, termsIn } from "#app/domain/periods.ts";
import type {
	ChosenFilter,
	ChosenKind,
	FilterChoices,
} from "#app/domain/sessions/filter-choices.ts";
import { NONE, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { type YearGroup, yearGroupLabel, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { phaseLabel, phases, venueKindLabel, venueKinds } from "#app/domain/venues/venue-kinds.ts";
import { type ReachPart, termKey } from "./cells.ts";
import type { Grouping } from "./groupings.ts";

export interface NamedPart extends ReachPart {
	/** As people read it: "Year 8". */
	label: string;
	/** As /reach.csv has it: "Y8". */
	name: string;
	/** Exactly the delivered sessions behind the figures. */
	filter: SessionFilter;
}

/** What names parts and puts them in order. */
export interface Naming {
	period: Period;
	chosen: ChosenFilter;
	choices: FilterChoices;
	/** Names and codes of venues by id; needed for a split by venue. */
	venues?: ReadonlyMap<string, { name: string; code: string }>;
}

type Slot = Pick<NamedPart, "key" | "label" | "name"> & { filter: SessionFilter };

/**
 * The parts of a split with their names and the address of the sessions behind each, in the order
 * in which people expect them. Themes, months and terms are complete, with nothing for those in
 * which nothing was delivered; of all else only what there is.
 */
export function namedParts(by: Grouping, parts: readonly ReachPart[], naming: Naming): NamedPart[] {
	const found = new Map(parts.map((part) => [part.key, part]));
	const complete = by === "theme" || by === "month" || by === "term";
	const { filter } = naming.chosen;
	const { from, to } = naming.period;
	return slotsFor(by, naming, [...found.keys()]).flatMap((slot) => {
		const part = found.get(slot.key) ?? (complete ? nothing(slot.key) : undefined);
		if (!part) return [];
		const own: SessionFilter = { ...filter, from, to, ...slot.filter, status: "delivered" };
		return [{ ...part, label: slot.label, name: slot.name, filter: own }];
	});
}

function nothing(key: string): ReachPart {
	return { key, sessions: 0, youngPeople: 0, estimatedDistinct: 0, adults: 0 };
}

function slotsFor(by: Grouping, naming: Naming, keys: readonly string[]): Slot[] {
	switch (by) {
		case "theme":
			return themeSlots(naming, keys);
		case "programme":
		case "team":
			return choiceSlots(by, naming);
		case "district":
			return [...choiceSlots(by, naming), noneSlot("No district", { district: NONE })];
		case "agency":
			return agencySlots(naming);
		case "phase":
			return [...phaseSlots, noneSlot("No phase", { phase: NONE })];
		case "venue_type":
			return [...venueTypeSlots];
		case "year_group":
			return [...yearGroupSlots, noneSlot("Adults only", { yearGroup: NONE })];
		case "month":
			return monthSlots(naming.period);
		case "term":
			return termSlots(naming.period);
		case "venue":
			return venueSlots(naming, keys);
	}
}

function noneSlot(label: string, filter: SessionFilter): Slot {
	return { key: NONE, label, name: NONE, filter };
}

function choiceSlots(kind: ChosenKind, { choices }: Naming): Slot[] {
	return choices[kind].map(({ id, code, name }) => ({
		key: id,
		label: name,
		name,
		filter: { [kind]: code },
	}));
}

function themeSlots(naming: Naming, keys: readonly string[]): Slot[] {
	const { theme } = naming.chosen.chosen;
	const retired = new Set(naming.choices.theme.filter((one) => one.retired).map(({ id }) => id));
	return choiceSlots("theme", naming).filter(
		({ key }) => keys.includes(key) || (theme ? theme.id === key : !retired.has(key)),
	);
}

/** why not all: with an agency in the filter the others share these sessions and are not asked for. */
function agencySlots(naming: Naming): Slot[] {
	const slots = [...choiceSlots("agency", naming), noneSlot("Nobody assigned", { agency: NONE })];
	const { agency } = naming.chosen.chosen;
	return agency === undefined ? slots : slots.filter(({ key }) => key === (agency?.id ?? NONE));
}

const phaseSlots: readonly Slot[] = phases.map((phase) => ({
	key: phase,
	label: phaseLabel(phase),
	name: phase,
	filter: { phase },
}));

const venueTypeSlots: readonly Slot[] = venueKinds.map((venueType) => ({
	key: venueType,
	label: venueKindLabel(venueType),
	name: venueType,
	filter: { venueType },
}));

const yearGroupSlots: readonly Slot[] = yearGroups.map((yearGroup: YearGroup) => ({
	key: yearGroup,
	label: yearGroupLabel(yearGroup),
	name: yearGroup,
	filter: { yearGroup },
}));

function monthSlots(period: Period): Slot[] {
	return monthsIn(period).map(({ from, to }) => {
		const key = from.slice(0, 7);
		return { key, label: formatMonth(from), name: key, filter: { from, to } };
	});
}

function termSlots(period: Period): Slot[] {
	return termsIn(period).map(({ from, to }) => {
		const { label } = periodOf("term", from);
		return { key: termKey(from.slice(0, 7)), label, name: label, filter: { from, to } };
	});
}

function venueSlots({ venues }: Naming, keys: readonly string[]): Slot[] {
	return keys
		.map((key) => {
			const { name, code } = venues?.get(key) ?? { name: key, code: key };
			return { key, label: name, name, filter: { venue: code } };
		})
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
