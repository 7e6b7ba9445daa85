/** `npm run restored`: settles databases that were brought back from a copy, once, before a server is started on them. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { databasesFor } from "./database/locations.js";
import { openProduct } from "./product.js";
import { settleCopy } from "./restored-copy.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dataDir = resolve(process.env["CHECKRAIL_DATA"] ?? join(root, ".data"));
try {
  // On a folder that a server works on it is refused; a database on a server has no such lock, so stop all of them first.
  const product = await openProduct(dataDir, databasesFor(process.env, dataDir));
  const { cancelled, stopped } = await settleCopy(product);
  await product.close();
  console.log(
    `Restores that were queued and never start: ${listed(cancelled)}. Restores that were running and write nothing more: ${listed(stopped)}. The next server looks up in the target what those had begun.`,
  );
} catch (error) {
  console.error(error instanceof Error ? `Nothing was settled: ${error.message}` : error);
  process.exitCode = 1;
}

function listed(runs: readonly string[]): string {
  return runs.length === 0 ? "none" : runs.join(", ");
}
