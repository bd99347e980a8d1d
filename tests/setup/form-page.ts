import type { Answer } from "./visitor.ts";

/** What a page's control of a name holds: its text, the chosen option, or the ticked values. */
export function held(answer: Answer, name: string): string | string[] {
	const controls = [...answer.page().querySelectorAll(`[name="${name}"]`)];
	const [first] = controls;
	if (!first) throw new Error(`There is no field named ${name}`);
	if (/^(checkbox|radio)$/.test(first.getAttribute("type") ?? "")) {
		return controls.filter(isTicked).map((control) => control.getAttribute("value") ?? "");
	}
	if (first.tagName === "SELECT") {
		const options = [...first.querySelectorAll("option")];
		const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0];
		return chosen?.getAttribute("value") ?? "";
	}
	// why without its first line break: a browser takes that for the tag's own.
	if (first.tagName === "TEXTAREA") return (first.textContent ?? "").replace(/^\n/, "");
	return first.getAttribute("value") ?? "";
}

function isTicked(control: Element): boolean {
	return control.hasAttribute("checked");
}

/** The message beside a field; null where there is none. */
export function messageAt(answer: Answer, field: string): string | null {
	const message = answer.page().getElementById(`${field.replace(/[^\w-]+/g, "-")}-error`);
	return message?.textContent?.replace(/^Error:\s*/, "").trim() ?? null;
}

/** The words of a page's main part, with single spaces. */
export function wordsOf(answer: Answer): string {
	return answer.page().querySelector("main")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

/** The rows of the first table of a page, each cell's words. */
export function rowsOf(answer: Answer): string[][] {
	return [...answer.page().querySelectorAll("main table tbody tr")].map((row) =>
		[...row.children].map((cell) => cell.textContent?.replace(/\s+/g, " ").trim() ?? ""),
	);
}
