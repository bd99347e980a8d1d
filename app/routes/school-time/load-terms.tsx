import { Readable } from "node:stream";
import { data, Form } from "react-router";
import { type LoadOutcome, loadSchoolDates } from "#app/commands/load-school-dates.ts";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";
import { readCsv } from "#app/gateways/csv-records.ts";
import { readTextFile } from "#app/http/read-text-file.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/load-terms.ts";
import { LoadedParts } from "./loaded-parts.tsx";
import { loadErrors, partWords } from "./loaded-words.ts";

/** Characters. A line of a file of dates has about sixty. */
const LONGEST_LINE = 2000;

export async function loader(args: Route.LoaderArgs) {
	await requireActor(args, "register.change");
	return null;
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const file = await readTextFile(args.request);
	if (!file.ok) return refused([{ field: "file", message: file.message }]);
	const applies = file.intent === "apply";
	const records = await recordsOf(file.text);
	const outcome: LoadOutcome = Array.isArray(records)
		? await loadSchoolDates(command, records, { dryRun: !applies })
		: { ok: false, refusal: records.refusal };
	if (!outcome.ok) return refused(loadErrors(outcome));
	if (!applies) return data({ errors: [], parts: outcome.parts.map(partWords), text: file.text });
	const message = "The dates were loaded";
	return redirectWith(app, "/settings/terms", { kind: "success", message });
}

async function recordsOf(text: string): Promise<CsvRecord[] | FileRefused> {
	try {
		const source = Readable.from([Buffer.from(text)]);
		const batches = readCsv(source, { encoding: "utf8", longest: LONGEST_LINE });
		const records: CsvRecord[] = [];
		for await (const batch of batches) records.push(...batch);
		return records;
	} catch (error) {
		if (error instanceof FileRefused) return error;
		throw error;
	}
}

function refused(errors: { field: string; message: string }[]) {
	return data({ errors, parts: null, text: "" }, { status: 422 });
}

export default function LoadTerms({ actionData }: Route.ComponentProps) {
	const { errors, parts, text } = actionData ?? { errors: [], parts: null, text: "" };
	return (
		<Measure>
			<PageTitle title="Load term dates" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Load term dates"
				lead="Nothing is written until you have seen what would change"
				back={{ href: "/settings/terms", text: "Term dates" }}
			/>
			{parts ? (
				<LoadedParts parts={parts} text={text} />
			) : (
				<>
					<Form method="post" encType="multipart/form-data" noValidate>
						<FileInput
							name="file"
							label="CSV file"
							hint="One line for each term, half-term, INSET day or exam period"
							accept=".csv"
							error={errorFor(errors, "file")}
						/>
						<Button name="intent" value="check">
							Check the file
						</Button>
					</Form>
					<FileHelp />
				</>
			)}
		</Measure>
	);
}

function FileHelp() {
	return (
		<Details summary="What the file looks like" open>
			<pre className="tt-letter__source">{`local_authority,urn,kind,name,from,to,year_groups
Essex,,term,Autumn term,2026-09-02,2026-12-18,
Essex,,half_term,,2026-10-26,2026-10-30,
Essex,,inset,,2026-11-27,,
,900001,exams,GCSEs,2027-05-10,2027-06-18,Y11`}</pre>
			<p className="govuk-body">
				Give a local authority, or the URN of one school. What the file says of one of them, for an
				academic year, goes in place of what is on record: terms with half-terms, INSET days, and
				exams each by themselves. Everything else stays. The easiest way is to{" "}
				<AppLink className="govuk-link" href="/settings/terms.csv">
					download all dates
				</AppLink>
				, change the file and load it again.
			</p>
		</Details>
	);
}
