import { expect, it } from "vitest";
import { insertMany } from "#app/data/insert-many.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { startMailSink } from "#tests/setup/mail-sink.ts";
import { startProcess } from "#tests/setup/other-process.ts";

const MESSAGES = 600;
const MINUTE = 60_000;

describeOnBothEngines("a process that is killed while it sends", (world) => {
	it("loses nothing, and what another process sends again is the same", async () => {
		const rows = Array.from({ length: MESSAGES }, (_, number) => ({
			why: "account",
			messageId: `<killed-${number}@termtime.test>`,
			toName: "",
			toAddress: `reader-${number}@school.test`,
			subject: `Message ${number}`,
			text: "Text\n",
			html: "<p>Text</p>\n",
			status: "waiting",
			dueAt: testNow,
			createdAt: testNow,
		}));
		await world.database.transaction((tx) => insertMany(tx, "OutboxMessage", rows));
		let killAt = Number.POSITIVE_INFINITY;
		let kill = () => {};
		const sink = await startMailSink(() => {
			// why here: in the middle of a message, with others of the process's on their way.
			if (sink.messages.length >= killAt) kill();
			return false;
		});
		const { client } = world.database;
		const sentRows = () => client.outboxMessage.count({ where: { status: "sent" } });
		for (const [turn, after] of [40, 130, 260].entries()) {
			const at = new Date(testNow.getTime() + turn * 3 * MINUTE);
			const child = await startProcess(new URL("./posting-process.ts", import.meta.url), [
				world.url,
				sink.url,
				at.toISOString(),
			]);
			killAt = after;
			kill = child.kill;
			await expect(child.go()).rejects.toThrow("failed");
			killAt = Number.POSITIVE_INFINITY;
			const arrived = sink.messages.length;
			expect(arrived).toBeGreaterThanOrEqual(after);
			expect(await sentRows()).toBeLessThan(arrived + 1);
		}
		const child = await startProcess(new URL("./posting-process.ts", import.meta.url), [
			world.url,
			sink.url,
			new Date(testNow.getTime() + 12 * MINUTE).toISOString(),
		]);
		await child.go();
		await sink.stop();
		expect(await sentRows()).toBe(MESSAGES);
		const copies = new Map<string, string[]>();
		for (const { to, raw } of sink.messages) copies.set(to, [...(copies.get(to) ?? []), raw]);
		expect(copies.size).toBe(MESSAGES);
		for (const raws of copies.values()) expect(new Set(raws).size).toBe(1);
		// why a bound: what was on its way or not yet written down may come twice, and nothing else.
		expect(sink.messages.length).toBeLessThanOrEqual(MESSAGES + 3 * 100);
	});
});
