import { Form } from "react-router";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { DayTimeline } from "#app/ui/day-timeline.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Panel } from "#app/ui/section.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import { WarningList } from "#app/ui/warning-list.tsx";
import type { BookingAnswers } from "./booking-answers.ts";
import type { BookingView } from "./booking-view.ts";
import { BookingWhat } from "./booking-what.tsx";
import { BookingWhen } from "./booking-when.tsx";
import { BookingWho } from "./booking-who.tsx";
import { ClashNotice } from "./clash-notice.tsx";
import { BookingCohorts } from "./cohort-list.tsx";
import { type MessagePreview, MessagePreviews } from "./message-previews.tsx";
import { useLiveView } from "./use-live-view.ts";
import { warningItems } from "./warning-items.ts";

export interface BookingPartProps {
	answers: BookingAnswers;
	view: BookingView;
	errors: FieldErrors;
	/** Where the search for a venue is sent; this form's own page unless told. */
	address?: string;
}

interface Props extends BookingPartProps {
	/** What would be sent, when everything needed for it is there. */
	messages: MessagePreview[];
	/** The page says at its top what stands in the way. */
	refused: boolean;
}

/** What decides who is free, what is unusual and what the day looks like. */
const watched = [
	"programme",
	"venue",
	"venueQuery",
	"team",
	"yearGroups",
	"expectedYoungPeople",
	"date",
	"start",
	"end",
	"period",
	"room",
	"facilitators",
	"lead",
];

/** One session on one page. */
export function BookingForm({ answers, view: served, errors, messages, refused }: Props) {
	const { view, refresh } = useLiveView(served, "/sessions/new", watched);
	const part = { answers, view, errors };
	return (
		<Form method="post" action="/sessions/new" onChange={refresh} noValidate>
			<Hidden name="once" value={answers.once} />
			<div className="tt-booking">
				<div className="tt-booking__part">
					<BookingWhat {...part} />
				</div>
				<div className="tt-booking__part">
					<BookingWhen {...part} />
				</div>
				<div className="tt-booking__day">
					<Day view={view} />
					<BookingCohorts cohorts={view.cohorts} />
				</div>
				<div className="tt-booking__part">
					<BookingWho {...part} />
				</div>
				<div className="tt-booking__part">
					<div aria-live="polite">
						{!refused && <ClashNotice clashes={view.clashes} />}
						<WarningList
							title="Before you book"
							warnings={warningItems(view.warnings, answers.reasons, errors)}
							errors={errors}
						/>
					</div>
					<MessagePreviews messages={messages} />
					<ButtonGroup>
						<Button name="intent" value="book">
							Book session
						</Button>
						<Button name="intent" value="provisional" kind="secondary">
							Keep as provisional
						</Button>
						<Button name="intent" value="check" kind="secondary">
							Check and see the message
						</Button>
					</ButtonGroup>
				</div>
			</div>
		</Form>
	);
}

/** What the venue and those chosen have on the day. */
export function Day({ view: { day, venue } }: Pick<BookingPartProps, "view">) {
	if (!day) {
		return (
			<Panel title="The day" quiet>
				<p className="govuk-body">
					Choose a date to see what {venue ? `${venue.name} and ` : ""}your people have that day.
				</p>
			</Panel>
		);
	}
	return (
		<div className="tt-panel tt-panel--quiet">
			<DayTimeline
				title={day.title}
				rows={day.rows}
				{...(day.wanted && { wanted: day.wanted })}
				newTab
			/>
			{day.rows.length === 0 && (
				<p className="govuk-body">Choose the venue and facilitators to see their day.</p>
			)}
		</div>
	);
}
