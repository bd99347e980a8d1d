import { openApiDocument } from "#app/domain/api/openapi.ts";
import { appContext } from "#app/http/app-context.ts";
import type { Route } from "./+types/openapi.ts";

/** The description of the API, made from the schemas that check its calls. */
export function loader({ context }: Route.LoaderArgs) {
	const { deployment } = context.get(appContext);
	return Response.json(openApiDocument(deployment.appUrl), {
		headers: { "Cache-Control": "public, max-age=300" },
	});
}
