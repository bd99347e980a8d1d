import { createCookie } from "react-router";
import { z } from "zod";
import type { Flash } from "#app/ui/notification-banner.tsx";
import type { App } from "./app-context.ts";
import { keyFor } from "./keys.ts";

const flashShape = z.object({
	kind: z.enum(["success", "important"]),
	message: z.string(),
	nextStep: z.object({ href: z.string(), text: z.string() }).optional(),
});

/** One minute: long enough for a slow page, short enough not to surprise on a later one. */
export function flashCookie({ secret, deployment }: Pick<App, "secret" | "deployment">) {
	return createCookie("termtime.flash", {
		secrets: [keyFor(secret, "flash")],
		httpOnly: true,
		sameSite: "lax",
		secure: deployment.appUrl.startsWith("https:"),
		path: "/",
		maxAge: 60,
	});
}

/** The banner a request carries, with the cookie that makes this its only time. */
export async function takeFlash(
	app: App,
	request: Request,
): Promise<{ flash: Flash | null; cookie: string | null }> {
	const jar = flashCookie(app);
	const parsed = flashShape.safeParse(await jar.parse(request.headers.get("cookie")));
	if (!parsed.success) return { flash: null, cookie: null };
	return { flash: parsed.data, cookie: await jar.serialize("", { maxAge: 0 }) };
}
