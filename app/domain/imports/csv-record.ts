/** A record of a CSV file, as whoever reads files hands it on. */
export interface CsvRecord {
	/** The line of the file on which it begins, from 1. */
	line: number;
	cells: string[];
}

/** A file's records in order, a batch at a time. Throws FileRefused for a file that is none. */
export type CsvBatches = AsyncIterable<CsvRecord[]>;
