import type { ShouldRevalidateFunctionArgs } from "react-router";

/** why: the answer to a form carries all that its page shows. */
export function keepAnswer(args: ShouldRevalidateFunctionArgs): boolean {
	return args.formMethod === "POST" ? false : args.defaultShouldRevalidate;
}
