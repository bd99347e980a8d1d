import type { ImportKind } from "#app/domain/imports/import-status.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/ui/button.tsx";
import { Inset } from "#app/ui/inset.tsx";

interface Props {
	id: string;
	kind: ImportKind;
	reason: string;
}

/** A file that is not taken: why, and what to do instead. */
export function RefusedFile({ id, kind, reason }: Props) {
	return (
		<>
			<h2 className="govuk-heading-m">This file was not taken</h2>
			<Inset>
				<p className="govuk-body govuk-!-margin-bottom-0">{reason}</p>
			</Inset>
			<p className="govuk-body">Nothing was written.</p>
			<ButtonGroup>
				<ButtonLink href={`/imports/new?kind=${kind}`}>Choose another file</ButtonLink>
				<AppLink className="govuk-link" href={`/imports/${id}/discard`}>
					Discard the file
				</AppLink>
			</ButtonGroup>
		</>
	);
}
