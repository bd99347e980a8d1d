import type { ImportRecord } from "#app/data/imports.ts";

export interface Stopped {
	what: string;
	/** What the button does, and the step it sends; or the page to go to. */
	again: { text: string; intent: "read" | "check" } | { text: string; href: string } | null;
	discardable: boolean;
}

/** @param here whether the upload is still on this machine */
export function stoppedPart({ id, status }: ImportRecord, here: boolean): Stopped {
	switch (status) {
		case "reading":
			return {
				what: here
					? "Reading was interrupted before it was finished. Nothing was written."
					: "Reading was interrupted before it was finished, and the file is not on this server any more. Nothing was written. Discard it and choose the file again.",
				again: here ? { text: "Read it again", intent: "read" } : null,
				discardable: true,
			};
		case "checking":
			return {
				what: "Checking was interrupted before it was finished. Nothing was written.",
				again: { text: "Check it again", intent: "check" },
				discardable: true,
			};
		case "undoing":
			return {
				what: "Undoing was interrupted before it was finished. Nothing was taken back: the sessions are all still here.",
				again: { text: "Undo it again", href: `/imports/${id}/undo` },
				discardable: false,
			};
		default:
			return {
				what: "Applying was interrupted before it was finished. Nothing was written.",
				again: { text: "Apply it again", href: `/imports/${id}/apply` },
				discardable: true,
			};
	}
}
