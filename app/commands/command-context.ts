import type { Database } from "#app/data/database.ts";
import type { Settings } from "#app/data/settings.ts";
import type { Actor } from "#app/domain/access/permissions.ts";

/** Where this deployment answers and writes from. */
export interface Deployment {
	/** Origin, without a slash at the end. */
	appUrl: string;
	/** Plain address; invites go out from it with a token after a plus sign. */
	mailFrom: string;
	/** Signs the addresses of schools' own pages; without it messages carry none. */
	linkKey?: string;
}

/** What every command is given: nothing in a command asks the clock or the environment. */
export interface CommandContext {
	database: Database;
	deployment: Deployment;
	settings: Settings;
	now: Date;
	/** Who did it, as history will say. */
	actor: Pick<Actor, "userId" | "name">;
}
