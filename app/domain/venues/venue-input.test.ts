import { describe, expect, it } from "vitest";
import { contactInput } from "#app/domain/venues/contact-input.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";

const least = { name: "Saltmarsh Academy", kind: "school" };

function problems(change: object): [string, string][] {
	const issues = venueInput.safeParse({ ...least, ...change }).error?.issues ?? [];
	return issues.map(({ path, message }) => [path.join("."), message]);
}

describe("venueInput", () => {
	it("needs a name and a kind and nothing else", () => {
		expect(venueInput.parse(least)).toEqual({ ...least, rooms: [] });
	});

	it("reads a form filled in by hand", () => {
		const typed = {
			name: " Saltmarsh  Academy ",
			kind: "school",
			urn: "900 001",
			phase: "secondary",
			lowAge: "11",
			highAge: "18",
			pupils: "1,184",
			fsmPercent: "14.2%",
			street: "Mill Lane",
			town: "Maldon",
			postcode: "cm90zz",
			district: "E07000074",
			easting: "585200",
			northing: "206900",
			parking: "Behind the gym\r\nTwo spaces",
			reception: "",
			rooms: "Hall\r\n Hall \r\n\r\nDrama  studio",
			sensitivities: " ",
		};
		expect(venueInput.parse(typed)).toEqual({
			name: "Saltmarsh  Academy",
			kind: "school",
			urn: "900001",
			phase: "secondary",
			lowAge: 11,
			highAge: 18,
			pupils: 1184,
			fsmPercent: 14.2,
			street: "Mill Lane",
			town: "Maldon",
			postcode: "CM9 0ZZ",
			district: "E07000074",
			easting: 585200,
			northing: 206900,
			parking: "Behind the gym\nTwo spaces",
			rooms: ["Hall", "Drama studio"],
		});
	});

	it("says everything that is wrong at once, in the order of the page", () => {
		const wrong = {
			name: " ",
			kind: "castle",
			urn: "12345",
			phase: "upper",
			lowAge: "-1",
			highAge: "eleven",
			pupils: "30000",
			fsmPercent: "101",
			street: "x".repeat(201),
			postcode: "CM9",
			district: "not a code!",
			easting: "700001",
			northing: ["1", "2"],
			rooms: "x".repeat(81),
		};
		expect(problems(wrong)).toEqual([
			["name", "Enter the name of the venue"],
			["kind", "Choose what kind of place it is"],
			["urn", "Enter a URN of 6 digits, like 123456"],
			["phase", "Choose a phase from the list"],
			["lowAge", "Enter the lowest age as 0 or more"],
			["highAge", "Enter the highest age as a whole number, like 28"],
			["pupils", "Enter the number of pupils as 20,000 or fewer"],
			["fsmPercent", "Enter the percentage on free school meals from 0 to 100, like 14.2"],
			["street", "Shorten the street to 200 characters or fewer"],
			["postcode", "Enter a full UK postcode, like CM9 4AA"],
			["district", "Choose a district"],
			["easting", "Enter the easting as 700,000 or fewer"],
			["northing", "Enter the northing"],
			["rooms", "Shorten each room to 80 characters or fewer"],
		]);
	});

	it.each([
		[{ lowAge: "11", highAge: "7" }, "highAge"],
		[{ easting: "585200" }, "northing"],
		[{ northing: "206900" }, "easting"],
	])("compares what belongs together: %j", (change, field) => {
		expect(problems(change).map(([at]) => at)).toEqual([field]);
	});

	it("takes a lowest age of 0, which nurseries have", () => {
		expect(venueInput.parse({ ...least, lowAge: "0", highAge: "0" })).toMatchObject({
			lowAge: 0,
			highAge: 0,
		});
	});
});

describe("contactInput", () => {
	it("keeps an address in lower case, so that one mailbox is one contact", () => {
		const typed = { name: "Anita Patel", role: "", email: " A.Patel@School.test", phone: "" };
		expect(contactInput.parse(typed)).toEqual({
			name: "Anita Patel",
			email: "a.patel@school.test",
		});
	});

	it("says everything that is missing", () => {
		const issues = contactInput.safeParse({}).error?.issues ?? [];
		expect(issues.map(({ path, message }) => [path.join("."), message])).toEqual([
			["name", "Enter the contact's name"],
			["email", "Enter an email address"],
		]);
	});
});
