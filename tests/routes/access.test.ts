import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/data/database.ts";
import { may, type Role, roles } from "#app/domain/access/permissions.ts";
import { permissionFor, routeAccess } from "#app/http/route-access.ts";
import { type OwnDatabase, ownDatabase } from "#tests/setup/databases.ts";
import { builtServer, openSite, type Site } from "#tests/setup/site.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

/** Every path that the built program answers, as the router names it. */
const patterns = await everyPattern();

async function everyPattern(): Promise<string[]> {
	const { routes } = await builtServer();
	const pathOf = (id: string | undefined): string => {
		const route = id === undefined ? undefined : routes[id];
		return route ? `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ""}` : "";
	};
	const paths = Object.values(routes)
		.filter((route) => route !== undefined && (route.index || route.path))
		.map((route) => pathOf(route?.id) || "/");
	// why last: whoever posts there is signed out.
	return paths.sort((a, b) => Number(a === "/sign-out") - Number(b === "/sign-out"));
}

/** An address that the pattern matches, of a thing that does not exist. */
function exampleOf(pattern: string): string {
	return pattern.replace(/:\w+/g, "none-such").replace("*", "none-such");
}

type Method = "GET" | "POST";
type Verdict = "enters" | "must sign in" | "is refused" | "needs a key";

function verdictOf(pattern: string, { status, location }: Answer): Verdict {
	const key = routeAccess[pattern] === "key";
	if (key && [401, 403, 404].includes(status)) return "needs a key";
	if (status === 401) return "must sign in";
	if (status === 403) return "is refused";
	const toSignIn = location === "/sign-in" || location?.startsWith("/sign-in?to=");
	return toSignIn && pattern !== "/sign-out" ? "must sign in" : "enters";
}

function expected(pattern: string, method: Method, role: Role | null): Verdict {
	if (routeAccess[pattern] === "key") return "needs a key";
	const permission = permissionFor(pattern, method);
	if (permission === null) return "enters";
	if (role === null) return "must sign in";
	return permission && may(role, permission) ? "enters" : "is refused";
}

it("lists every path of the program, and no other, in the access table", () => {
	expect(Object.keys(routeAccess).sort()).toEqual([...patterns].sort());
});

// why one engine: who may enter is decided before the database is asked for anything but the sign-in,
// and tests/routes/sign-in.test.ts signs in on both.
describe("who may enter", () => {
	let own: OwnDatabase;
	let database: Database;
	let site: Site;
	const visitors = new Map<Role | null, Visitor>();

	beforeAll(async () => {
		own = await ownDatabase("sqlite");
		database = openDatabase(own.url);
		site = await openSite(database);
		visitors.set(null, site.visitor());
		for (const role of roles) visitors.set(role, await site.signedIn(role));
	});
	afterAll(async () => {
		await site.close();
		await database.close();
		await own.remove();
	});

	async function ask(role: Role | null, method: Method, path: string): Promise<Answer> {
		const visitor = visitors.get(role) ?? site.visitor();
		return method === "GET" ? visitor.get(path) : visitor.post(path);
	}

	/** why one of those who may send a form: what it does with it is for the tests of its page. */
	function whoTries(pattern: string, method: Method): (Role | null)[] {
		const all = [null, ...roles];
		if (method === "GET") return all;
		const enter = all.filter((role) => expected(pattern, method, role) === "enters");
		return all.filter((role) => !enter.slice(1).includes(role));
	}

	it.each(patterns)("%s", async (pattern) => {
		const path = exampleOf(pattern);
		for (const method of ["GET", "POST"] as const) {
			for (const role of whoTries(pattern, method)) {
				const verdict = verdictOf(pattern, await ask(role, method, path));
				const who = `${role ?? "nobody"}: ${method} ${path}`;
				expect(`${who} ${verdict}`).toBe(`${who} ${expected(pattern, method, role)}`);
			}
		}
	});

	it("closes the data behind a page as it closes the page", async () => {
		const nobody = await site.visitor().get("/_.data");
		expect(nobody.text).not.toContain("Uma");
		expect(nobody.text).toContain("/sign-in");
		const manager = await (await site.signedIn("manager")).get("/_.data");
		expect(manager.text).toContain("Uma");
	});

	it("remembers where a signed-out reader wanted to go", async () => {
		const { location } = await site.visitor().get("/?then=this+one");
		expect(location).toBe("/sign-in?to=%2F%3Fthen%3Dthis%2Bone");
	});
});
