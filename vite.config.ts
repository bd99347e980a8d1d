import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
	plugins: [reactRouter()],
	css: { preprocessorOptions: { scss: { loadPaths: [".", "node_modules"] } } },
	build: {
		// why: Vite's own minifier stops at a media query of govuk-frontend.
		cssMinify: "esbuild",
	},
	environments: {
		// why: the whole process is built as one program, so that `npm start` needs no other tool.
		ssr: { build: { rollupOptions: { input: "./server.ts" } } },
	},
});
