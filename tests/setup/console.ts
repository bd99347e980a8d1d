import { afterEach, beforeEach, expect, vi } from "vitest";

const noise = vi.spyOn(console, "error");

beforeEach(() => {
	noise.mockClear();
});

// An error nobody reads is an error nobody mends: a test that expects one clears the spy itself.
afterEach(() => {
	expect(noise.mock.calls, "unexpected console.error").toEqual([]);
});
