import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findingReference } from "../../../src/restore/run/decisions.js";
import { RunDriver } from "./run-driver.js";
import { openSite, type Site } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

async function changeTarget(body: unknown): Promise<number> {
  const path = `/api/workspaces/demo/environments/${site.environmentId}/demo/target-change`;
  return (await site.call("POST", path, { body })).status;
}

function found(run: RunDriver, check: string) {
  return run.document.run.checks?.findings.filter((finding) => finding.check === check) ?? [];
}

describe("RW-19 a tenant that withholds a type", () => {
  test("leaves every policy of it not evaluated, and nothing is written until each is accepted by name", async () => {
    expect(await changeTarget({ kind: "withhold_type", name: "settings_catalog" })).toBe(200);
    const run = await RunDriver.create(site);
    await run.scopeAll();
    await run.checks();
    const missing = found(run, "missing_in_target");
    expect(missing.map(({ severity, reason }) => [severity, reason])).toEqual(
      missing.map(() => ["not_evaluated", { code: "not_listed", cause: "permission_missing" }]),
    );
    expect(missing).toHaveLength(3);
    expect(found(run, "target_limits").map(({ severity }) => severity)).toEqual(["warning", "warning", "warning"]);

    for (const finding of missing) {
      expect((await run.preview()).status).toBe(409);
      const accepted = await run.change({
        event: "check_accepted",
        ...findingReference(finding),
        reason: "Seen in the portal: it is not there.",
      });
      expect(accepted.status).toBe(200);
    }
    await run.preview();
    expect(run.document.run.preview?.items.map(({ action }) => action)).toEqual(["create", "create", "create"]);
  });

  test("once the limit is lifted, the checks find what is there", async () => {
    expect(await changeTarget({ kind: "lift_limits" })).toBe(200);
    const run = await RunDriver.create(site);
    await run.scopeAll();
    await run.checks();
    expect(found(run, "missing_in_target").map(({ severity }) => severity)).toEqual(["safe", "warning", "safe"]);
    expect(found(run, "target_limits")).toEqual([]);
  });
});

describe("RW-19 a tenant that forbids writing a type", () => {
  test("says that the restore may be partial, and fails each write with its reason", async () => {
    expect(await changeTarget({ kind: "forbid_type", name: "settings_catalog" })).toBe(200);
    const run = await RunDriver.create(site);
    await run.prepare();
    expect(found(run, "target_limits").map(({ reason }) => reason.code)).toContain("restore_may_be_partial");
    await run.execute();
    await run.finished();
    const items = run.document.run.execution?.results?.items ?? [];
    expect(items.filter(({ outcome }) => outcome === "applied")).toEqual([]);
    expect(items.filter(({ outcome }) => outcome === "failed")).toHaveLength(2);
    expect(await changeTarget({ kind: "lift_limits" })).toBe(200);
  });
});
