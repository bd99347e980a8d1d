import type { HistoryWords } from "#app/http/history-words.ts";
import { Details } from "#app/ui/details.tsx";
import { HistoryList } from "#app/ui/history-list.tsx";

/** What was done to a thing of the register, for those who look for it. */
export function HistorySection({ items }: { items: HistoryWords[] }) {
	if (items.length === 0) return null;
	return (
		<Details summary={`History (${items.length})`}>
			<HistoryList items={items} />
		</Details>
	);
}
