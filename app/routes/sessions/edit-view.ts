import { editSession } from "#app/commands/edit-session.ts";
import { readProgrammeChoices } from "#app/data/programmes.ts";
import { previewChange } from "./change-preview.ts";
import { type EditValues, editedFrom, readEdit } from "./edit-answers.ts";
import type { Changing } from "./enter-change.ts";

export type EditView = Awaited<ReturnType<typeof readEditView>>;

/** What can be chosen, and what saving would do; writes nothing. */
export async function readEditView(changing: Changing, values: EditValues) {
	const { app, session, zone } = changing;
	const input = readEdit(values, zone);
	const changes = JSON.stringify(values) !== JSON.stringify(editedFrom(session));
	const [themes, preview] = await Promise.all([
		readProgrammeChoices(app.database.client),
		input.ok && changes
			? previewChange(changing, (context, target) =>
					editSession(context, target, input.data, { needReasons: false }),
				)
			: null,
	]);
	const offered = themes.map(({ theme, programmes }) => ({
		label: theme.name,
		options: programmes.map(({ id, name }) => ({ value: id, label: name })),
	}));
	const { id, name } = session.programme;
	const known = offered.some(({ options }) => options.some(({ value }) => value === id));
	return {
		preview,
		/** The session's own programme, where it is no longer offered to anybody else. */
		own: known ? [] : [{ value: id, label: name }],
		themes: offered,
	};
}
