import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

/** Copies a text, and says so. Without scripts the text beside it is there to be selected. */
export function CopyButton({ text, about }: { text: string; about: string }) {
	const [said, setSaid] = useState("");
	if (!useHydrated()) return null;
	const copy = async () => {
		// why it can fail: browsers keep the clipboard from pages that are not served securely.
		const copied = await Promise.resolve()
			.then(() => navigator.clipboard.writeText(text))
			.then(
				() => true,
				() => false,
			);
		setSaid(copied ? "Copied" : "Your browser does not allow it: select the line and copy it");
	};
	return (
		<div className="tt-press__copy tt-no-print">
			<Button type="button" kind="secondary" small onClick={copy}>
				Copy<span className="govuk-visually-hidden"> {about}</span>
			</Button>
			<output className="tt-quiet">{said}</output>
		</div>
	);
}
