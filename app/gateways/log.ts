import { type Logger, pino } from "pino";

export type Log = Logger;

/**
 * why no requests, bodies or addresses: the log must hold nobody's data.
 * @param err what is kept of an error that is logged as `err`; left out, nothing of it
 */
export function openLog(level: string, err: (error: unknown) => unknown = () => "error"): Log {
	return pino({ level, base: undefined, serializers: { err } });
}
