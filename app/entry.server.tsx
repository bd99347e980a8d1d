import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import {
	type EntryContext,
	type HandleErrorFunction,
	isRouteErrorResponse,
	type RouterContextProvider,
	ServerRouter,
} from "react-router";
import { appContext, nonceContext } from "#app/http/app-context.ts";
import { describeError } from "#app/http/describe-error.ts";
import { visitContext } from "#app/http/visit.ts";
import { NonceContext } from "#app/ui/nonce.ts";

/** How long, in milliseconds, parts of a page that stream in may take. */
export const streamTimeout = 5_000;

export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	entry: EntryContext,
	context: RouterContextProvider,
): Promise<Response> | Response {
	headers.set("Content-Type", "text/html; charset=utf-8");
	if (request.method === "HEAD") return new Response(null, { status, headers });
	const nonce = context.get(nonceContext);
	// why: a crawler reads only what is there when the page ends its first part.
	const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
	return new Promise((resolve, reject) => {
		let begun = false;
		let code = status;
		const { pipe, abort } = renderToPipeableStream(
			<NonceContext value={nonce}>
				<ServerRouter context={entry} url={request.url} nonce={nonce} />
			</NonceContext>,
			{
				nonce,
				[ready]() {
					begun = true;
					const body = new PassThrough({
						final(callback) {
							clearTimeout(timer);
							callback();
						},
					});
					const stream = createReadableStreamFromReadable(body);
					pipe(body);
					resolve(new Response(stream, { status: code, headers }));
				},
				onShellError: reject,
				onError(error: unknown) {
					code = 500;
					if (begun) logError(error, { request, context });
				},
			},
		);
		const timer = setTimeout(abort, streamTimeout + 1_000);
	});
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
	if (request.signal.aborted) return;
	if (isRouteErrorResponse(error) && error.status < 500) return;
	logError(error, { request, context });
};

interface Where {
	request: Request;
	context: Readonly<RouterContextProvider>;
}

/** why the pattern and not the address: tokens and names stand in addresses. */
function logError(error: unknown, { request, context }: Where): void {
	const route = context.get(visitContext).pattern;
	const method = request.method;
	context.get(appContext).log.error({ method, route, ...describeError(error) }, "request failed");
}
