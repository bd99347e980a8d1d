import type { ReactNode } from "react";
import type { TargetRow } from "#app/http/target-words.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface Props {
	caption: string;
	captionHidden?: boolean;
	rows: TargetRow[];
	/** Whether each opens onto the page where it is changed. */
	mayChange: boolean;
	empty: ReactNode;
}

/** Targets with how far they have come. */
export function TargetTable({ caption, captionHidden, rows, mayChange, empty }: Props) {
	return (
		<DataTable
			caption={caption}
			captionHidden={captionHidden}
			rows={rows}
			rowKey={({ id }) => id}
			empty={empty}
			columns={[
				{
					key: "target",
					header: "Target",
					rowHeader: true,
					cell: ({ id, title, period }) => (
						<>
							{mayChange ? (
								<AppLink className="govuk-link" href={`/targets/${id}`}>
									{title}
								</AppLink>
							) : (
								title
							)}{" "}
							<span className="tt-quiet">{period}</span>
						</>
					),
				},
				{
					key: "reached",
					header: "Reached",
					nowrap: true,
					cell: ({ reached, href, title }) => (
						<AppLink className="govuk-link" href={href}>
							{reached}
							<span className="govuk-visually-hidden">: sessions behind {title}</span>
						</AppLink>
					),
				},
				{
					key: "pace",
					header: "Pace",
					cell: ({ tag, words, reachedPercent, gonePercent }) => (
						<>
							<Tag colour={tag.colour}>{tag.word}</Tag>
							<ProgressBar done={reachedPercent} due={gonePercent} />
							<span className="tt-quiet">{words}</span>
						</>
					),
				},
			]}
		/>
	);
}
