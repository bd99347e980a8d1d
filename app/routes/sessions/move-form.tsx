import { Form } from "react-router";
import { DayTimeline } from "#app/ui/day-timeline.tsx";
import { Panel } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { ChangeForm } from "./answer-change.ts";
import { ChangeFoot, FormOrigin } from "./change-parts.tsx";
import { ClashNotice } from "./clash-notice.tsx";
import type { MoveValues } from "./move-answers.ts";
import type { MoveView } from "./move-view.ts";
import { useLiveView } from "./use-live-view.ts";
import { WhenFields } from "./when-fields.tsx";

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

const watched = ["date", "start", "end", "period", "room"];

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
	const { rooms, periods, termsMissing, minutes } = view;
	const endHint = `An empty end keeps the ${minutes} minutes.`;
	return (
		<WhenFields
			values={values}
			errors={errors}
			rooms={rooms}
			periods={periods}
			termsMissing={termsMissing}
			endHint={endHint}
		/>
	);
}
