import type { TargetRefusal } from "#app/commands/target-outcome.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { notFound } from "#app/http/respond.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

/**
 * Why a target was not saved, at the field where it can be mended.
 * @throws 404 when there is no such target any more
 */
export function targetErrors(refusal: TargetRefusal): FieldErrors {
	switch (refusal.reason) {
		case "not_found":
		case "removed":
			throw notFound();
		case "stale_version":
			return [
				{
					field: "",
					message:
						"Somebody has changed this target since you opened it: see its history below. Save again to put your values in their place",
				},
			];
		case "taken":
			return [
				{
					field: "goal",
					message: `Change the target that there is: for this team, theme and period it is ${formatCount(refusal.goal)}`,
				},
			];
		case "unknown_choice":
			return [{ field: refusal.field, message: `Choose a ${refusal.field} from the list` }];
	}
}
