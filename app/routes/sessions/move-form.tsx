import { Form } from "react-router";
import { DayTimeline } from "#app/ui/day-timeline.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { Panel } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { DateInput, TextInput, TimeInput } from "#app/ui/text-input.tsx";
import type { ChangeForm } from "./answer-change.ts";
import { ChangeFoot, FormOrigin } from "./change-parts.tsx";
import { ClashNotice } from "./clash-notice.tsx";
import type { MoveValues } from "./move-answers.ts";
import type { MoveView } from "./move-view.ts";
import { useLiveView } from "./use-live-view.ts";

interface Place {
	when: string;
	room: string | null;
}

interface Props {
	reference: string;
	form: ChangeForm<MoveValues>;
	view: MoveView;
	now: Place;
}

const watched = ["date", "start", "end", "room"];

/** Old and new side by side, what will happen to whom, and why. */
export function MoveForm({ reference, form, view: served, now }: Props) {
	const address = `/sessions/${reference}/move`;
	const { view, refresh } = useLiveView(served, address, watched);
	const { preview, day } = view;
	return (
		<Form method="post" action={address} onChange={refresh} noValidate>
			<FormOrigin version={form.version} was={form.was} />
			<div className="tt-columns tt-columns--even">
				<Panel title="Now" quiet>
					<PlaceList place={now} />
				</Panel>
				<Panel title="After the move">
					<NewPlace form={form} view={view} />
					<div aria-live="polite">{preview?.after && <PlaceList place={preview.after} />}</div>
				</Panel>
			</div>
			{preview && form.clashes.length === 0 && <ClashNotice clashes={preview.clashes} />}
			{day && (
				<DayTimeline
					title={day.title}
					rows={day.rows}
					{...(day.wanted && { wanted: day.wanted })}
					newTab
				/>
			)}
			<ChangeFoot
				{...form}
				preview={preview}
				button="Move session"
				intent="move"
				back={`/sessions/${reference}`}
				waiting="Enter the new time or room to see who will be told."
			/>
		</Form>
	);
}

function PlaceList({ place }: { place: Place }) {
	return (
		<SummaryList
			plain
			rows={[
				{ key: "When", value: place.when },
				{ key: "Room", value: place.room ?? "Not given" },
			]}
		/>
	);
}

function NewPlace({ form, view }: Pick<Props, "form" | "view">) {
	const { values, errors } = form;
	const { rooms, minutes } = view;
	return (
		<>
			<FieldRow>
				<DateInput
					name="date"
					label="Date"
					error={errorFor(errors, "date")}
					defaultValue={values.date}
				/>
				<TimeInput
					name="start"
					label="Start"
					error={errorFor(errors, "start")}
					defaultValue={values.start}
				/>
				<TimeInput
					name="end"
					label="End"
					error={errorFor(errors, "end")}
					defaultValue={values.end}
				/>
			</FieldRow>
			<p className="govuk-hint tt-under-row">An empty end keeps the {minutes} minutes.</p>
			<TextInput
				name="room"
				label="Room (optional)"
				hint={rooms.length > 0 ? `For example ${rooms.slice(0, 4).join(", ")}` : undefined}
				width={20}
				list="rooms"
				autoComplete="off"
				error={errorFor(errors, "room")}
				defaultValue={values.room}
			/>
			<datalist id="rooms">
				{rooms.map((room) => (
					<option key={room} value={room} />
				))}
			</datalist>
		</>
	);
}
