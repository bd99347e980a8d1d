/** Everything that the public form sends, all of it filled in; tests happen on 25 November 2026. */
export function anAskForm(
	{ venue, programme }: { venue: string; programme: string },
	overrides: Record<string, string | readonly string[]> = {},
) {
	return {
		venue,
		programmes: programme,
		yearGroups: ["Y8", "Y9"],
		expectedYoungPeople: "55",
		groups: "2",
		room: "Hall",
		equipment: "Projector",
		date1: "2027-01-14",
		periods1: "period 3",
		date2: "2027-01-21",
		contactName: "Grace Lyle",
		contactRole: "Head of Year 9",
		contactEmail: "grace.lyle@school.test",
		contactPhone: "01632 960777",
		staffStays: "on",
		dslKnows: "not_yet",
		notes: "Please park behind the gym",
		...overrides,
	};
}

/** The same as the API takes it. */
export function anAskBody(
	{ venue, programme }: { venue: string; programme: string },
	overrides: Record<string, unknown> = {},
) {
	return {
		venue,
		programmes: [programme],
		yearGroups: ["Y8", "Y9"],
		expectedYoungPeople: 55,
		groups: 2,
		preferredDates: [{ date: "2027-01-14", periods: "period 3" }, { date: "2027-01-21" }],
		contactName: "Grace Lyle",
		contactEmail: "grace.lyle@school.test",
		contactRole: "Head of Year 9",
		staffStays: true,
		dslKnows: "yes",
		...overrides,
	};
}
