import { redirect } from "react-router";
import { appContext } from "#app/http/app-context.ts";
import { redirectWith } from "#app/http/respond.ts";
import { signOut } from "#app/http/sign-in.ts";
import type { Route } from "./+types/sign-out.ts";

export function loader() {
	throw redirect("/", 303);
}

export async function action({ request, context }: Route.ActionArgs) {
	const app = context.get(appContext);
	const cookies = await signOut(app, request.headers);
	const message = "You are signed out";
	return redirectWith(app, "/sign-in", { kind: "success", message }, cookies);
}
