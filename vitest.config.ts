import { defineConfig } from "vitest/config";

const console = "tests/setup/console.ts";
const databases = "tests/setup/databases-global.ts";

/**
 * Three kinds of test, three costs: `domain` touches nothing, `routes` uses both real databases
 * through the real request handler, `journeys` drives a real browser.
 */
export default defineConfig({
	test: {
		// why: nobody in England is in Kathmandu (+05:45); a time read from the machine's zone shows at once.
		env: { TZ: "Asia/Kathmandu", NODE_ENV: "test" },
		// why: left alone the runner keeps one core free, which of two is half of the machine.
		maxWorkers: "100%",
		projects: [
			{
				extends: true,
				test: {
					name: "domain",
					include: ["app/**/*.test.{ts,tsx}"],
					setupFiles: [console],
					// why: they are pure, and loading luxon and zod anew for each file took most of their time.
					isolate: false,
					testTimeout: 20_000,
				},
			},
			{
				extends: true,
				test: {
					name: "routes",
					include: ["tests/{data,commands,routes,faults,setup}/**/*.test.{ts,tsx}"],
					globalSetup: [databases],
					setupFiles: [console],
					// why: loading Prisma and the program anew for each file took half of the time. No test
					// may leave anything behind in a module.
					isolate: false,
					// why: the built program runs as it is, and not as the test runner would rewrite it.
					server: { deps: { external: [/\/build\/server\//] } },
					testTimeout: 30_000,
					hookTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: "journeys",
					include: ["tests/journeys/**/*.test.{ts,tsx}"],
					globalSetup: [databases],
					setupFiles: [console],
					server: { deps: { external: [/\/build\/server\//] } },
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
