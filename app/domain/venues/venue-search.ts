import { normalisePostcode } from "./postcode.ts";
import { isUrn } from "./urn.ts";

const MAX_TERMS = 8;
const MAX_TYPED = 200;
/** The beginning of a postcode up to its second half: "CM9 0", "CM9 0Z". */
const halfPostcode = /^[a-z]{1,2}\d[a-z\d]? \d[a-z]{0,2}$/;

/**
 * Text as it is compared: lower case, without accents and apostrophes, words parted by one space.
 * Nothing is left that SQL's LIKE would read as a wildcard.
 */
export function searchWords(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/['’‘`´]/g, "")
		.replaceAll("&", " and ")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

export interface SearchedVenue {
	name: string;
	town: string;
	postcode: string;
	urn: string | null;
}

/**
 * What a venue is found by, kept beside it. The postcode is in it with and without its space. The
 * name stands first and ends in two spaces, so that sorting by this sorts by name: "Crow Hill" comes
 * before "Crow Hill 2" whatever town it is in.
 */
export function venueSearchText({ name, town, postcode, urn }: SearchedVenue): string {
	const code = searchWords(postcode);
	return [searchWords(name), searchWords(town), code, code.replaceAll(" ", ""), urn ?? ""]
		.filter((part) => part !== "")
		.join("  ");
}

export interface VenueQuery {
	/** A venue is found when its search text has every one of them; none find every venue. */
	terms: string[];
	/** Set when what was typed is a whole URN or postcode: such a venue comes first. */
	urn: string | null;
	postcode: string | null;
}

/** What somebody typed into the search box, cut to a length that a search can bear. */
export function parseVenueQuery(typed: string): VenueQuery {
	const words = searchWords(typed.slice(0, MAX_TYPED));
	const postcode = normalisePostcode(words);
	const urn = isUrn(words) ? words : null;
	const asOne = postcode !== null || halfPostcode.test(words);
	const terms = asOne ? [words.replaceAll(" ", "")] : words.split(" ");
	return {
		terms: [...new Set(terms.filter((term) => term !== ""))].slice(0, MAX_TERMS),
		urn,
		postcode,
	};
}
