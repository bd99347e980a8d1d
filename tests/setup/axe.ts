import axe from "axe-core";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Fails, naming each rule, element and remedy, unless the page as it stands now passes all of
 * axe-core's rules for WCAG 2.2 A and AA and its best practices.
 *
 * @param only these of its rules
 *
 * The page's Content-Security-Policy may stay as it is: the script comes in through the debugger.
 */
export async function expectAccessible(page: Page, only?: readonly string[]): Promise<void> {
	// why: without JavaScript no timer fires, and axe-core would wait for ever.
	if (await page.evaluate(() => matchMedia("(scripting: none)").matches)) {
		throw new Error("expectAccessible needs a page opened with JavaScript.");
	}
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
	const runOnly: axe.RunOnly = only
		? { type: "rule", values: [...only] }
		: { type: "tag", values: rules };
	const results = await page.evaluate(
		(asked) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: asked }),
		runOnly,
	);
	if (results.violations.length === 0) return;
	throw new Error(
		`${page.url()} has barriers:\n\n${results.violations.map(describe).join("\n\n")}`,
	);
}

function describe(violation: axe.Result): string {
	const nodes = violation.nodes.map((node) => {
		const remedy = node.failureSummary?.replaceAll("\n", "\n    ") ?? "";
		return `  ${node.html}\n    at ${node.target.join(" ")}\n    ${remedy}`;
	});
	return `${violation.id} (${violation.impact}): ${violation.help}\n${nodes.join("\n")}`;
}
