import type { ReactNode } from "react";
import type { ClashWords, StaleWords } from "#app/http/session-words.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Panel } from "#app/ui/section.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { WarningList } from "#app/ui/warning-list.tsx";
import type { ChangePreview } from "./change-preview.ts";
import { ClashNotice } from "./clash-notice.tsx";
import { MessagePreviews } from "./message-previews.tsx";
import { StaleNotice } from "./stale-notice.tsx";
import { warningItems } from "./warning-items.ts";

interface HeadProps {
	/** "Move session". */
	title: string;
	head: { reference: string; title: string; when: string };
	errors: FieldErrors;
	clashes?: readonly ClashWords[];
	stale?: StaleWords | null;
	overlaps?: { label: string; now: string }[];
	/** Under the title, where the page does not show it elsewhere. */
	showsWhen?: boolean;
}

/** What stands above the form of every change. */
export function ChangeHead(props: HeadProps) {
	const { title, head, errors, clashes = [], stale, overlaps, showsWhen = true } = props;
	return (
		<>
			<PageTitle title={`${title}, ${head.reference}`} errors={errors} />
			<ErrorSummary errors={errors} />
			<StaleNotice stale={stale ?? null} {...(overlaps && { overlaps })} />
			<ClashNotice clashes={clashes} />
			<PageHeading
				back={{ href: `/sessions/${head.reference}`, text: "Back to the session" }}
				caption={head.reference}
				title={title}
				lead={showsWhen ? `${head.title}, ${head.when}` : head.title}
			/>
		</>
	);
}

/** The version that the form was made from, and what it then showed. */
export function FormOrigin({ version, was }: { version: number; was: WasFields }) {
	return (
		<>
			<Hidden name="version" value={version} />
			<Hidden name="was" value="given" />
			{Object.entries(was).flatMap(([field, value]) =>
				[value]
					.flat()
					.map((one) => <Hidden key={`${field} ${one}`} name={`was.${field}`} value={one} />),
			)}
		</>
	);
}

type WasFields = Record<string, string | readonly string[]>;

interface FootProps {
	preview: ChangePreview | null;
	reasons: Readonly<Record<string, string>>;
	why: string;
	hold: boolean;
	errors: FieldErrors;
	/** The button's words: "Move session". */
	button: string;
	/** The `intent` of the button. */
	intent: string;
	back: string;
	/** What to say while there is nothing to rehearse yet. */
	waiting: string;
}

/** What will happen to whom, the reasons, and the buttons. */
export function ChangeFoot(props: FootProps) {
	const { preview, reasons, why, hold, errors, button, intent, back, waiting } = props;
	const blocked = preview !== null && preview.clashes.length > 0;
	return (
		<Measure>
			<div aria-live="polite">
				<WarningList
					title="Before you save"
					warnings={warningItems(preview?.warnings ?? [], reasons, errors)}
					errors={errors}
				/>
				<Panel title="What will happen">
					<Consequences
						lines={preview?.consequences ?? []}
						waiting={
							blocked ? "Nothing: this cannot be saved while it stands in the way." : waiting
						}
					/>
				</Panel>
			</div>
			<MessagePreviews messages={preview?.messages ?? []} />
			<Textarea
				name="why"
				label="Why (optional)"
				hint="For the history, never sent. No names or details of pupils"
				rows={2}
				error={errorFor(errors, "why")}
				defaultValue={why}
			/>
			<HoldChoice hold={hold} />
			<ButtonGroup>
				<Button name="intent" value={intent}>
					{button}
				</Button>
				<Button name="intent" value="check" kind="secondary">
					Check and see the message
				</Button>
				<AppLink className="govuk-link" href={back}>
					Leave it as it is
				</AppLink>
			</ButtonGroup>
		</Measure>
	);
}

function Consequences({ lines, waiting }: { lines: string[]; waiting: string }): ReactNode {
	if (lines.length === 0) return <p className="govuk-body">{waiting}</p>;
	return (
		<ul className="govuk-list govuk-list--bullet">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

/** Saves now and keeps the messages back. */
export function HoldChoice({ hold }: { hold: boolean }) {
	return (
		<Checkboxes
			name="hold"
			legend="Invites"
			legendHidden
			values={hold ? ["on"] : []}
			options={[
				{
					value: "on",
					label: "Save now, send the messages later",
					hint: "They wait in the outbox until somebody sends them",
				},
			]}
		/>
	);
}
