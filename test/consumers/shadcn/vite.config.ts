import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The components are those that were copied; what draws up their models is the package's.
export default defineConfig({
  plugins: [react()],
  resolve: { alias: [{ find: /^checkrail$/, replacement: fileURLToPath(new URL("src/copied.ts", import.meta.url)) }] },
});
