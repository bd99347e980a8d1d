import type { askedWords } from "#app/http/request-words.ts";
import { SummaryList } from "#app/ui/summary-list.tsx";

/** What was asked for, word for word. */
export function AskedList({ asked }: { asked: ReturnType<typeof askedWords> }) {
	const lines = (items: readonly string[]) => (
		<ol className="tt-plain-list">
			{items.map((item) => (
				<li key={item}>{item}</li>
			))}
		</ol>
	);
	return (
		<SummaryList
			rows={[
				{ key: "School", value: asked.school },
				{ key: "Programmes", value: lines(asked.programmes) },
				{ key: "Year groups", value: asked.yearGroups },
				{ key: "Young people", value: asked.young },
				{ key: "Groups", value: asked.groups },
				{ key: "Room", value: asked.room },
				{ key: "In the room", value: asked.equipment },
				{ key: "Dates", value: lines(asked.dates) },
				{ key: "Safeguarding lead", value: asked.dsl },
				{
					key: "Anything else",
					value: asked.notes && <span className="tt-as-typed">{asked.notes}</span>,
				},
			]}
		/>
	);
}
