import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { App } from "./app.js";

/** Serves the built app; any page address gives its one page, which knows the way. */
export function serveApp(app: App, appDir: string): void {
  app.use("/*", serveStatic({ root: appDir }));
  app.get("/*", async (c, next) => {
    if (!(c.req.header("accept") ?? "").includes("text/html")) return next();
    return c.html(await readFile(join(appDir, "index.html"), "utf8"));
  });
}
