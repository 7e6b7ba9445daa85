import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { conditions } from "../../vite.config.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("./"),
  cacheDir: here("../../node_modules/.vite/app"),
  plugins: [react(), tailwindcss()],
  resolve: { conditions },
  build: {
    outDir: here("./dist"),
    emptyOutDir: true,
    // The server's content policy allows no data: fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // One script is fine for an app that is served from the operator's own machine.
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    proxy: { "/api": { target: process.env["CHECKRAIL_API"] ?? "http://127.0.0.1:4310", changeOrigin: true } },
  },
});
