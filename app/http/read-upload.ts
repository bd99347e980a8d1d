import { createWriteStream, type WriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import type { Uploads } from "#app/gateways/uploads.ts";
import type { Fields } from "./parse-form.ts";
import { badRequest } from "./respond.ts";

export interface UploadedFile {
	/** In the uploads: whoever is given it removes it. */
	spool: string;
	/** As the sender's machine names it. */
	fileName: string;
	/** Bytes. */
	size: number;
}

export type Upload =
	| { ok: true; fields: Fields; file: UploadedFile | null }
	| { ok: false; reason: "too_large"; fields: Fields };

interface Expected {
	/** The one field that may hold a file. */
	field: string;
	/** The largest file, in bytes. */
	max: number;
}

const LIMITS = { files: 1, fields: 100, fieldSize: 10_000, fieldNameSize: 100, headerPairs: 20 };

/** Something was sent that the form has no place for. */
class Malformed extends Error {}

/**
 * Reads a form that carries a file, straight to disk: no more than a piece of it is ever in memory.
 * What had arrived is removed when the rest does not come, or is too much. A field that was left
 * empty has no file: null.
 *
 * why to the end whatever is wrong: a browser that is still sending would see its connection break,
 * and never the page that says why. The guards bound how much that can be.
 * @throws 400 for another content type, a malformed or interrupted body, or a file nobody asked for
 */
export async function readUpload(
	request: Request,
	uploads: Uploads,
	expected: Expected,
): Promise<Upload> {
	const type = request.headers.get("content-type") ?? "";
	if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) throw badRequest();
	const reading = new Reading(uploads, expected);
	try {
		const form = formReader(type, expected.max, reading);
		// why the cast: the two declarations of a web stream do not know each other.
		await pipeline(Readable.fromWeb(request.body as ReadableStream), form);
		return await reading.end();
	} catch (error) {
		await reading.discard();
		if (isOurs(error)) throw error;
		throw badRequest();
	}
}

/** why: a disk that is full or closed to us is no mistake of the sender's. */
function isOurs(error: unknown): boolean {
	return ["ENOSPC", "EACCES", "EROFS", "EMFILE", "ENOENT"].includes(
		(error as NodeJS.ErrnoException).code ?? "",
	);
}

function formReader(type: string, max: number, reading: Reading): BusboyInstance {
	const form = new Busboy({
		headers: { "content-type": type },
		limits: { ...LIMITS, fileSize: max },
	});
	form.on("field", (name, value, nameCut, valueCut) => {
		if (nameCut || valueCut || name === undefined) reading.refuse();
		else reading.addField(name, value);
	});
	form.on("file", (name, stream, fileName) => reading.addFile(name, stream, fileName ?? ""));
	for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
		form.on(limit, () => reading.refuse());
	}
	return form;
}

/** What came so far. */
class Reading {
	readonly #uploads: Uploads;
	readonly #field: string;
	readonly #fields = new Map<string, string[]>();
	#malformed = false;
	#spool: string | null = null;
	#stream: BusboyFileStream | null = null;
	#writing: Promise<UploadedFile> | null = null;

	constructor(uploads: Uploads, { field }: Expected) {
		this.#uploads = uploads;
		this.#field = field;
	}

	refuse(): void {
		this.#malformed = true;
	}

	addField(name: string, value: string): void {
		this.#fields.set(name, [...(this.#fields.get(name) ?? []), value]);
	}

	addFile(name: string, stream: BusboyFileStream, fileName: string): void {
		// why at once: a body that stops here says so on this stream, and nobody else may be listening.
		stream.on("error", () => {});
		if (name !== this.#field) {
			this.refuse();
			stream.resume();
			return;
		}
		this.#stream = stream;
		this.#writing = this.#write(stream, fileName);
		this.#writing.catch(() => {});
	}

	/** What was sent, once all of it has come. */
	async end(): Promise<Upload> {
		const file = await this.#writing;
		if (this.#malformed) throw new Malformed();
		const fields = this.#sent();
		if (this.#stream?.truncated) {
			await this.discard();
			return { ok: false, reason: "too_large", fields };
		}
		if (file && file.fileName !== "") return { ok: true, fields, file };
		await this.discard();
		return { ok: true, fields, file: null };
	}

	async discard(): Promise<void> {
		// why: a form that is given up leaves the file in it waiting for what never comes.
		this.#stream?.destroy();
		await this.#writing?.catch(() => {});
		if (this.#spool !== null) await this.#uploads.remove(this.#spool);
	}

	#sent(): Fields {
		return Object.fromEntries(
			[...this.#fields].map(([name, values]) => {
				const [first = "", ...more] = values;
				return [name, more.length > 0 ? values : first];
			}),
		);
	}

	async #write(stream: BusboyFileStream, fileName: string): Promise<UploadedFile> {
		try {
			const { name, path } = await this.#uploads.newFile();
			this.#spool = name;
			const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
			await written(stream, file);
			return { spool: name, fileName, size: file.bytesWritten };
		} catch (error) {
			stream.resume();
			throw error;
		}
	}
}

/** why not a pipeline: it would close the form's stream with the file, and the rest could not come. */
function written(stream: BusboyFileStream, file: WriteStream): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = (error: Error) => {
			file.destroy();
			reject(error);
		};
		file.once("finish", resolve);
		file.once("error", stop);
		stream.once("error", stop);
		stream.once("close", () => {
			if (!stream.readableEnded) stop(new Malformed());
		});
		if (stream.destroyed) stop(new Malformed());
		else stream.pipe(file);
	});
}
