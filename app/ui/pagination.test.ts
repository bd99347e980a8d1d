import { expect, test } from "vitest";
import { pagesShown } from "./pagination.tsx";

test.each([
	[1, 1, [1]],
	[1, 3, [1, 2, 3]],
	[1, 25, [1, 2, null, 25]],
	[4, 25, [1, 2, 3, 4, 5, null, 25]],
	[10, 25, [1, null, 9, 10, 11, null, 25]],
	[23, 25, [1, null, 22, 23, 24, 25]],
])("page %i of %i shows its ends and neighbours", (page, pages, shown) => {
	expect(pagesShown(page, pages)).toEqual(shown);
});
