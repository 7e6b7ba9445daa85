/**
 * A server that the system kills at the instant that a line on standard input names. Prints where it is, and each instant once
 * it waits for it. Takes up the data folder that it is given, or makes one.
 */
import { createInterface } from "node:readline";
import { serveProduct } from "../../../reference/server/main.js";
import { openProduct } from "../../../reference/server/product.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { databasesOf } from "./databases.js";
import type { Instant } from "./killed-servers.js";
import { filledTarget, openSite, threePolicies } from "./support.js";

let armed: Instant | null = null;
let readings = 0;

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

/** Dies before the call, or right after it, where that is the instant. */
async function around<T>(call: () => Promise<T>, before: Instant | null, after: Instant | null): Promise<T> {
  if (armed !== null && armed === before) die();
  const answer = await call();
  if (armed !== null && armed === after) die();
  return answer;
}

function watched(target: TargetPort): TargetPort {
  return {
    ...target,
    readDirectory: () => around(() => target.readDirectory(), null, "directory_read"),
    listPolicies: () => {
      readings = 0;
      return around(() => target.listPolicies(), "before_listing", null);
    },
    replaceSettings: (seen, payload) =>
      around(() => target.replaceSettings(seen, payload), "before_write", "after_write"),
    createPolicy: (policy) => around(() => target.createPolicy(policy), null, "after_creation"),
  };
}

/** The tenant of an import is filled, and the transaction that makes it an environment's has not ended. */
function filled(): boolean {
  return armed === "tenant_filled" && /\bfill\b.*store-import/.test(new Error("Here.").stack ?? "");
}

/** The clock is read once when the target has answered, and once more in the transaction that records what follows. */
function clock(now: () => string): string {
  readings += 1;
  if ((armed === "before_recording" && readings === 2) || filled()) die();
  return now();
}

async function open(dataDir: string | undefined) {
  if (dataDir === undefined) {
    const site = await openSite(threePolicies);
    const environments = [];
    for (let count = 1; count <= 10; count += 1)
      environments.push((await filledTarget(site.product, `Contoso ${count}`, threePolicies.target)).id);
    await site.server.close();
    return { dataDir: site.dataDir, backupSetId: site.backupSetId, environments };
  }
  return { dataDir, backupSetId: "", environments: [] };
}

const place = await open(process.argv[2]);
const product = await openProduct(place.dataDir, databasesOf(place.dataDir));
const server = await serveProduct(
  { ...product, now: () => clock(product.now), target: (key) => watched(product.target(key)) },
  { dataDir: place.dataDir, seed: false },
);
process.stdout.write(`${JSON.stringify({ ...place, url: server.url })}\n`);
createInterface(process.stdin).on("line", (instant) => {
  armed = instant as Instant;
  process.stdout.write(`${instant}\n`);
});
