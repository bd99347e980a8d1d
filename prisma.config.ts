import { defineConfig } from "prisma/config";

// `generate` asks for a native engine that it does not use; naming any program saves the download.
if (process.argv.includes("generate")) {
	process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({ schema: process.env.TERMTIME_SCHEMA ?? "prisma/schema.prisma" });
