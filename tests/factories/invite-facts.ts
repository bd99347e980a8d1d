import type { FeedFacts, InviteFacts } from "#app/domain/invites/invite-facts.ts";

/** An ordinary session in winter, so that UTC and London agree; override what a test is about. */
export function feedFacts(overrides: Partial<FeedFacts> = {}): FeedFacts {
	return {
		uid: "0f5c2e7a-3b1d-4c68-9a52-7d1e90c4b3a1@termtime.test",
		sequence: 0,
		status: "CONFIRMED",
		reference: "JET-2027-0014",
		programmeName: "Knife crime: choices",
		venueName: "Marsh Lane Academy",
		venueAddress: "Marsh Lane, Chelmsford, CM1 0ZZ",
		room: "Drama studio",
		startsAt: new Date("2027-01-14T09:00:00Z"),
		endsAt: new Date("2027-01-14T10:00:00Z"),
		zone: "Europe/London",
		teamName: "Joint Education Team",
		teamEmail: "education@team.test",
		teamPhone: "01632 960123",
		prepare: "A projector and sound\nA member of staff who stays in the room",
		changedAt: new Date("2026-12-01T08:30:00Z"),
		sessionUrl: "https://termtime.test/sessions/JET-2027-0014",
		...overrides,
	};
}

export function inviteFacts(overrides: Partial<InviteFacts> = {}): InviteFacts {
	return {
		...feedFacts(),
		reminderDaysBefore: 1,
		organizer: { name: "Joint Education Team", address: "bookings+k3y@team.test" },
		recipient: {
			name: "Anita Patel",
			address: "a.patel@school.test",
			kind: "contact",
			page: "https://termtime.test/school/abc123",
		},
		...overrides,
	};
}
