import { defineConfig } from "vite";

/** The package finds its own name at its sources, so nothing has to be built first. */
export const conditions = ["development", "module", "browser", "import"];

export default defineConfig({ resolve: { conditions } });
