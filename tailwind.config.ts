import type { Config } from "tailwindcss";
import preset, { ownTheme } from "./src/tailwind/preset.ts";

export default { presets: [preset], content: [], theme: ownTheme } satisfies Config;
