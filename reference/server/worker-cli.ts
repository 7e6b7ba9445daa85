/** `npm run worker`: works the jobs of the servers on the database that DATABASE_URL names, until it is told to stop. */
import { onServer } from "./database/locations.js";
import { logFor } from "./log.js";
import { startWorker } from "./worker.js";

const url = process.env["DATABASE_URL"] ?? "";
if (url === "") {
  console.error("A worker shares the database of its servers: name it in DATABASE_URL, as postgresql://…");
  process.exit(1);
}
const { target, product } = onServer(url);
if (!("url" in product)) throw new Error("DATABASE_URL names no server.");
try {
  const worker = await startWorker({ databases: { target, product }, log: logFor(process.env) });
  console.log("Working. Press Ctrl-C to stop.");
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      worker.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  console.error(error instanceof Error ? `Not started: ${error.message}` : error);
  process.exit(1);
}
