import { warningLabel } from "#app/domain/sessions/warning-labels.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { WarningItem } from "#app/ui/warning-list.tsx";

/**
 * Warnings with the reasons typed so far. A reason that has to be mended keeps its box though its
 * warning is gone: what cannot be seen cannot be mended.
 */
export function warningItems(
	warnings: readonly { code: string; message: string }[],
	reasons: Readonly<Record<string, string>>,
	errors: FieldErrors,
): WarningItem[] {
	const known = new Set(warnings.map(({ code }) => code));
	const left = Object.keys(reasons).filter(
		(code) => !known.has(code) && errors.some(({ field }) => field === `override.${code}`),
	);
	const all = [...warnings, ...left.map((code) => ({ code, message: warningLabel(code) }))];
	return all.map(({ code, message }) => ({ code, message, reason: reasons[code] ?? "" }));
}
