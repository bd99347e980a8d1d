import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Inset } from "#app/ui/inset.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { StopFacts } from "./stop-facts.ts";

interface Props {
	stop: StopFacts;
	/** The level of its heading in the page. */
	level: "h2" | "h3";
	/** One main button a page: only the first that can be closed out has it. */
	mainButton?: boolean;
	/** The next one of all. */
	large?: boolean;
	/** Without what was read on the way there: it follows another one at the same place. */
	stays?: boolean;
	/** From the session before: "About 25 minutes by road from Wren Park College". */
	way?: string | null;
}

/** One session as its facilitator reads it on a phone outside the school. */
export function StopCard({ stop, level: Heading, mainButton, large, stays = false, way }: Props) {
	return (
		<article className={classNames("tt-stop", large && "tt-stop--next")}>
			<div className="tt-stop__head">
				<Heading className="tt-stop__title">
					<span className="tt-stop__time">{stop.time}</span>{" "}
					<AppLink className="govuk-link" href={`/sessions/${stop.reference}`}>
						{stop.venue}
					</AppLink>
				</Heading>
				<StatusTag status={stop.status} />
			</div>
			<p className="govuk-body">{stop.programme}</p>
			{stop.closeOut && (
				<ButtonLink
					href={`/sessions/${stop.reference}/close-out`}
					kind={mainButton ? "primary" : "secondary"}
				>
					Close out
					<span className="govuk-visually-hidden">
						{" "}
						{stop.venue}, {stop.time}
					</span>
				</ButtonLink>
			)}
			<StopPlace stop={stop} stays={stays} way={way ?? null} />
			<StopPrivately notes={stop.notes} sensitivities={stays ? "" : stop.sensitivities} />
		</article>
	);
}

interface PlaceProps {
	stop: StopFacts;
	stays: boolean;
	way: string | null;
}

function StopPlace({ stop, stays, way }: PlaceProps) {
	const { map, address, room, contacts, together } = stop;
	const onTheWay = !stays;
	return (
		<SummaryList
			plain
			rows={[
				{ key: "Room", value: room ?? "Ask at reception" },
				{
					key: "Place",
					value: onTheWay && map && (
						<>
							{address}{" "}
							<a className="govuk-link tt-nowrap" href={map} rel="noreferrer">
								Map<span className="govuk-visually-hidden"> of {address}</span>
							</a>
						</>
					),
				},
				{ key: "Travel", value: way },
				{
					key: "Contact",
					value: onTheWay && contacts.length > 0 && <Contacts contacts={contacts} />,
				},
				{ key: "Parking", value: onTheWay && stop.parking },
				{ key: "Reception", value: onTheWay && stop.reception },
				{ key: "For", value: stop.audience },
				{ key: "With", value: together.join(", ") },
				{ key: "Bring", value: stop.bring.join("; ") },
				{ key: "School provides", value: stop.provides.join("; ") },
			]}
		/>
	);
}

function Contacts({ contacts }: Pick<StopFacts, "contacts">) {
	return (
		<ul className="govuk-list govuk-!-margin-bottom-0">
			{contacts.map(({ name, role, phone }) => (
				<li key={name}>
					{name}
					{role && <span className="tt-quiet"> {role}</span>}
					{phone && (
						<>
							{" "}
							<a className="govuk-link tt-nowrap" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
								{phone}
							</a>
						</>
					)}
				</li>
			))}
		</ul>
	);
}

function StopPrivately({ notes, sensitivities }: Pick<StopFacts, "notes" | "sensitivities">) {
	if (!notes && !sensitivities) return null;
	return (
		<Inset neverSent>
			{sensitivities && <p className="govuk-body tt-as-typed">{sensitivities}</p>}
			{notes && <p className="govuk-body tt-as-typed">{notes}</p>}
		</Inset>
	);
}
