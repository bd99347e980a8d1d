import { expect, it } from "vitest";
import { fromLatin1, unusedBytes } from "./windows-1252.ts";

it("reads the quotes, dashes and signs that Latin-1 does not have", () => {
	const latin1 = Buffer.from([0x53, 0x74, 0x92, 0x73, 0x20, 0x96, 0x20, 0x80, 0xe9]).toString(
		"latin1",
	);
	expect(fromLatin1(latin1)).toBe("St’s – €é");
});

it("knows every byte from 80 to 9F that stands for something", () => {
	const bytes = Array.from({ length: 32 }, (_, at) => 0x80 + at);
	const used = bytes.filter((byte) => !unusedBytes.includes(byte));
	const text = fromLatin1(Buffer.from(used).toString("latin1"));
	expect(text).toBe("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");
});

it("leaves every other byte as Latin-1 has it", () => {
	const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter(
		(byte) => byte < 0x80 || byte > 0x9f,
	);
	const latin1 = Buffer.from(bytes).toString("latin1");
	expect(fromLatin1(latin1)).toBe(latin1);
});
