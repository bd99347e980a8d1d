import { defineConfig } from "vitest/config";

/**
 * Three kinds of test, three costs: `domain` touches nothing, `routes` uses both real databases
 * through the real request handler, `journeys` drives a real browser.
 */
export default defineConfig({
	test: {
		// why: nobody in England is in Kathmandu (+05:45); a time read from the machine's zone shows at once.
		env: { TZ: "Asia/Kathmandu", NODE_ENV: "test" },
		projects: [
			{
				extends: true,
				test: {
					name: "domain",
					include: ["app/**/*.test.{ts,tsx}"],
					setupFiles: ["tests/setup/console.ts"],
				},
			},
		],
	},
});
