import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

// Started by postgres.ts with the server's process id and its directory. Standard input closes
// when the test run stops the server, and also when the run is interrupted or killed.
const [pid, home] = [Number(process.argv[2]), process.argv[3]];

/** The server removes its lock file last. (Its process id may linger: nobody may be there to wait for it.) */
const running = () => existsSync(join(home, "data", "postmaster.pid"));

function signal(name) {
	try {
		process.kill(pid, name);
	} catch {
		// It has ended already, by Ctrl-C for instance.
	}
}

function finish(startedAt) {
	if (running() && Date.now() - startedAt < 5_000) return setTimeout(finish, 20, startedAt);
	if (running()) signal("SIGQUIT");
	rmSync(home, { recursive: true, force: true });
}

process.stdin.resume();
process.stdin.once("close", () => {
	signal("SIGINT"); // fast shutdown: ends connections, then the server
	finish(Date.now());
});
