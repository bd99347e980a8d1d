import { parseHTML } from "linkedom";

export interface Answer {
	status: number;
	headers: Headers;
	/** Where a redirect leads: path and query. */
	location: string | null;
	text: string;
	/** The page, for looking things up in it. */
	page(): Document;
	/** The words of the page's h1. */
	heading(): string;
	/** The lines of the error summary, each with the field it leads to. */
	errors(): { field: string; message: string }[];
}

type Form = Record<string, string | number | readonly string[]>;

interface Asking {
	method?: string;
	headers?: Record<string, string>;
	body?: string | URLSearchParams | FormData | Uint8Array<ArrayBuffer>;
	/** A failure (500 and above) is the answer that the test wants, and no mistake. */
	mayFail?: boolean;
}

/** A browser without scripts: keeps cookies, sends forms, follows nothing by itself. */
export interface Visitor {
	cookies: Map<string, string>;
	get(path: string, asking?: Asking): Promise<Answer>;
	/** Sends a form as a page of the site would. */
	post(path: string, form?: Form, asking?: Asking): Promise<Answer>;
	request(path: string, asking?: Asking): Promise<Answer>;
}

export function visitor(url: string, logged: readonly unknown[] = []): Visitor {
	const cookies = new Map<string, string>();

	const request = async (path: string, asking: Asking = {}): Promise<Answer> => {
		const { mayFail, headers = {}, ...init } = asking;
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		const response = await fetch(`${url}${path}`, {
			...init,
			redirect: "manual",
			headers: { ...(cookie ? { cookie } : {}), ...headers },
		});
		keepCookies(cookies, response.headers.getSetCookie());
		const answer = await answerOf(response, url);
		if (answer.status >= 500 && !mayFail) {
			const reason = JSON.stringify(logged.at(-1), null, 1);
			throw new Error(`${init.method ?? "GET"} ${path} gave ${answer.status}: ${reason}`);
		}
		return answer;
	};

	return {
		cookies,
		request,
		get: (path, asking) => request(path, asking),
		post: (path, form = {}, asking = {}) =>
			request(path, {
				method: "POST",
				body: formBody(form),
				...asking,
				headers: { "sec-fetch-site": "same-origin", ...asking.headers },
			}),
	};
}

function formBody(form: Form): URLSearchParams {
	const body = new URLSearchParams();
	for (const [name, value] of Object.entries(form)) {
		for (const one of [value].flat()) body.append(name, String(one));
	}
	return body;
}

function keepCookies(jar: Map<string, string>, given: readonly string[]): void {
	for (const line of given) {
		const [pair = "", ...attributes] = line.split(/;\s*/);
		const [name = "", ...value] = pair.split("=");
		const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
		if (gone) jar.delete(name);
		else jar.set(name, value.join("="));
	}
}

async function answerOf(response: Response, url: string): Promise<Answer> {
	const text = await response.text();
	const location = response.headers.get("location");
	const page = () => parseHTML(text).document as unknown as Document;
	return {
		status: response.status,
		headers: response.headers,
		location: location?.startsWith(url) ? location.slice(url.length) : location,
		text,
		page,
		heading: () => page().querySelector("h1")?.textContent?.trim() ?? "",
		errors: () =>
			[...page().querySelectorAll(".govuk-error-summary__list li")].map((line) => ({
				field: line.querySelector("a")?.getAttribute("href")?.slice(1) ?? "",
				message: line.textContent?.trim() ?? "",
			})),
	};
}
