import { parseHTML } from "linkedom";

const KEPT: Record<string, string> = {
	H1: "h3",
	H2: "h4",
	P: "p",
	UL: "ul",
	LI: "li",
	TABLE: "table",
	TBODY: "tbody",
	TR: "tr",
	TH: "th",
	TD: "td",
	A: "a",
	BR: "br",
};

const DANGEROUS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

interface DomNode {
	nodeType: number;
	nodeName: string;
	textContent: string | null;
	childNodes: Iterable<DomNode>;
	getAttribute?(name: string): string | null;
}

/**
 * The body of a mail as part of a page: a closed list of elements, headings two levels down, no
 * attribute but a link's address. why not the mail's own styles: our content policy takes none that
 * stand in the text, and a page styles them like the rest.
 */
export function letterHtml(html: string): string {
	if (html === "") return "";
	const { document } = parseHTML(html);
	return inside(document.body as unknown as DomNode);
}

function inside(node: DomNode): string {
	return [...node.childNodes].map(written).join("");
}

function written(node: DomNode): string {
	if (node.nodeType === 3) return escaped(node.textContent ?? "");
	const tag = KEPT[node.nodeName.toUpperCase()];
	if (node.nodeType !== 1 || !tag) return "";
	if (tag === "br") return "<br>";
	if (tag === "th") return `<th scope="row">${inside(node)}</th>`;
	if (tag !== "a") return `<${tag}>${inside(node)}</${tag}>`;
	const href = node.getAttribute?.("href") ?? "";
	const goes = /^https?:\/\//i.test(href);
	return goes ? `<a class="govuk-link" href="${escaped(href)}">${inside(node)}</a>` : inside(node);
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => DANGEROUS[character] ?? character);
}
