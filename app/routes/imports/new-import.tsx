import { data, Form, redirect } from "react-router";
import { startImport } from "#app/commands/start-import.ts";
import { readDistricts } from "#app/data/districts.ts";
import { findLastApplied } from "#app/data/imports.ts";
import { type ImportKind, importKinds, largestFile } from "#app/domain/imports/import-status.ts";
import { type RegisterOptions, registerOptions } from "#app/domain/imports/register-file.ts";
import { beginImportStep } from "#app/http/import-work.ts";
import { type Fields, parseWith } from "#app/http/parse-form.ts";
import { readUpload, type UploadedFile } from "#app/http/read-upload.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/new-import.ts";
import { authorityWords, firstValues, RegisterFields } from "./register-fields.tsx";
import { kindWords, UploadKind } from "./upload-kind.tsx";

function kindOf(url: URL): ImportKind | null {
	const asked = url.searchParams.get("kind");
	if (asked === null) return null;
	const kind = importKinds.find((known) => known === asked);
	if (!kind) throw notFound();
	return kind;
}

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "imports.manage");
	const kind = kindOf(args.url);
	if (kind !== "register") return { kind, values: {}, authorities: "" };
	const { client } = app.database;
	const [districts, last] = await Promise.all([
		readDistricts(client),
		findLastApplied(client, "register"),
	]);
	const named = districts.map(({ laCode, laName }) => [laCode, laName] as const);
	const known = [...new Map(named)].filter(([code]) => /^\d{3}$/.test(code)).sort();
	const options = last && (last.options as RegisterOptions);
	return { kind, values: firstValues(options, known), authorities: authorityWords(known) };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "imports.manage");
	const kind = kindOf(args.url);
	if (kind === null) throw redirect("/imports/new", 303);
	const { uploads } = entered.app;
	const max = largestFile[kind];
	const upload = await readUpload(args.request, uploads, { field: "file", max });
	const { fields } = upload;
	if (!upload.ok) return again(413, [{ field: "file", message: tooLarge(max) }], fields);
	const { file } = upload;
	const options = kind === "register" ? parseWith(registerOptions, fields) : null;
	const errors = [...fileErrors(file), ...(options && !options.ok ? options.errors : [])];
	if (file && errors.length === 0) {
		const id = await begin(entered, kind, file, options?.ok ? options.data : {});
		return redirect(`/imports/${id}`, 303);
	}
	if (file) await uploads.remove(file.spool);
	return again(422, errors, fields);
}

function again(status: number, errors: FieldErrors, values: Fields) {
	return data({ errors, values }, { status });
}

function tooLarge(max: number): string {
	return `Choose a file of ${max / (1024 * 1024)} MB or less`;
}

function fileErrors(file: UploadedFile | null): FieldErrors {
	if (!file) return [{ field: "file", message: "Choose a CSV file" }];
	if (file.size > 0) return [];
	return [{ field: "file", message: "The file is empty. Choose one with a header line and rows" }];
}

async function begin(
	{ app, command }: Entered,
	kind: ImportKind,
	{ fileName, size, spool }: UploadedFile,
	options: unknown,
): Promise<string> {
	const id = await startImport(command, { kind, fileName, size, options, spool });
	await beginImportStep(app, command, id, "read");
	return id;
}

export default function NewImport({ loaderData, actionData }: Route.ComponentProps) {
	const { kind, values, authorities } = loaderData;
	const errors = actionData?.errors;
	if (kind === null) return <UploadKind />;
	const { title, lead, hint, submit } = kindWords[kind];
	return (
		<>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={title}
				lead={lead}
				back={{ href: "/imports/new", text: "Bring in a file" }}
			/>
			<Measure>
				{/* why a whole page: the browser then shows how much of the file has gone. */}
				<Form method="post" encType="multipart/form-data" reloadDocument>
					<FileInput
						name="file"
						label="CSV file"
						labelSize="m"
						hint={hint}
						accept=".csv,text/csv"
						error={errorFor(errors, "file")}
					/>
					{kind === "register" && (
						<RegisterFields
							values={actionData?.values ?? values}
							errors={errors}
							authorities={authorities}
						/>
					)}
					<Button>{submit}</Button>
				</Form>
			</Measure>
		</>
	);
}
