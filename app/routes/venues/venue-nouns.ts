import type { Nouns } from "#app/http/register-words.ts";

export const venueNouns: Nouns = {
	noun: "venue",
	unique: { urn: "URN", name: "name or postcode" },
	choices: { district: "a district from the list" },
};

export const contactNouns: Nouns = {
	noun: "contact",
	unique: { email: "email address" },
};
