import { type BookOptions, bookSession } from "#app/commands/book-session.ts";
import { rehearse } from "#app/commands/rehearse.ts";
import { textOf } from "#app/http/field-values.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { redirectWith } from "#app/http/respond.ts";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/new-session.ts";
import { answerBooking, bookedFlash } from "./answer-booking.ts";
import { bookingAnswers, readBooking } from "./booking-answers.ts";
import { BookingForm } from "./booking-form.tsx";
import { readBookingView } from "./booking-view.ts";
import { ClashNotice } from "./clash-notice.tsx";
import { fieldsOfAddress, withPeriod } from "./form-fields.ts";
import { keepAnswer } from "./keep-answer.ts";

/** Other pages fill the form in by its address: see bookingAddress. */
export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.book");
	const answers = bookingAnswers(withPeriod(fieldsOfAddress(args.url.searchParams)));
	return { answers, view: await readBookingView(entered, answers) };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "sessions.book");
	const fields = withPeriod(await readForm(args.request));
	const intent = textOf(fields, "intent");
	const answers = bookingAnswers(fields);
	const input = readBooking(fields, {
		zone: entered.zone,
		provisional: intent === "provisional",
	});
	const books = intent === "book" || intent === "provisional";
	const shown = { entered, answers, fields, intent };
	if (!input.ok) return answerBooking(shown, { errors: input.errors });
	if (intent === "find") return answerBooking(shown, {});
	const options: BookOptions = { needReasons: books, hold: answers.hold, once: answers.once };
	if (!books) {
		const rehearsal = await rehearse(entered.command, (context) =>
			bookSession(context, input.data, options),
		);
		return answerBooking(shown, rehearsal);
	}
	const outcome = await bookSession(entered.command, input.data, options);
	if (!outcome.ok) return answerBooking(shown, { outcome });
	const session = await requireSession(entered.app.database.client, outcome.reference);
	const flash = bookedFlash(session, outcome.messages, shown);
	return redirectWith(entered.app, `/sessions/${outcome.reference}`, flash);
}

export const shouldRevalidate = keepAnswer;

export default function NewSession({ loaderData, actionData }: Route.ComponentProps) {
	const { answers, view } = actionData ?? loaderData;
	const { errors, clashes, messages } = actionData ?? { errors: [], clashes: [], messages: [] };
	return (
		<>
			<PageTitle title="Book a session" errors={errors} />
			<ErrorSummary errors={errors} />
			<ClashNotice clashes={clashes} />
			<PageHeading
				title="Book a session"
				actions={
					<Actions>
						<ButtonLink href="/sessions/several" kind="secondary">
							Book several
						</ButtonLink>
					</Actions>
				}
			/>
			<BookingForm
				answers={answers}
				view={view}
				errors={errors}
				messages={messages}
				refused={clashes.length > 0}
			/>
		</>
	);
}
