import type { Reader } from "#app/data/database.ts";
import { findRequest, type RequestRecord } from "#app/data/requests.ts";
import { formatReference, parseReference } from "#app/domain/sessions/reference.ts";
import { notFound } from "./respond.ts";

/**
 * The request that an address names, however its reference is spelled.
 * @throws 404 for a text that is no reference, for one that nobody has, and for a request whose
 * address is not confirmed: nobody is shown it
 */
export async function requireRequest(
	reader: Reader,
	typed: string | undefined,
): Promise<RequestRecord> {
	const parts = parseReference(typed ?? "");
	const request = parts && (await findRequest(reader, { reference: formatReference(parts) }));
	if (!request || request.status === "unconfirmed") throw notFound();
	return request;
}
