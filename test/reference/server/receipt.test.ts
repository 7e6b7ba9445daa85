import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { restoreReceiptSchema } from "../../../reference/api/receipt.js";
import { verifyFiles } from "../../../reference/verify/verify-file.js";
import { restoreReceipt } from "../../../src/restore/resolvers/receipt.js";
import { noConfirmation } from "../../../src/restore/run/facts.js";
import { RunDriver } from "./run-driver.js";
import { exported, openSite, policy, read, type Reply, type Site } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const secret = "hunter2";
let site: Site;
beforeAll(async () => {
  const withSecret = policy("a", 5, { payload: { name: "Policy a", minutes: 5, key: secret } });
  site = await openSite({ backup: exported([withSecret]), target: exported([policy("a", 60)]) });
}, 60_000);
afterAll(() => site.close());

async function receiptOf(run: RunDriver, as: "operator" | "viewer" = "operator"): Promise<Reply> {
  return site.call("GET", `${run.path}/receipt`, { as });
}

async function trail(): Promise<string> {
  return (await fetch(`${site.server.url}/api/workspaces/demo/audit`)).text();
}

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe("BY-12 the server hands out the receipt of a run", () => {
  test("redacted, hashed, bound to the audit trail, and verified without the server", async () => {
    const run = await RunDriver.create(site);
    await run.prepare();
    await run.execute();
    await run.withEvidence();
    const receipt = read(restoreReceiptSchema, await receiptOf(run));
    expect(receipt.content.outcomes).toMatchObject({ status: "completed" });
    expect(receipt.content.evidence).not.toBeNull();
    expect(JSON.stringify(receipt)).not.toContain(secret);
    const [own, audit] = verifyFiles([
      file("receipt.json", JSON.stringify(receipt)),
      file("audit.jsonl", await trail()),
    ]);
    expect(own).toMatchObject({ verified: true });
    expect(own?.lines.join(" ")).toContain("that it names is in audit.jsonl, as it was recorded");
    expect(audit).toMatchObject({ verified: true });
    const bound = receipt.content.audit;
    const entry = (await trail()).split("\n")[(bound?.sequence ?? 0) - 1] ?? "";
    expect(JSON.parse(entry)).toMatchObject({ restoreRunId: run.document.run.id, event: "evidence_captured" });
  });

  test("the same for whoever may see the same, and as the run's page makes it", async () => {
    const run = await RunDriver.create(site);
    await run.scopeAll();
    await run.checks();
    const served = read(restoreReceiptSchema, await receiptOf(run));
    expect(read(restoreReceiptSchema, await receiptOf(run, "viewer"))).toEqual(served);
    expect(restoreReceipt({ ...(await run.load()), confirmation: noConfirmation })).toEqual(served);
  });

  test("and refuses while there is nothing to put on one, in the language of whoever asks", async () => {
    const run = await RunDriver.create(site);
    expect(await receiptOf(run)).toMatchObject({ status: 409, body: { code: "nothing_recorded" } });
    const german = await site.call("GET", `${run.path}/receipt`, { headers: { "accept-language": "de" } });
    expect(german.body).toMatchObject({ title: "Es gibt noch nichts zu belegen" });
  });

  test("whoever alters what was decided in the database is found out, because the receipt kept what was", async () => {
    const run = await RunDriver.create(site);
    await run.scopeAll();
    await run.checks();
    const kept = file("receipt.json", JSON.stringify((await receiptOf(run)).body));
    const forged = (await trail()).replace("checks_completed", "checks_dropped");
    expect(verifyFiles([kept, file("audit.jsonl", forged)]).map(({ verified }) => verified)).toEqual([true, false]);
  });
});
