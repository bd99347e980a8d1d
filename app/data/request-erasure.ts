import type { Transaction } from "./database.ts";
import { requestSearchText } from "./requests.ts";

const FORMER = "Former contact";

/**
 * Takes whoever asked out of requests that came before a moment: who was declined never became a
 * contact. What was asked for, by which school, and what became of it stays, for coverage to count.
 * @param forgotten ids of contacts who are anonymised, and their requests with them
 * @returns how many; a dry run erases none
 */
export async function eraseOldRequests(
	tx: Transaction,
	before: Date,
	{ forgotten, dryRun }: { forgotten: readonly string[]; dryRun: boolean },
): Promise<number> {
	const contacts = await tx.contact.findMany({
		where: { id: { in: [...forgotten] } },
		select: { email: true },
	});
	const requests = await tx.request.findMany({
		where: {
			receivedAt: { lt: before },
			contactName: { not: FORMER },
			contactEmail: { notIn: contacts.map(({ email }) => email) },
		},
	});
	if (dryRun) return requests.length;
	for (const request of requests) {
		const contact = { contactName: FORMER, contactEmail: `${request.id}@anonymised.invalid` };
		await tx.request.update({
			where: { id: request.id },
			data: {
				...contact,
				contactRole: "",
				contactPhone: null,
				notes: "",
				offerWords: "",
				declineWords: "",
				searchText: requestSearchText({ ...request, ...contact }),
			},
		});
	}
	return requests.length;
}
