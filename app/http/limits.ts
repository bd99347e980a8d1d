import { RateLimiterMemory } from "rate-limiter-flexible";

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

export interface Limits {
	/** Failed sign-ins to one address, wherever they come from. */
	signInByAddress: RateLimiterMemory;
	/** Failed sign-ins from one network address, whatever they try. */
	signInByNetwork: RateLimiterMemory;
	/** Mails asked for to one address: nobody's mailbox is filled by a stranger. */
	mailByAddress: RateLimiterMemory;
	mailByNetwork: RateLimiterMemory;
	/** Addresses of schools' pages that open nothing, tried from one network address. */
	schoolMisses: RateLimiterMemory;
	/** Whatever is asked of one contact's page. */
	schoolVisits: RateLimiterMemory;
	/** What is sent to it. */
	schoolPosts: RateLimiterMemory;
	/** Pages of the public form of one network address, sent or only turned. */
	requestPosts: RateLimiterMemory;
	/** Requests sent from one network address: a school's staff share one. */
	requestsByNetwork: RateLimiterMemory;
	/** Requests sent in the name of one address, each of which is mailed a link. */
	requestsByAddress: RateLimiterMemory;
	/** Public pages of publications, read from one network address: each asks for many sessions. */
	publicVisits: RateLimiterMemory;
	/** Calls of one user's programs. */
	apiByUser: RateLimiterMemory;
}

/** why in memory: one process serves one partnership, and a restart forgives nobody for long. */
export function createLimits(): Limits {
	return {
		signInByAddress: limit("address", 5, QUARTER_HOUR),
		signInByNetwork: limit("network", 50, QUARTER_HOUR),
		mailByAddress: limit("mail-address", 3, QUARTER_HOUR),
		mailByNetwork: limit("mail-network", 20, QUARTER_HOUR),
		schoolMisses: limit("school-miss", 30, QUARTER_HOUR),
		schoolVisits: limit("school-visit", 300, QUARTER_HOUR),
		schoolPosts: limit("school-post", 40, QUARTER_HOUR),
		requestPosts: limit("request-posts", 150, QUARTER_HOUR),
		requestsByNetwork: limit("request-network", 10, HOUR),
		requestsByAddress: limit("request-address", 3, HOUR),
		publicVisits: limit("public-visit", 600, QUARTER_HOUR),
		apiByUser: limit("api", 1200, 60),
	};
}

function limit(keyPrefix: string, points: number, duration: number): RateLimiterMemory {
	return new RateLimiterMemory({ keyPrefix, points, duration });
}
