import { countedLabels } from "#app/domain/sessions/close-out.ts";
import { Radios } from "#app/ui/radios.tsx";

interface Props {
	value: string;
	error: string | undefined;
}

/** Whether the numbers were counted or estimated. */
export function CountedChoice({ value, error }: Props) {
	return (
		<Radios
			name="counted"
			legend={
				<>
					Numbers<span className="govuk-visually-hidden">: counted or estimated?</span>
				</>
			}
			layout="inline"
			value={value}
			error={error}
			options={Object.entries(countedLabels).map(([key, label]) => ({ value: key, label }))}
		/>
	);
}
