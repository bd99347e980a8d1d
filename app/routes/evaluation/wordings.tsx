import { DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/section.tsx";

interface Wording {
	version: number;
	text: string;
	better: string;
	answers: string;
	since: string;
}

/** Every way a question was put, the newest first. */
export function Wordings({ rows }: { rows: Wording[] }) {
	return (
		<Section title="Wordings">
			<DataTable
				caption="Wordings of this question"
				captionHidden
				rows={rows}
				rowKey={({ version }) => String(version)}
				empty={null}
				columns={[
					{
						key: "text",
						header: "Wording",
						rowHeader: true,
						cell: ({ version, text }) => `${version}. ${text}`,
					},
					{ key: "better", header: "Better answer", cell: ({ better }) => better },
					{ key: "answers", header: "Answered", cell: ({ answers }) => answers },
					{ key: "since", header: "Since", cell: ({ since }) => since },
				]}
			/>
		</Section>
	);
}
