import { z } from "zod";
import { yearGroups } from "./year-groups.ts";

// why apart from the names of the year groups: pages need those in the browser, and no schema there.
export const yearGroupCode = z.enum(yearGroups, { error: "Choose a year group" });
