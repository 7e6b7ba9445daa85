import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { BackupItem, ImportedExport } from "../../../src/restore/run/items.js";
import { RunDriver } from "./run-driver.js";
import { exported, filledTarget, minutesIn, openSite, policy, type Site } from "./support.js";

// A restore is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const filter = policy("f", 1, { type: "assignment_filter", name: "Corporate" });
const tag = policy("5", 1, { type: "scope_tag", name: "HR" });
const toLaptopsOfHr: Partial<BackupItem> = {
  assignments: [
    {
      target: { kind: "include_group", groupId: "g", groupName: "Laptops" },
      filter: { id: "f", mode: "include" },
      source: "direct",
    },
  ],
  scopeTagIds: ["5"],
};
const groups = [
  { id: "g", name: "Laptops" },
  { id: "h", name: "Phones" },
];
const target: ImportedExport = exported([filter, tag, policy("a", 60)], { groups });

let site: Site;
let environments = 0;
beforeAll(async () => {
  site = await openSite({ backup: exported([filter, tag, policy("a", 5, toLaptopsOfHr)]), target });
}, 60_000);
afterAll(() => site.close());

const scopeOfA = {
  event: "scope_defined",
  scope: { mode: "selected", itemIds: ["item-a"] },
  restoreMode: "create_missing",
};

async function readyRun(mapped = false) {
  environments += 1;
  const { id } = await filledTarget(site.product, `Directory ${environments}`, target);
  const run = await RunDriver.create({ ...site, environmentId: id });
  await run.change(scopeOfA);
  if (mapped) {
    await run.change({ event: "mapping_decided", key: "group/g", decision: { decision: "map", targetId: "g" } });
  }
  await run.checks();
  await run.preview();
  await run.change({ event: "dry_run_set", dryRun: false });
  const changeTarget = (body: object) =>
    site.call("POST", `/api/workspaces/demo/environments/${id}/demo/target-change`, { body });
  return { run, id, changeTarget };
}

describe("a directory that moved after the preview stops the run before anything is written", () => {
  test.each([
    [
      "a filter that was deleted",
      { kind: "delete_policy", name: "Corporate" },
      { kind: "assignment_filter", name: "Corporate", change: { how: "gone" } },
    ],
    [
      "a filter that got another name",
      { kind: "rename_policy", name: "Corporate" },
      { name: "Corporate", change: { how: "renamed", calledNow: expect.stringMatching(/^Corporate \(/) } },
    ],
    [
      "a scope tag that got another name",
      { kind: "rename_policy", name: "HR" },
      { kind: "scope_tag", name: "HR", change: { how: "gone" } },
    ],
    [
      "a group that was deleted",
      { kind: "remove_group", name: "Laptops" },
      { kind: "group", name: "Laptops", change: { how: "gone" } },
    ],
  ])("because of %s", async (_, change, reason) => {
    const { run, id, changeTarget } = await readyRun();
    expect((await changeTarget(change)).status).toBe(200);
    expect((await run.execute()).status).toBe(202);
    await run.finished();
    expect(run.document.run.execution).toMatchObject({
      status: "failed",
      reason: { code: "reference_changed", ...reason },
    });
    expect(await minutesIn(site, id)).toMatchObject({ "Policy a": 60 });
  });

  test("because of a group that nothing refers to, where a mapping was decided from that directory", async () => {
    const { run, id, changeTarget } = await readyRun(true);
    await changeTarget({ kind: "remove_group", name: "Phones" });
    await run.execute();
    await run.finished();
    expect(run.document.run.execution).toMatchObject({
      status: "failed",
      reason: { code: "directory_changed" },
    });
    expect(await minutesIn(site, id)).toMatchObject({ "Policy a": 60 });
  });
});

test("a directory that did not move stops nothing", async () => {
  const { run, id } = await readyRun(true);
  await run.execute();
  await run.withEvidence();
  expect(run.outcomes).toEqual([["Policy a", "applied"]]);
  expect(await minutesIn(site, id)).toMatchObject({ "Policy a": 5 });
  expect(run.document.evidence[0]?.findings).toMatchObject([{ result: "as_intended" }]);
});
