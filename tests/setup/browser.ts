import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export type PageOptions = {
	/** 1280 × 900 with a mouse (the default), or 390 × 844 with a finger. */
	viewport?: "desktop" | "phone";
	/** `false` gives a browser without JavaScript; the default is with. */
	javaScript?: boolean;
};

/** Where a browser is, and what its process needs to find its own libraries and fonts. */
type Program = { executablePath: string; env?: Record<string, string> };

const here = dirname(fileURLToPath(import.meta.url));

const quiet = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

const installed = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Starts a real browser: the one named by `CHROMIUM_PATH`, else one installed on this machine,
 * else the one inside the npm package `@sparticuz/chromium` (Linux only), which brings its own
 * libraries and fonts. `CHROMIUM_PATH=packaged` asks for that one.
 *
 * @throws Error of one line, saying what to do, when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
	const program = await findBrowser();
	return chromium.launch({
		executablePath: program.executablePath,
		args: quiet,
		env: { ...definedEnvironment(), ...program.env },
		headless: true,
	});
}

/**
 * Opens a page in a context of its own, as somebody in England sees it. Close `page.context()`
 * to be rid of it.
 */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
	const phone = options.viewport === "phone";
	const context: BrowserContext = await browser.newContext({
		viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
		isMobile: phone,
		hasTouch: phone,
		javaScriptEnabled: options.javaScript ?? true,
		locale: "en-GB",
		timezoneId: "Europe/London",
	});
	return context.newPage();
}

async function findBrowser(): Promise<Program> {
	const wanted = process.env.CHROMIUM_PATH;
	if (wanted && wanted !== "packaged") {
		if (!runnable(wanted)) throw new Error(`CHROMIUM_PATH names no program: ${wanted}`);
		return { executablePath: wanted };
	}
	const found = wanted ? undefined : installed.find(runnable);
	if (found) return { executablePath: found };
	if (process.platform !== "linux" || process.arch !== "x64") {
		throw new Error("No browser was found. Install Chrome or Chromium, or set CHROMIUM_PATH.");
	}
	return packagedBrowser();
}

function runnable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Unpacks the packaged browser once per version and user; ten seconds the first time, then none. */
async function packagedBrowser(): Promise<Program> {
	const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
	const manifest = join(dirname(dirname(dirname(entry))), "package.json");
	const { version } = JSON.parse(await readFile(manifest, "utf8"));
	const home = join(tmpdir(), `termtime-chromium-${version}-${process.getuid?.() ?? "user"}`);
	if (!existsSync(home)) await unpack(home);
	return {
		executablePath: join(home, "chromium"),
		env: {
			LD_LIBRARY_PATH: join(home, "al2023", "lib"),
			FONTCONFIG_FILE: join(home, "fonts.conf"),
		},
	};
}

async function unpack(home: string): Promise<void> {
	const staging = await mkdtemp(`${home}-`);
	const outcome = spawnSync(
		process.execPath,
		[
			"--input-type=module",
			"--eval",
			'const { default: c } = await import("@sparticuz/chromium"); await c.executablePath();',
		],
		{
			cwd: here,
			encoding: "utf8",
			// why: the package unpacks to the temporary directory, whole or in part as it may be, and
			// its libraries only where it believes to be in AWS Lambda.
			env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
		},
	);
	if (outcome.status !== 0) {
		await rm(staging, { recursive: true, force: true });
		const reason = outcome.stderr.trim().split("\n").at(-1);
		throw new Error(`The packaged browser could not be unpacked (${reason}). Set CHROMIUM_PATH.`);
	}
	await writeFile(join(staging, "fonts.conf"), fontSettings(home));
	// why: two runs may unpack at once; whoever comes second finds the other's as good.
	await rename(staging, home).catch(() => rm(staging, { recursive: true, force: true }));
}

/** The package's own settings know only the folders of AWS Lambda: elsewhere no text would show. */
function fontSettings(home: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
}

function definedEnvironment(): Record<string, string> {
	const entries = Object.entries(process.env);
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => !!entry[1]));
}
