interface Described {
	error: string;
	code?: string;
	message?: string;
	stack?: string[];
}

/**
 * What a log may hold of an error. why not all of it: Prisma quotes the values of a query in the
 * first lines of its messages, and values are people's names and addresses.
 */
export function describeError(error: unknown): Described {
	if (!(error instanceof Error)) return { error: typeof error };
	const { code } = error as { code?: unknown };
	return {
		error: error.name,
		...(typeof code === "string" ? { code } : {}),
		message: error.message.trim().split("\n").at(-1)?.slice(0, 200),
		stack: error.stack
			?.split("\n")
			.filter((line) => line.startsWith("    at "))
			.slice(0, 12)
			.map((line) => line.trim()),
	};
}
