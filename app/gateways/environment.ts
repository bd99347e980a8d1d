import { z } from "zod";

const port = z.coerce
	.number({ error: "PORT must be a number from 1 to 65535" })
	.int({ error: "PORT must be a number from 1 to 65535" })
	.min(0, { error: "PORT must be a number from 1 to 65535" })
	.max(65_535, { error: "PORT must be a number from 1 to 65535" });

const schema = z
	.object({
		NODE_ENV: z.enum(["production", "development", "test"]).catch("production"),
		PORT: port.default(3000),
		HOST: z.string().min(1, { error: "HOST must be a name or an address" }).default("127.0.0.1"),
		DATABASE_URL: z
			.string()
			.regex(/^(file:.|postgres(ql)?:\/\/.)/, {
				error: "DATABASE_URL must start with file: or postgresql://",
			})
			.default("file:./data/termtime.db"),
		APP_URL: z
			.url({ protocol: /^https?$/, error: "APP_URL must start with http:// or https://" })
			.transform((url) => new URL(url).origin)
			.optional(),
		APP_SECRET: z
			.string({ error: "APP_SECRET must be set: 32 characters or more that nobody can guess" })
			.min(32, { error: "APP_SECRET must have 32 characters or more" }),
		SMTP_URL: z
			.url({ protocol: /^smtps?$/, error: "SMTP_URL must start with smtp:// or smtps://" })
			.optional(),
		MAIL_FROM: z
			.email({ error: "MAIL_FROM must be an email address" })
			.default("bookings@termtime.test"),
		IMAP_URL: z
			.url({ protocol: /^imaps?$/, error: "IMAP_URL must start with imap:// or imaps://" })
			.optional(),
		LOG_LEVEL: z
			.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
				error: "LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent",
			})
			.default("info"),
		/** Set by `npm run demo` alone: without it a start refuses a database with demo accounts. */
		TERMTIME_DEMO: z.stringbool().default(false),
	})
	.transform(({ APP_URL, ...rest }) => ({
		...rest,
		APP_URL: APP_URL ?? `http://${rest.HOST}:${rest.PORT}`,
	}));

export type Environment = z.output<typeof schema>;

/**
 * The settings of the process, checked. Empty values count as not given.
 * @throws Error whose message is one clear line for each bad value
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
	const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
	const parsed = schema.safeParse(given);
	if (parsed.success) return parsed.data;
	throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
}
