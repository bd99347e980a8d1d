import { describe, expect, it } from "vitest";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { deliveryGrid } from "#app/domain/venues/delivery-grid.ts";

function delivery(localDate: string, theme: string, counts: Partial<Record<YearGroup, number>>) {
	return {
		localDate,
		theme,
		headcounts: Object.entries(counts).map(([yearGroup, youngPeople]) => ({
			yearGroup: yearGroup as YearGroup,
			youngPeople,
		})),
	};
}

describe("deliveryGrid", () => {
	it("puts each year group's attendances under its academic year, by theme", () => {
		const grid = deliveryGrid([
			delivery("2025-08-31", "Knife crime", { Y9: 30 }),
			delivery("2025-09-01", "Knife crime", { Y9: 28, Y8: 20 }),
			delivery("2026-02-10", "Knife crime", { Y9: 25 }),
			delivery("2026-02-11", "Gangs and county lines", { Y9: 27 }),
		]);
		expect(grid).toEqual({
			years: [2024, 2025],
			earlierSessions: 0,
			rows: [
				{
					yearGroup: "Y8",
					cells: [[], [{ theme: "Knife crime", sessions: 1, youngPeople: 20 }]],
				},
				{
					yearGroup: "Y9",
					cells: [
						[{ theme: "Knife crime", sessions: 1, youngPeople: 30 }],
						[
							{ theme: "Gangs and county lines", sessions: 1, youngPeople: 27 },
							{ theme: "Knife crime", sessions: 2, youngPeople: 53 },
						],
					],
				},
			],
		});
	});

	it("shows the newest years and counts the sessions before them", () => {
		const grid = deliveryGrid(
			[2020, 2021, 2023, 2024].map((year) => delivery(`${year}-10-01`, "Knife crime", { Y7: 1 })),
			2,
		);
		expect(grid.years).toEqual([2023, 2024]);
		expect(grid.earlierSessions).toBe(2);
	});

	it("is empty where nothing was delivered", () => {
		expect(deliveryGrid([])).toEqual({ years: [], rows: [], earlierSessions: 0 });
	});
});
