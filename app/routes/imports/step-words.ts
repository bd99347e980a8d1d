import type { StepRefusal } from "#app/http/import-work.ts";

/** Why a step did not begin: somebody else did something first, or the upload is gone. */
export function stepRefusalWords(refusal: StepRefusal): string {
	if (refusal.reason === "file_gone") {
		return "The file is not on this server any more. Discard it and choose the file again.";
	}
	if (refusal.reason === "not_found") return "The file is gone.";
	return notAnyMore[refusal.status] ?? "The file is in use. Look at where it stands now.";
}

const notAnyMore: Record<string, string> = {
	reading: "The file is being read already.",
	checking: "The file is being checked already.",
	applying: "The file is being applied already.",
	applied: "The file has been applied already.",
	undoing: "The file is being undone already.",
	undone: "The file has been undone already.",
	discarded: "Somebody else has discarded the file.",
};
