import { openDatabase } from "#app/data/database.ts";
import { openMail } from "#app/gateways/mail.ts";
import { sendDueMessages } from "#app/workers/send-due-messages.ts";
import { whenTold } from "#tests/setup/other-process.ts";

/** Sends everything that is due at a moment, and says how much it sent. */
await whenTold(async ([url = "", mailUrl = "", at = ""]) => {
	const database = openDatabase(url);
	const mail = openMail(mailUrl, 3);
	const clock = () => new Date(at);
	const office = { database, mail, mailFrom: "bookings@termtime.test", clock };
	const { sent } = await sendDueMessages(office);
	mail.close();
	await database.close();
	return sent;
});
