import type { Fields } from "#app/http/parse-form.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { DatesForm } from "./dates-form.tsx";

interface Props {
	/** Whose dates they will be. */
	name: string;
	page: string;
	answer: { errors: FieldErrors; values: Fields } | undefined;
}

/** The page that adds dates for an authority or a school. */
export function NewDatesPage({ name, page, answer }: Props) {
	const errors = answer?.errors;
	const title = `Add dates for ${name}`;
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={{ href: page, text: "Term dates" }} />
			<DatesForm values={answer?.values ?? {}} errors={errors} submit="Add dates" cancelHref={page}>
				<Button kind="secondary" name="intent" value="another">
					Add and enter another
				</Button>
			</DatesForm>
		</Measure>
	);
}
