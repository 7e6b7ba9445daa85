/** The reference product as the end-to-end tests use it: a built app, a free port, and data that is gone afterwards. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startServer } from "../reference/server/main.ts";
import { buildApp } from "./app.ts";

const appDir = resolve(import.meta.dirname, "../node_modules/.cache/e2e-app");
await buildApp(appDir);
const dataDir = await mkdtemp(join(tmpdir(), "checkrail-e2e-"));
const server = await startServer({ dataDir, host: "127.0.0.1", port: 0, appDir });

process.once("SIGTERM", () => void end());

async function end(): Promise<void> {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
}

process.send?.({ url: server.url });
