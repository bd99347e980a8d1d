import { type Logger, pino } from "pino";

export type Log = Logger;

/** why no requests, bodies or addresses: the log must hold nobody's data. */
export function openLog(level: string): Log {
	return pino({ level, base: undefined });
}
