import { keyStages, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { Checkboxes } from "#app/ui/checkboxes.tsx";

interface Props {
	values: readonly string[];
	error?: string | undefined;
}

/** Year groups in their key stages. */
export function YearGroupChoice({ values, error }: Props) {
	return (
		<div className="tt-key-stages">
			<Checkboxes
				name="yearGroups"
				legend="Year groups"
				layout="inline"
				error={error}
				values={values}
				groups={keyStages.map(({ label, yearGroups }) => ({
					legend: label,
					options: yearGroups.map((code) => ({ value: code, label: yearGroupLabel(code) })),
				}))}
			/>
		</div>
	);
}
