import { createHmac } from "node:crypto";

/** A key of its own for each purpose, so that what is signed for one is worthless for another. */
export function keyFor(secret: string, purpose: string): string {
	return createHmac("sha256", secret).update(purpose).digest("hex");
}
