import type { ReactNode } from "react";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { SessionHead } from "./session-head.ts";

const tabs = {
	overview: { path: "", text: "Overview" },
	people: { path: "/people", text: "People" },
	invites: { path: "/invites", text: "Invites" },
	evaluation: { path: "/evaluation", text: "Evaluation" },
	history: { path: "/history", text: "History" },
} as const;

export type SessionTab = keyof typeof tabs;

interface Props {
	head: SessionHead;
	tab: SessionTab;
	children: ReactNode;
}

/** The head of a session's page, what can be done now, and its parts, each with its address. */
export function SessionFrame({ head, tab, children }: Props) {
	const shown = (Object.keys(tabs) as SessionTab[]).filter(
		(key) =>
			(key !== "invites" || head.mayReadInvites) && (key !== "evaluation" || head.hasAnswers),
	);
	const part = tab === "overview" ? "" : `${tabs[tab].text}, `;
	return (
		<>
			<PageTitle title={`${part}${head.title}, ${head.reference}`} />
			<PageHeading
				caption={head.reference}
				title={head.title}
				status={
					<>
						<StatusTag status={head.status} />
						{head.imported && <Tag>Imported</Tag>}
					</>
				}
				lead={head.when}
			/>
			<SessionActions actions={head.actions} />
			<Tabs
				label="Parts of this session"
				items={shown.map((key) => ({
					href: `/sessions/${head.reference}${tabs[key].path}`,
					text: tabs[key].text,
					current: key === tab,
					...(key === "people" && { count: head.people }),
				}))}
			/>
			{children}
		</>
	);
}

function SessionActions({ actions }: Pick<SessionHead, "actions">) {
	if (actions.length === 0) return null;
	return (
		<div className="tt-session-actions">
			<Actions>
				{actions.map(({ href, text }, at) => (
					<ButtonLink key={href} href={href} kind={at === 0 ? "primary" : "secondary"} small>
						{text}
					</ButtonLink>
				))}
			</Actions>
		</div>
	);
}
