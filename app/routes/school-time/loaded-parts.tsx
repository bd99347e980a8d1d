import { Form } from "react-router";
import { countOf } from "#app/domain/format-number.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/section.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { PartWords } from "./loaded-words.ts";

interface Props {
	parts: PartWords[];
	/** The file, sent again when it is loaded. */
	text: string;
}

/** What a checked file would change, and the button that does it. */
export function LoadedParts({ parts, text }: Props) {
	const changes = parts.some(({ added, removed }) => added.length + removed.length > 0);
	return (
		<>
			{parts.map((part) => (
				<PartPanel key={part.title} part={part} />
			))}
			<Form method="post" encType="multipart/form-data">
				<Hidden name="text" value={text} />
				<ButtonGroup>
					{changes && (
						<Button name="intent" value="apply">
							Load these dates
						</Button>
					)}
					<AppLink className="govuk-link" href="/settings/terms/load">
						{changes ? "Choose another file" : "Nothing would change: choose another file"}
					</AppLink>
				</ButtonGroup>
			</Form>
		</>
	);
}

function PartPanel({ part: { title, added, removed, kept } }: { part: PartWords }) {
	const lines = [
		...removed.map((text) => `Removed: ${text}`),
		...added.map((text) => `Added: ${text}`),
		...(kept > 0 ? [`${countOf(kept, "entry stays", "entries stay")} as before`] : []),
	];
	return (
		<Panel title={title} quiet>
			<ul className="govuk-list govuk-list--bullet">
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</Panel>
	);
}
