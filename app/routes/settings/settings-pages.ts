import { may, type Role } from "#app/domain/access/permissions.ts";
import { routeAccess } from "#app/http/route-access.ts";

export interface SettingsPage {
	href: string;
	title: string;
	about: string;
}

/** Every page of settings, in order. Who sees which follows from who may enter it. */
const pages: SettingsPage[] = [
	{
		href: "/settings/partnership",
		title: "Partnership",
		about: "Its name, its time zone, and when calendars remind people",
	},
	{
		href: "/settings/teams",
		title: "Teams",
		about: "Who delivers and is counted, and whom schools can reach",
	},
	{
		href: "/settings/agencies",
		title: "Agencies",
		about: "The employers in the partnership",
	},
	{
		href: "/settings/themes",
		title: "Themes",
		about: "What reach is reported by",
	},
	{
		href: "/settings/coverage",
		title: "Coverage",
		about: "After how long a school is overdue, and which come first",
	},
	{
		href: "/programmes",
		title: "Programmes",
		about: "What schools can ask for, and what each takes",
	},
	{
		href: "/people",
		title: "People",
		about: "Who delivers, and what they may deliver",
	},
	{
		href: "/settings/users",
		title: "Accounts",
		about: "Who may sign in, and what they may do",
	},
	{
		href: "/settings/feeds",
		title: "Calendar feeds",
		about: "Addresses that show sessions in people’s own calendars",
	},
	{
		href: "/settings/terms",
		title: "Term dates",
		about: "When schools are open, by local authority",
	},
	{
		href: "/settings/travel",
		title: "Travel and limits",
		about: "What travel estimates go by, and how much people take on",
	},
	{
		href: "/settings/bases",
		title: "Bases",
		about: "Where people start from in the morning",
	},
	{
		href: "/settings/retention",
		title: "Retention",
		about: "How long names of people are kept",
	},
	{
		href: "/settings/tokens",
		title: "API tokens",
		about: "For programs that read or book",
	},
	{
		href: "/settings/webhooks",
		title: "Webhooks",
		about: "Other systems that are told of changes to sessions",
	},
	{
		href: "/settings/audit",
		title: "Audit",
		about: "Who changed what",
	},
	{
		href: "/imports",
		title: "Imports",
		about: "The register of schools, and past sessions",
	},
];

/** The pages that exist and that somebody may enter. */
export function settingsPagesFor(role: Role): SettingsPage[] {
	return pages.filter(({ href }) => {
		const access = routeAccess[href];
		return typeof access === "object" && may(role, access.permission);
	});
}
