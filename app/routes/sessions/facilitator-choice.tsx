import { useState } from "react";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { Details } from "#app/ui/details.tsx";
import { NewTabLink } from "#app/ui/new-tab-link.tsx";
import { Select } from "#app/ui/select.tsx";
import type { FacilitatorGroup, FacilitatorOption } from "./facilitator-groups.ts";

interface Props {
	groups: FacilitatorGroup[];
	/** The ids ticked at first; the first of them leads. */
	chosen: readonly string[];
	lead: string;
	error?: string | undefined;
}

/**
 * Who delivers. The ticks are kept here as well as in the boxes: when a new time moves somebody from
 * "free" to "busy", their box is a new one and must still be ticked.
 */
export function FacilitatorChoice({ groups, chosen, lead, error }: Props) {
	const [ticked, setTicked] = useState<readonly string[]>(chosen);
	const tick = (id: string, on: boolean) =>
		setTicked((before) => (on ? [...before, id] : before.filter((one) => one !== id)));
	const shared = {
		name: "facilitators",
		values: ticked,
		onChange: ({ target }: { target: HTMLInputElement }) => tick(target.value, target.checked),
	};
	const first = groups.filter(({ kind }) => kind !== "unqualified");
	const rest = groups.filter(({ kind }) => kind === "unqualified");
	const restTicked = rest.some(({ options }) => options.some(({ id }) => ticked.includes(id)));
	return (
		<div className="tt-facilitators">
			{first.length > 0 ? (
				<Checkboxes
					{...shared}
					legend="Facilitators"
					layout="columns"
					error={error}
					groups={first.map(asChoices)}
				/>
			) : (
				<p className="govuk-body" id="facilitators">
					{rest.length > 0
						? "Nobody is qualified for this programme yet."
						: "Nobody delivers yet: add people first."}
				</p>
			)}
			{rest.map((group) => (
				<Details
					key={group.kind}
					open={restTicked}
					summary={`${group.options.length} not qualified for this programme`}
				>
					<Checkboxes
						{...shared}
						id="facilitators-unqualified"
						legend={group.legend}
						legendHidden
						layout="columns"
						options={group.options.map(asChoice)}
					/>
				</Details>
			))}
			<Lead groups={groups} ticked={ticked} lead={lead} />
		</div>
	);
}

function asChoices({ legend, options }: FacilitatorGroup) {
	return { legend, options: options.map(asChoice) };
}

function asChoice({ id, name, about, standing, busy }: FacilitatorOption) {
	return {
		value: id,
		label: name,
		hint: (
			<>
				{[standing, about].filter((part) => part !== "").join(". ")}
				{busy.map(({ href, text }) => (
					<span className="tt-block" key={href}>
						<NewTabLink href={href}>{text}</NewTabLink>
					</span>
				))}
			</>
		),
	};
}

interface LeadProps {
	groups: FacilitatorGroup[];
	ticked: readonly string[];
	lead: string;
}

/** Asked only of two or more: one alone leads. */
function Lead({ groups, ticked, lead }: LeadProps) {
	if (ticked.length < 2) return null;
	const people = groups
		.flatMap(({ options }) => options)
		.filter(({ id }) => ticked.includes(id))
		.map(({ id, name }) => ({ value: id, label: name }));
	return (
		<Select
			name="lead"
			label="Lead"
			options={people}
			empty="The first one ticked"
			defaultValue={lead}
		/>
	);
}
