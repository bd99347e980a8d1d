import type { App } from "./app-context.ts";
import { isRefusal } from "./sign-in.ts";

/** What somebody needs to set their authenticator app up, and what lets them in without it. */
export interface TwoStepSetup {
	/** For typing into an app, in groups of four. */
	secret: string;
	/** The same as an otpauth:// address, which opens an app on the device. */
	uri: string;
	backupCodes: string[];
}

interface Asked {
	headers: Headers;
	password: string;
}

/** Begins two-step sign-in, which is off until a first code is given; null for a wrong password. */
export async function startTwoStep(
	{ auth }: App,
	{ headers, password }: Asked,
): Promise<TwoStepSetup | null> {
	const started = await unlessRefused(
		auth.api.enableTwoFactor({ body: { password, method: "totp" }, headers }),
	);
	if (started?.method !== "totp") return null;
	const { totpURI, backupCodes } = started;
	const secret = new URL(totpURI).searchParams.get("secret") ?? "";
	return { secret: secret.replace(/.{4}(?=.)/g, "$& "), uri: totpURI, backupCodes };
}

/** Turns two-step sign-in on by a first code: the cookies to go on with, or null for a wrong one. */
export async function confirmTwoStep(
	{ auth }: App,
	{ headers, code }: { headers: Headers; code: string },
): Promise<string[] | null> {
	const body = { code: code.replace(/\s/g, "") };
	const confirmed = await unlessRefused(
		auth.api.verifyTOTP({ body, headers, returnHeaders: true }),
	);
	return confirmed?.headers.getSetCookie() ?? null;
}

/** Turns two-step sign-in off: the cookies to go on with, or null for a wrong password. */
export async function stopTwoStep(
	{ auth }: App,
	{ headers, password }: Asked,
): Promise<string[] | null> {
	const stopped = await unlessRefused(
		auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
	);
	return stopped?.headers.getSetCookie() ?? null;
}

/** New backup codes, after which the old ones no longer work; null for a wrong password. */
export async function newBackupCodes(
	{ auth }: App,
	{ headers, password }: Asked,
): Promise<string[] | null> {
	const made = await unlessRefused(auth.api.generateBackupCodes({ body: { password }, headers }));
	return made?.backupCodes ?? null;
}

async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
	try {
		return await work;
	} catch (error) {
		if (isRefusal(error)) return null;
		throw error;
	}
}
