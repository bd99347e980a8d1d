import type { ReactNode } from "react";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { headOf } from "./decide.ts";

interface Props {
	title: string;
	head: ReturnType<typeof headOf>;
	errors: FieldErrors | undefined;
	children: ReactNode;
}

/** The page of one answer to a request: its form, with the version that was looked at. */
export function AnswerFrame({ title, head, errors, children }: Props) {
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={title}
				caption={`${head.venueName}, ${head.reference}`}
				back={{ href: `/requests/${head.reference}`, text: "Back to the request" }}
			/>
			<form method="post" noValidate>
				<Hidden name="version" value={head.version} />
				{children}
			</form>
		</Measure>
	);
}
