export type OldCount =
	| { kind: "count"; count: number; estimated: boolean }
	| { kind: "none" }
	| { kind: "unreadable" };

const roughly =
	/^(?:c\.?|ca\.?|circa|about|approx\.?|approximately|around|est\.?|estimated|roughly|~|≈)\s*|\s*(?:\+|\(est\.?\)|est\.?|approx\.?|ish)$/gi;

/** A number as people type it: "28", "1,200", "approx 30", "30+"; the last two are estimates. */
export function readOldCount(typed: string): OldCount {
	const text = typed.trim();
	if (text === "" || /^(-|–|—|n\/?a|nil|none)$/i.test(text)) return { kind: "none" };
	const plain = text.replace(roughly, "");
	if (!/^(\d{1,6}|\d{1,3}(,\d{3})+)(\.0+)?$/.test(plain)) return { kind: "unreadable" };
	const count = Number(plain.replaceAll(",", ""));
	return { kind: "count", count, estimated: plain !== text };
}

/** Whether a cell says that a number was counted or estimated; null when it says neither. */
export function readOldCounted(typed: string): "counted" | "estimated" | null {
	const text = typed.trim().toLowerCase();
	if (/^(c|count(ed)?|actual|exact|register(ed)?|true|yes|y)$/.test(text)) return "counted";
	if (/^(e|est\.?|estimate[d]?|approx\.?|approximate|guess(ed)?|false|no|n)$/.test(text)) {
		return "estimated";
	}
	return null;
}
