import { defineConfig } from "vite";

/**
 * Builds the register's import into one plain program. why: loading TypeScript as it runs costs as
 * much memory as the import itself.
 */
export default defineConfig({
	build: {
		ssr: "scripts/import-venues.ts",
		outDir: "build/import-venues",
		target: "node20",
		copyPublicDir: false,
	},
});
