import { z } from "zod";
import { localDate } from "#app/domain/time.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { FieldChange } from "./register-difference.ts";
import { registerTypeGroups } from "./register-types.ts";

const laCodes = z
	.string({ error: "Enter the codes of local authorities, like 881, 882" })
	.nullish()
	.transform((typed) => [...new Set((typed ?? "").split(/[\s,;]+/).filter((code) => code))])
	.refine((codes) => codes.every((code) => /^\d{3}$/.test(code)), {
		error: "Enter each local authority by its code of 3 digits, like 881",
	})
	.refine((codes) => codes.length <= 200, { error: "Enter 200 local authorities or fewer" });

const typeGroups = z
	.union([z.array(z.string()), z.string()], { error: "Choose types from the list" })
	.nullish()
	.transform((chosen) => [...new Set([chosen ?? []].flat())])
	.pipe(z.array(z.enum(registerTypeGroups, { error: "Choose types from the list" })));

const closedSince = z
	.union([z.literal(""), localDate("the day since which schools closed")], {
		error: "Enter the day since which schools closed as a real date, like 2019-09-01",
	})
	.nullish()
	.transform((date) => date || null);

/** What to take from an extract; everything where nothing is said. */
export const registerOptions = z.object({ laCodes, typeGroups, closedSince });
export type RegisterOptions = z.output<typeof registerOptions>;

/** What becomes of a staged row of the register. */
export const registerOutcomes = [
	"new",
	"changed",
	"closed",
	"reopened",
	"gone",
	"successor",
	"unreadable",
] as const;
export type RegisterRowOutcome = (typeof registerOutcomes)[number];

/** Why a readable row is not kept, or that it needs no change. */
export const registerPassed = [
	"unchanged",
	"other_authority",
	"other_type",
	"not_a_school",
	"proposed",
	"closed_unknown",
] as const;
export type RegisterPassed = (typeof registerPassed)[number];

/** What is kept of a staged row beside the school itself. */
export type RegisterDetail =
	| { changes: FieldChange[]; retires?: boolean }
	| { problems: string[] }
	| { id: string; retires: boolean }
	| { urn: string; successorUrn: string; successorName: string };

/** What a dry run of the register found. */
export interface RegisterResult {
	counts: Record<RegisterRowOutcome | RegisterPassed, number>;
	/** Records of the file, its header apart. */
	records: number;
	/** Local authorities that were asked for and are not in the file. */
	absent: string[];
	/** Unreadable rows without a readable URN: any of them may be a school that then seems gone. */
	unidentified: number;
	/** Districts that schools of the file stand in. */
	districts: { code: string; name: string; laCode: string; laName: string }[];
}

export type RegisterFileResult = RegisterResult | { refusal: FileRefusal } | Record<string, never>;
