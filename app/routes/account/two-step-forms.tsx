import type { TwoStepSetup } from "#app/http/two-step.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Inset } from "#app/ui/inset.tsx";
import { PasswordInput } from "#app/ui/password-input.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Hidden, TextInput } from "#app/ui/text-input.tsx";

interface WithErrors {
	errors: FieldErrors | undefined;
}

/** While it is off: what it is, and the password that begins it. */
export function OffForm({ errors }: WithErrors) {
	return (
		<form method="post" noValidate>
			<p className="govuk-body">
				With two-step sign-in, somebody who learns your password still cannot come in: after the
				password, a code is asked for that only an app on your own device shows. Any authenticator
				app will do.
			</p>
			<Hidden name="intent" value="start" />
			<PasswordInput
				name="password"
				label="Password"
				autoComplete="current-password"
				error={errorFor(errors, "password")}
			/>
			<Button>Set up two-step sign-in</Button>
		</form>
	);
}

/** The secret and the backup codes, shown this once. */
export function SetupSteps({ setup }: { setup: TwoStepSetup }) {
	return (
		<>
			<p className="govuk-body">This page is shown once. Two-step sign-in is off until step 3.</p>
			<Section title="1. Tell your authenticator app">
				<SummaryList
					rows={[
						{ key: "Key", value: <code>{setup.secret}</code> },
						{ key: "Kind", value: "Time-based, 6 digits, every 30 seconds" },
						{
							key: "On this device",
							value: (
								<a className="govuk-link" href={setup.uri}>
									Open your authenticator app
								</a>
							),
						},
					]}
				/>
			</Section>
			<Section title="2. Keep your backup codes">
				<CodeList codes={setup.backupCodes} />
			</Section>
			<Section title="3. Enter the code that the app shows">
				<ConfirmForm errors={undefined} />
			</Section>
		</>
	);
}

export function BackupCodes({ codes }: { codes: string[] }) {
	return (
		<>
			<p className="govuk-body">
				These are shown once. The backup codes that you had before no longer work.
			</p>
			<CodeList codes={codes} />
			<p className="govuk-body">
				<AppLink className="govuk-link" href="/account">
					I have kept them
				</AppLink>
			</p>
		</>
	);
}

function CodeList({ codes }: { codes: string[] }) {
	return (
		<Inset>
			<p className="govuk-body">
				Each lets you in once when you do not have your device. Keep them on paper, or where you
				keep passwords, but not on the same device.
			</p>
			<ul className="govuk-list">
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ul>
		</Inset>
	);
}

/** @param again after a wrong code, when the secret is no longer on the page */
export function ConfirmForm({ errors, again }: WithErrors & { again?: boolean }) {
	return (
		<form method="post" noValidate>
			<Hidden name="intent" value="confirm" />
			<TextInput
				name="code"
				label="Code"
				hint="6 digits"
				inputMode="numeric"
				autoComplete="one-time-code"
				spellCheck={false}
				width={10}
				error={errorFor(errors, "code")}
			/>
			<ButtonGroup>
				<Button>Turn on two-step sign-in</Button>
				{again && (
					<AppLink className="govuk-link" href="/account/two-step">
						Begin again with a new key
					</AppLink>
				)}
			</ButtonGroup>
		</form>
	);
}

/** While it is on. */
export function OnForms({ errors }: WithErrors) {
	return (
		<form method="post" noValidate>
			<p className="govuk-body">It is on: a code is asked for after your password.</p>
			<PasswordInput
				name="password"
				label="Password"
				hint="To turn it off, or to get new backup codes in place of those you have"
				autoComplete="current-password"
				error={errorFor(errors, "password")}
			/>
			<ButtonGroup>
				<Button name="intent" value="codes" kind="secondary">
					Get new backup codes
				</Button>
				<Button name="intent" value="stop" kind="warning">
					Turn off two-step sign-in
				</Button>
			</ButtonGroup>
		</form>
	);
}
