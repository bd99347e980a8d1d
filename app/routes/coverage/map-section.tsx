import { countOf, formatCount } from "#app/domain/format-number.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { DotMap, DotSwatch } from "#app/ui/dot-map.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/section.tsx";
import type { CoverageShown } from "./coverage-page.ts";
import type { MapView } from "./map-view.ts";

interface Props {
	map: MapView;
	legend: CoverageShown["legend"];
}

/** Where the schools of the list are; the legend and the list say the same in words. */
export function MapSection({ map, legend }: Props) {
	return (
		<Section title="Where they are">
			<Drawing map={map} />
			<DataTable
				caption="What the dots mean, and how many schools there are of each"
				captionHidden
				cards={false}
				rows={legend}
				rowKey={({ state }) => state}
				empty={null}
				columns={[
					{
						key: "state",
						header: "State",
						rowHeader: true,
						nowrap: true,
						cell: ({ state, label }) => (
							<span className="tt-dot-name">
								<DotSwatch shape={state} />
								{label}
							</span>
						),
					},
					{ key: "meaning", header: "Means", cell: ({ meaning }) => meaning },
					{
						key: "count",
						header: "Schools",
						numeric: true,
						cell: ({ label, count, href }) => (
							<AppLink className="govuk-link" href={href}>
								{formatCount(count)}
								<span className="govuk-visually-hidden"> schools: {label}</span>
							</AppLink>
						),
					},
				]}
			/>
		</Section>
	);
}

function Drawing({ map }: { map: MapView }) {
	if (map.kind === "too_many") {
		return (
			<EmptyState title={`${formatCount(map.schools)} schools are too many to draw`}>
				Choose a district, a phase or a state: up to {formatCount(map.most)} are shown as dots.
			</EmptyState>
		);
	}
	if (map.kind === "nowhere") {
		return (
			<EmptyState title="Schools would be shown here as dots">
				None that fits these filters has a place on record.
			</EmptyState>
		);
	}
	return (
		<figure className="tt-figure">
			<figcaption className="govuk-body-s">
				Each dot is a school and leads to its page. North is up.{" "}
				<a className="govuk-link" href="#list">
					The same schools as a list
				</a>
			</figcaption>
			<DotMap {...map.map} />
			{map.elsewhere.length > 0 && (
				<Details
					summary={`${countOf(map.elsewhere.length, "school has", "schools have")} no place on record`}
				>
					<ul className="govuk-list">
						{map.elsewhere.map(({ id, name }) => (
							<li key={id}>
								<AppLink className="govuk-link" href={`/venues/${id}`}>
									{name}
								</AppLink>
							</li>
						))}
					</ul>
				</Details>
			)}
		</figure>
	);
}
