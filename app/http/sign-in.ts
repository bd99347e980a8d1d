import { APIError } from "better-auth/api";
import { type RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { App } from "./app-context.ts";
import { tooMany } from "./respond.ts";

/** As long as better-auth locks an account after ten wrong codes. */
const LOCKED_SECONDS = 15 * 60;

export type SignInOutcome =
	| { ok: true; codeNeeded: boolean; cookies: string[] }
	| { ok: false; reason: "refused" };

interface Attempt {
	email: string;
	password: string;
	/** The network address it comes from. */
	network: string;
	headers: Headers;
}

/**
 * Signs somebody in by address and password. One refusal for an address that does not exist, a
 * wrong password and a disabled account: nobody learns who has an account.
 * @throws 429 after too many failures
 */
export async function signIn(app: App, attempt: Attempt): Promise<SignInOutcome> {
	const { email, password, network, headers } = attempt;
	const { signInByAddress, signInByNetwork } = app.limits;
	// why before trying: counted afterwards, a hundred tries sent at once would all be let through.
	await spend(signInByNetwork, network);
	await spend(signInByAddress, email);
	try {
		const { response, headers: given } = await app.auth.api.signInEmail({
			body: { email, password },
			headers,
			returnHeaders: true,
		});
		await signInByAddress.delete(email);
		await signInByNetwork.reward(network);
		await endPrevious(app, headers);
		const codeNeeded = "twoFactorRedirect" in response;
		return { ok: true, codeNeeded, cookies: given.getSetCookie() };
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return { ok: false, reason: "refused" };
	}
}

export type CodeOutcome =
	| { ok: true; cookies: string[] }
	/** `expired`: the password has to be given again. */
	| { ok: false; reason: "wrong" | "expired" };

/**
 * The second step: a code of the authenticator app, or one of the backup codes.
 * @throws 429 while the account is locked after too many wrong codes
 */
export async function giveCode(
	app: App,
	{ code, network, headers }: { code: string; network: string; headers: Headers },
): Promise<CodeOutcome> {
	await spend(app.limits.signInByNetwork, network);
	const digits = code.replace(/\s/g, "");
	const call = { headers, returnHeaders: true } as const;
	try {
		const { headers: given } = /^\d{6}$/.test(digits)
			? await app.auth.api.verifyTOTP({ ...call, body: { code: digits } })
			: await app.auth.api.verifyBackupCode({ ...call, body: { code: digits } });
		await app.limits.signInByNetwork.reward(network);
		return { ok: true, cookies: given.getSetCookie() };
	} catch (error) {
		if (!isRefusal(error)) throw error;
		const reason = error.body?.code;
		if (reason === "ACCOUNT_TEMPORARILY_LOCKED") throw tooMany(LOCKED_SECONDS);
		const wrong = reason === "INVALID_CODE" || reason === "INVALID_BACKUP_CODE";
		return { ok: false, reason: wrong ? "wrong" : "expired" };
	}
}

/** Ends this browser's sign-in, and gives the cookies that make it forget. */
export async function signOut(app: App, headers: Headers): Promise<string[]> {
	const { headers: given } = await app.auth.api.signOut({ headers, returnHeaders: true });
	return given.getSetCookie();
}

/** why: somebody who signs in anew leaves nothing open that an older cookie could enter by. */
async function endPrevious(app: App, headers: Headers): Promise<void> {
	await app.auth.api.signOut({ headers });
}

/** Counts a try. @throws 429 when there were too many */
export async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limiter.consume(key);
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		throw tooMany(Math.ceil(refused.msBeforeNext / 1000));
	}
}

export function isRefusal(error: unknown): error is InstanceType<typeof APIError> {
	return error instanceof APIError && error.statusCode < 500;
}
