import { applyMigrations } from "#app/data/migrate.ts";
import { whenTold } from "#tests/setup/other-process.ts";

await whenTold(([url = ""]) => applyMigrations(url));
