import { useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { type FieldProps, FormField } from "./form-field.tsx";
import { useHydrated } from "./use-hydrated.ts";

interface Props extends FieldProps {
	defaultValue?: number | string;
	/** What the buttons are about, in words: "Year 9". The label when it is text. */
	of?: string;
	min?: number;
	max?: number;
	step?: number;
}

/**
 * A number for a thumb: minus and plus beside the field, 52 px each. Without scripts it is a plain
 * number field with a numeric keyboard.
 */
export function Stepper(props: Props) {
	const { defaultValue, of, min = 0, max = 9999, step = 1, ...field } = props;
	const input = useRef<HTMLInputElement>(null);
	const [said, setSaid] = useState("");
	const hydrated = useHydrated();
	const what = of ?? (typeof props.label === "string" ? props.label : props.name);
	const add = (change: number) => {
		if (!input.current) return;
		const now = Number.parseInt(input.current.value, 10) || 0;
		input.current.value = String(Math.min(max, Math.max(min, now + change)));
		setSaid(input.current.value);
	};
	return (
		<FormField {...field}>
			{(control) => (
				<div className={classNames("tt-stepper", !hydrated && "tt-stepper--plain")}>
					<button
						type="button"
						className="tt-stepper__button"
						aria-label={`One fewer: ${what}`}
						onClick={() => add(-step)}
					>
						−
					</button>
					<input
						{...control}
						ref={input}
						className={classNames("govuk-input", field.error && "govuk-input--error")}
						type="text"
						inputMode="numeric"
						autoComplete="off"
						defaultValue={defaultValue}
					/>
					<button
						type="button"
						className="tt-stepper__button"
						aria-label={`One more: ${what}`}
						onClick={() => add(step)}
					>
						+
					</button>
					<output className="govuk-visually-hidden" aria-live="polite">
						{said}
					</output>
				</div>
			)}
		</FormField>
	);
}
