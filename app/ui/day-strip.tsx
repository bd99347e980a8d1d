import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

export interface StripDay {
	key: string;
	/** "Mon 23 Nov". */
	label: string;
	count: number;
	/** Under the number: "1 cancelled". */
	note?: string | null;
	/** What the number counts. */
	href: string;
	today: boolean;
}

export interface StripWeek {
	title: string;
	days: StripDay[];
}

/** Weeks as rows of days, each with how much it holds and a link to exactly that. */
export function DayStrip({ weeks }: { weeks: StripWeek[] }) {
	return (
		<div className="tt-strips">
			{weeks.map(({ title, days }) => (
				<div key={title}>
					<h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
					<ol className="tt-strip">
						{days.map((day) => (
							<StripCell day={day} key={day.key} />
						))}
					</ol>
				</div>
			))}
		</div>
	);
}

function StripCell({ day: { label, count, note, href, today } }: { day: StripDay }) {
	const words = `${count} ${count === 1 ? "session" : "sessions"} on ${label}`;
	return (
		<li
			className={classNames("tt-strip__day", today && "tt-strip__day--today")}
			aria-current={today ? "date" : undefined}
		>
			<span className="tt-strip__label" aria-hidden="true">
				{label}
			</span>
			{count === 0 ? (
				<span className="tt-strip__count tt-strip__count--none">
					<span className="govuk-visually-hidden">No sessions on {label}</span>
					<span aria-hidden="true">–</span>
				</span>
			) : (
				<AppLink className="tt-strip__count" href={href} aria-label={words}>
					{count}
				</AppLink>
			)}
			{note && <span className="tt-strip__note">{note}</span>}
		</li>
	);
}
