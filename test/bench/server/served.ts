/** One server process on the PostgreSQL database that DATABASE_URL names, with the app of a folder where one is named. Prints where it answers. */
import { startServer } from "../../../reference/server/main.js";
import { onServer } from "../../../reference/server/database/locations.js";

const [dataDir = "", appDir = ""] = process.argv.slice(2);
const server = await startServer({
  dataDir,
  ...(appDir === "" ? {} : { appDir }),
  databases: onServer(process.env["DATABASE_URL"] ?? ""),
  seed: false,
  // A bench asks in seconds for what a person asks for in an hour.
  rateLimit: { burst: 1_000_000, perSecond: 1_000_000 },
});
process.stdout.write(`${server.url}\n`);
