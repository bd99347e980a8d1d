import { z } from "zod";
import { count, singleLine } from "#app/domain/text.ts";

const MAX_POSITION = 999;

/** What reach is reported by. `position` decides the order in which themes are listed. */
export const themeInput = z.object({
	name: singleLine(120, "the name of the theme"),
	position: count(MAX_POSITION, "the place in lists", { blank: 0 }),
});

export type ThemeInput = z.output<typeof themeInput>;
