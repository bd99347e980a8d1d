import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

interface Props {
	id: string;
	title: string;
	fileName: string;
	consequences: string[];
	button: string;
	/** It takes something away. */
	warning?: boolean;
	/** The way out: "Keep the file". */
	stay: string;
}

/** Says what a step with a file will do before it is done. */
export function ConfirmImport({ id, title, fileName, consequences, button, warning, stay }: Props) {
	const back = `/imports/${id}`;
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				caption={<span className="tt-breaks">{fileName}</span>}
				back={{ href: back, text: "Back to the file" }}
			/>
			<Measure>
				<ConfirmPanel title="What will happen" consequences={consequences} warning={warning}>
					<Form method="post">
						<ButtonGroup>
							<Button kind={warning ? "warning" : "primary"}>{button}</Button>
							<AppLink className="govuk-link" href={back}>
								{stay}
							</AppLink>
						</ButtonGroup>
					</Form>
				</ConfirmPanel>
			</Measure>
		</>
	);
}
