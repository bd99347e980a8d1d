import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/ui/button.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Stopped } from "./stopped-words.ts";

/** Work whose process ended: it says so, and how to go on. */
export function StoppedWork({ id, what, again, discardable }: Stopped & { id: string }) {
	return (
		<>
			<Inset>
				<p className="govuk-body govuk-!-margin-bottom-0">{what}</p>
			</Inset>
			<Form method="post">
				<ButtonGroup>
					{again && "intent" in again && (
						<>
							<Hidden name="intent" value={again.intent} />
							<Button>{again.text}</Button>
						</>
					)}
					{again && "href" in again && <ButtonLink href={again.href}>{again.text}</ButtonLink>}
					{discardable && (
						<AppLink className="govuk-link" href={`/imports/${id}/discard`}>
							Discard the file
						</AppLink>
					)}
				</ButtonGroup>
			</Form>
		</>
	);
}
