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
  try {
    const stopped = await settleCopy(product);
    console.log(
      stopped.length === 0
        ? "No restore was queued or running. Nothing had to be settled."
        : `Restores that write nothing more: ${stopped.join(", ")}. The next server looks up in the target what they had begun, and reads it back.`,
    );
  } finally {
    await product.close();
  }
} catch (error) {
  console.error(error instanceof Error ? `Nothing was settled: ${error.message}` : error);
  process.exitCode = 1;
}
