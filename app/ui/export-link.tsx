import { AppLink } from "./app-link.tsx";

/** Under a list: the same list as a file. */
export function ExportLink({ href, text }: { href: string; text: string }) {
	return (
		<p className="govuk-body tt-no-print">
			<AppLink className="govuk-link" href={href}>
				{text}
			</AppLink>
		</p>
	);
}
