import { resolve } from "node:path";
import { startNode } from "../../scripts/children.ts";

const root = resolve(import.meta.dirname, "../..");

/** Starts the product in a process of its own, which reads the package from its sources, and stops it after the last test. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = startNode(["--conditions=development", "--import", "tsx", "scripts/e2e-server.ts"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const message = new Promise<{ url: string }>((done) => {
    server.process.once("message", (value) => done(value as { url: string }));
  });
  const failure = server.ended.then((code) => {
    throw new Error(`The server for the tests ended before it was ready (${code ?? "a signal"}).`);
  });
  process.env["CHECKRAIL_URL"] = (await Promise.race([message, failure])).url;
  failure.catch(() => undefined);
  return () => server.stop();
}
