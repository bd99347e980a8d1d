import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";
import { NewTabLink } from "./new-tab-link.tsx";

export type DayBlockKind = "session" | "proposed" | "travel" | "leave" | "lesson" | "busy";

export interface DayBlock {
	/** Minutes after midnight, local time; the end is not included. */
	start: number;
	end: number;
	label: string;
	kind: DayBlockKind;
	href?: string;
}

export interface DayRow {
	/** A person or a room. */
	name: string;
	note?: string;
	blocks: DayBlock[];
}

interface Props {
	title: string;
	rows: DayRow[];
	/** Minutes after midnight. The day is stretched to hold every block. */
	start?: number;
	end?: number;
	/** The time that is being asked for, shaded through every row. */
	wanted?: { start: number; end: number };
	/** Beside a form, where following a link would lose what was typed. */
	newTab?: boolean;
}

/** 545 → "9:05am". */
export function clock(minutes: number): string {
	const hour = Math.floor(minutes / 60) % 24;
	const minute = String(minutes % 60).padStart(2, "0");
	return `${hour % 12 || 12}:${minute}${hour < 12 ? "am" : "pm"}`;
}

/**
 * A day at a glance: a bar for each person or room, with the same in words under it. The bars are
 * drawn with SVG attributes, so that they need no inline style (content security policy).
 */
export function DayTimeline({ title, rows, start = 480, end = 1020, wanted, newTab }: Props) {
	const blocks = [...rows.flatMap((row) => row.blocks), ...(wanted ? [wanted] : [])];
	const from = Math.floor(Math.min(start, ...blocks.map((block) => block.start)) / 60) * 60;
	const to = Math.ceil(Math.max(end, ...blocks.map((block) => block.end)) / 60) * 60;
	const across = (minutes: number) => `${((minutes / (to - from)) * 100).toFixed(3)}%`;
	const hours = Array.from({ length: (to - from) / 60 + 1 }, (_, at) => from + at * 60);
	return (
		<section className="tt-day" aria-label={title}>
			<h2 className="tt-day__title">{title}</h2>
			<svg className="tt-day__hours" aria-hidden="true" focusable="false">
				{hours.map((hour, at) => (
					<text
						className={at % 2 === 1 ? "tt-day__between" : undefined}
						key={hour}
						x={across(hour - from)}
						y="14"
						textAnchor={at === 0 ? "start" : at === hours.length - 1 ? "end" : "middle"}
					>
						{clock(hour).replace(":00", "")}
					</text>
				))}
			</svg>
			<ul className="tt-day__rows">
				{rows.map((row) => (
					<li className="tt-day__row" key={`${row.name} ${row.note}`}>
						<h3 className="tt-day__name">
							{row.name} {row.note && <span className="tt-day__note">{row.note}</span>}
						</h3>
						<Track {...{ row, hours, from, to, across, wanted }} />
						<BlockList blocks={row.blocks} newTab={newTab} />
					</li>
				))}
			</ul>
		</section>
	);
}

interface TrackProps {
	row: DayRow;
	hours: number[];
	from: number;
	to: number;
	across: (minutes: number) => string;
	wanted: Props["wanted"];
}

/** A bar too short for its words in a side column shows them only where the day is drawn wide. */
function labelClass(block: DayBlock, day: number): string {
	const share = (block.end - block.start) / day;
	return classNames(
		`tt-day__label tt-day__label--${block.kind}`,
		share < 0.2 && "tt-day__label--short",
		share < 0.08 && "tt-day__label--never",
	);
}

function Track({ row, hours, from, to, across, wanted }: TrackProps) {
	return (
		<svg className="tt-day__track" aria-hidden="true" focusable="false">
			{wanted && (
				<rect
					className="tt-day__window"
					x={across(wanted.start - from)}
					width={across(wanted.end - wanted.start)}
					height="100%"
				/>
			)}
			{hours.map((hour) => (
				<line
					className="tt-day__hour"
					key={hour}
					x1={across(hour - from)}
					x2={across(hour - from)}
					y2="100%"
				/>
			))}
			{row.blocks.map((block) => (
				<svg
					key={`${block.start} ${block.label}`}
					x={across(block.start - from)}
					width={across(block.end - block.start)}
					height="100%"
				>
					<title>{block.label}</title>
					<rect
						className={`tt-day__block tt-day__block--${block.kind}`}
						width="100%"
						height="100%"
					/>
					<text className={labelClass(block, to - from)} x="6" y="15">
						{block.label}
					</text>
				</svg>
			))}
		</svg>
	);
}

function BlockList({ blocks, newTab }: { blocks: DayBlock[]; newTab?: boolean }) {
	const BlockLink = newTab ? NewTabLink : PlainLink;
	if (blocks.length === 0) return <p className="tt-day__list tt-day__note">Free all day</p>;
	return (
		<ul className="tt-day__list">
			{blocks.map((block) => (
				<li key={`${block.start} ${block.label}`}>
					<span className="tt-day__time">
						{clock(block.start)} to {clock(block.end)}
					</span>{" "}
					{block.href ? <BlockLink href={block.href}>{block.label}</BlockLink> : block.label}
				</li>
			))}
		</ul>
	);
}

function PlainLink({ href, children }: { href: string; children: ReactNode }) {
	return (
		<AppLink className="govuk-link" href={href}>
			{children}
		</AppLink>
	);
}
