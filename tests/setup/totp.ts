import { createHmac } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 section 6. */
function base32(text: string): Buffer {
	let bits = "";
	for (const letter of text.replace(/[\s=]/g, "")) {
		bits += ALPHABET.indexOf(letter).toString(2).padStart(5, "0");
	}
	const bytes = bits.match(/.{8}/g) ?? [];
	return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows (RFC 6238, SHA-1, 6 digits, 30 seconds), by its own reckoning. */
export function authenticatorCode(secret: string, at = Date.now()): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const digest = createHmac("sha1", base32(secret)).update(counter).digest();
	const offset = (digest.at(-1) ?? 0) & 15;
	const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
	return String(number % 1_000_000).padStart(6, "0");
}
