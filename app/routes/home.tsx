import { requireActor } from "#app/http/require-actor.ts";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/home.ts";
import { facilitatorFacts } from "./home/facilitator-facts.ts";
import { FacilitatorHome } from "./home/facilitator-home.tsx";
import { managerFacts } from "./home/manager-facts.ts";
import { ManagerHome } from "./home/manager-home.tsx";
import { officeFacts } from "./home/office-facts.ts";
import { OfficeHome } from "./home/office-home.tsx";

/** What needs me today: each role's own answer. */
export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "account.own");
	switch (entered.actor.role) {
		case "facilitator":
			return facilitatorFacts(entered);
		case "manager":
			return managerFacts(entered);
		case "coordinator":
		case "administrator":
			return officeFacts(entered);
	}
}

export default function Home({ loaderData: facts }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title="Home" />
			{facts.kind === "office" && <OfficeHome facts={facts} />}
			{facts.kind === "facilitator" && <FacilitatorHome facts={facts} />}
			{facts.kind === "manager" && <ManagerHome facts={facts} />}
		</>
	);
}
