import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";

/**
 * One file for one backup: a line that says what it is, the dump, compressed, and at the end the
 * SHA-256 of all that came before. A file cut short or changed by one bit is not a backup.
 */
const MAGIC = "TERMTIME-BACKUP ";
const DIGEST_BYTES = 32;
const LONGEST_HEADER = 4096;

const headerSchema = z.object({
	format: z.literal(1),
	engine: z.enum(["sqlite", "postgresql"]),
	/** The newest migration in the dump. */
	migration: z.string(),
	madeAt: z.iso.datetime(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** What is wrong with a file that is no backup, in words for whoever wanted to restore it. */
export class BackupRefused extends Error {}

/** Writes the backup beside its place first: under its own name it is whole or not there. */
export async function packBackup(
	dump: string,
	file: string,
	header: BackupHeader,
): Promise<{ bytes: number }> {
	const part = `${file}.${randomUUID()}.part`;
	try {
		const hash = createHash("sha256");
		const out = createWriteStream(part, { flags: "wx", mode: 0o600 });
		const line = Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`);
		hash.update(line);
		out.write(line);
		const seal = new Transform({
			transform(chunk: Buffer, _encoding, done) {
				hash.update(chunk);
				done(null, chunk);
			},
			flush(done) {
				done(null, hash.digest());
			},
		});
		await pipeline(createReadStream(dump), createGzip(), seal, out);
		const handle = await open(part, "r");
		await handle.sync();
		await handle.close();
		await rename(part, file);
		return { bytes: (await stat(file)).size };
	} finally {
		await rm(part, { force: true });
	}
}

/**
 * Checks a backup whole, then writes its dump to `dump`.
 * @throws BackupRefused when the file is no backup, cut short or changed
 */
export async function unpackBackup(file: string, dump: string): Promise<BackupHeader> {
	const size = (await stat(file).catch(() => null))?.size;
	if (size === undefined) throw new BackupRefused(`There is no file ${file}`);
	const { header, length } = await readHeader(file);
	if (size < length + DIGEST_BYTES) throw new BackupRefused("The backup is cut short");
	const end = size - DIGEST_BYTES;
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(file, { end: end - 1 })) hash.update(chunk);
	const seal = await readBytes(file, end, DIGEST_BYTES);
	if (!hash.digest().equals(seal)) {
		throw new BackupRefused("The backup is damaged: its checksum does not fit. Use another one");
	}
	await pipeline(
		createReadStream(file, { start: length, end: end - 1 }),
		createGunzip(),
		createWriteStream(dump, { mode: 0o600 }),
	);
	return header;
}

async function readHeader(file: string): Promise<{ header: BackupHeader; length: number }> {
	const start = await readBytes(file, 0, LONGEST_HEADER);
	const newline = start.indexOf(0x0a);
	const text = start.subarray(0, Math.max(0, newline)).toString("utf8");
	if (!text.startsWith(MAGIC)) throw new BackupRefused("The file is not a Termtime backup");
	try {
		const header = headerSchema.parse(JSON.parse(text.slice(MAGIC.length)));
		return { header, length: newline + 1 };
	} catch {
		throw new BackupRefused("The backup's first line is damaged. Use another one");
	}
}

async function readBytes(file: string, position: number, length: number): Promise<Buffer> {
	const handle = await open(file, "r");
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}
