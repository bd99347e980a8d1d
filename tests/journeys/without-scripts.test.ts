import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "#app/domain/access/permissions.ts";
import { addDays, localDateOf, startOfWeek } from "#app/domain/time.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { type Served, serve } from "#tests/setup/served.ts";
import { aUser } from "#tests/setup/site.ts";

let served: Served;
let team: TeamThatCanBook;
let coordinator: Actor;

beforeAll(async () => {
	served = await serve(async (database) => {
		team = await aTeamThatCanBook(database);
		coordinator = await aUser(database, "coordinator");
	});
});
afterAll(() => served?.stop());

/** A Monday two weeks ahead: notice enough, and on no weekend. */
const monday = addDays(startOfWeek(localDateOf(new Date(), "Europe/London")), 14);

it("books, moves and cancels a session without JavaScript, and the school is told each time", async () => {
	const { mail } = served;
	const [contact] = team.contacts;
	const subjects = (words: string) =>
		mail.waitFor(
			({ envelope, parsed }) =>
				envelope.to.includes(contact.email) && (parsed.subject ?? "").startsWith(words),
		);
	const page = await served.signedIn(coordinator, { javaScript: false });

	await page.getByRole("link", { name: "Book session" }).click();
	await page.getByLabel("Find the venue").fill(team.venue.name);
	await page.getByRole("button", { name: "Find", exact: true }).click();
	await page.getByRole("radio", { name: team.venue.name }).check();
	await page.getByText(team.programme.name, { exact: true }).click();
	await page.getByRole("checkbox", { name: "Year 8" }).check();
	await page.getByLabel("Expected number of young people").fill("28");
	await page.getByLabel("Date", { exact: true }).fill(monday);
	await page.getByLabel("Start", { exact: true }).fill("10:00");
	await page.getByRole("button", { name: "Check and see the message" }).click();
	await page.getByRole("checkbox", { name: contact.name }).check();
	await page.getByRole("checkbox", { name: team.facilitators[0].name }).check();
	await page.getByRole("button", { name: "Book session" }).click();
	await page.getByRole("heading", { level: 1, name: team.venue.name }).waitFor();
	const invited = await subjects("Invitation");
	expect(invited.parsed.subject).toContain(team.venue.name);

	await page.getByRole("link", { name: "Move", exact: true }).click();
	await page.getByLabel("Start", { exact: true }).fill("11:00");
	await page.getByLabel("End", { exact: true }).fill("12:00");
	await page.getByRole("button", { name: "Move session" }).click();
	await subjects("Updated");
	await page.getByText("11:00am to 12:00pm").first().waitFor();

	await page.getByRole("link", { name: "Cancel session" }).click();
	await page.getByRole("radio", { name: "The school" }).check();
	await page.getByLabel("Why", { exact: true }).fill("Mock examinations that morning");
	await page.getByRole("button", { name: "Cancel session" }).click();
	await subjects("Cancelled");
	await page.getByText("Mock examinations that morning").first().waitFor();
});
