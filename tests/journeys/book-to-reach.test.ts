import { afterAll, beforeAll, expect, it } from "vitest";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import type { Actor } from "#app/domain/access/permissions.ts";
import { formatDate } from "#app/domain/format-time.ts";
import { addDays, localDateOf, startOfWeek, toInstant } from "#app/domain/time.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { testContext } from "#tests/setup/databases.ts";
import { expectFits, type Served, serve } from "#tests/setup/served.ts";
import { aUser } from "#tests/setup/site.ts";

/** A Monday two weeks ahead, at ten in the morning: notice enough, and on no weekend. */
const monday = addDays(startOfWeek(localDateOf(new Date(), "Europe/London")), 14);

function instant(local: string): Date {
	const found = toInstant(local, "Europe/London");
	if (!found.ok) throw new Error(`There is no ${local}`);
	return found.instant;
}

let served: Served;
let team: TeamThatCanBook;
let coordinator: Actor;

beforeAll(async () => {
	served = await serve(async (database) => {
		team = await aTeamThatCanBook(database);
		coordinator = await aUser(database, "coordinator");
		const startsAt = instant(`${addDays(monday, -1)}T10:00`);
		const earlier = await aSession(database, team, {
			startsAt,
			endsAt: new Date(startsAt.getTime() + 3_600_000),
			localDate: addDays(monday, -1),
		});
		const outcome = await closeOutSession(testContext(database, { now: startsAt }), earlier, {
			outcome: "delivered",
			counted: "counted",
			adults: 2,
			headcounts: [{ yearGroup: "Y9", youngPeople: 1030 }],
			followUps: [],
			note: undefined,
		});
		if (!outcome.ok) throw new Error(outcome.reason);
	});
});
afterAll(() => served?.stop());

it("a coordinator books a session, the school gets it, it is closed out, and reach rises by as many", async () => {
	const [contact] = team.contacts;
	const page = await served.signedIn(coordinator);
	const reach = `${served.url}/reach?from=${addDays(monday, -7)}&to=${monday}`;
	await expectFits(page);

	await page.goto(reach);
	await page.getByText("1,030").first().waitFor();
	await expectFits(page);

	await page.goto(served.url);
	await page.getByRole("link", { name: "Book session" }).click();
	await page.getByText(team.programme.name, { exact: true }).click();
	await page.getByLabel("Find the venue").fill(team.venue.name);
	await page.getByRole("button", { name: "Find", exact: true }).click();
	await page.getByRole("radio", { name: team.venue.name }).check();
	await page.getByRole("checkbox", { name: "Year 8" }).check();
	await page.getByLabel("Expected number of young people").fill("30");
	await page.getByRole("checkbox", { name: contact.name }).check();
	await page.getByLabel("Date", { exact: true }).fill(monday);
	await page.getByLabel("Start", { exact: true }).fill("10:00");
	await page.getByRole("checkbox", { name: team.facilitators[0].name }).check();
	await expectFits(page);
	await page.getByRole("button", { name: "Book session" }).click();
	await page.getByRole("heading", { level: 1, name: team.venue.name }).waitFor();
	await page.getByText(formatDate(monday)).first().waitFor();
	const session = page.url();
	await expectFits(page);

	const { parsed } = await served.mail.waitFor(({ envelope }) =>
		envelope.to.includes(contact.email),
	);
	expect(parsed.subject).toContain(`Invitation: ${team.programme.name} at ${team.venue.name}`);
	expect(parsed.text).toContain("10:00am to 11:00am");
	const calendar = parsed.attachments.find(({ contentType }) => contentType === "text/calendar");
	const start = instant(`${monday}T10:00`)
		.toISOString()
		.replace(/[-:]|\.000/g, "");
	expect(calendar?.content.toString()).toContain("METHOD:REQUEST");
	expect(calendar?.content.toString()).toContain(`DTSTART:${start}`);

	served.setClock(instant(`${monday}T11:30`));
	await page.goto(session);
	await page.getByText("Awaiting close-out").first().waitFor();
	await page.getByRole("link", { name: "Close out" }).click();
	await page.getByRole("radio", { name: "Yes" }).check();
	await page.getByRole("textbox", { name: "Year 8" }).fill("28");
	await page.getByRole("textbox", { name: "Adults" }).fill("1");
	await page.getByRole("radio", { name: "Counted" }).check();
	await expectFits(page);
	await page.getByRole("button", { name: "Record", exact: true }).click();
	await page.getByText("Recorded: 28 young people").waitFor();
	await expectFits(page);

	await page.goto(reach);
	await page.getByText("1,058").first().waitFor();
	await expectFits(page);
});
