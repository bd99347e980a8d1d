import { AppLink } from "#app/ui/app-link.tsx";
import { DotSwatch } from "#app/ui/dot-map.tsx";
import type { ListRow, MarkWords, ThemeLine } from "./list-view.ts";
import { stateLabels } from "./state-words.ts";

type GroupRow = Extract<ListRow, { unit: "groups" }>;

/** What a school had of each theme, and the way to book what it did not. */
export function ThemeLines({ themes, school }: { themes: ThemeLine[]; school: string }) {
	return (
		<ul className="tt-theme-lines">
			{themes.map(({ theme, states, bookHref }) => (
				<li className="tt-theme-lines__item" key={theme}>
					<strong>{theme}</strong>
					<ul className="tt-theme-lines__states">
						{states.map(({ state, groups }) => (
							<li className="tt-dot-name" key={state}>
								<DotSwatch shape={state} />
								{stateLabels[state]}: {groups}
							</li>
						))}
					</ul>
					{bookHref && <BookLink href={bookHref} about={`${theme} at ${school}`} />}
				</li>
			))}
		</ul>
	);
}

export function BookLink({ href, about }: { href: string; about: string }) {
	return (
		<AppLink className="govuk-link tt-nowrap" href={href}>
			Book this<span className="govuk-visually-hidden">: {about}</span>
		</AppLink>
	);
}

export function GroupLast({ row }: { row: GroupRow }) {
	const { last, declined, awaiting, earlier } = row;
	return (
		<>
			{last ? <MarkLink mark={last} about={row} /> : "Never"}
			{last?.before && <span className="tt-quiet">at a school that it followed</span>}
			{declined && (
				<span className="tt-quiet">
					{declined.requested ? "Request declined, for " : "Cancelled by the school: "}
					<MarkLink mark={declined} about={row} />
				</span>
			)}
			{earlier && (
				<span className="tt-quiet">
					The same young people as {earlier.was}: <MarkLink mark={earlier.mark} about={row} />
				</span>
			)}
			{awaiting && (
				<span className="tt-quiet">
					Awaiting close-out: <MarkLink mark={awaiting} about={row} />
				</span>
			)}
		</>
	);
}

export function GroupNext({ row }: { row: GroupRow }) {
	const { next, bookHref, group, theme, school } = row;
	if (next) return <MarkLink mark={next} about={row} />;
	if (!bookHref) return "Nothing booked";
	return <BookLink href={bookHref} about={`${theme} for ${group} at ${school.name}`} />;
}

function MarkLink({ mark, about }: { mark: MarkWords; about: GroupRow }) {
	if (mark.href === null) return mark.date;
	return (
		<AppLink className="govuk-link" href={mark.href}>
			{mark.date}
			<span className="govuk-visually-hidden">
				, {about.theme}, {about.group}
			</span>
		</AppLink>
	);
}
