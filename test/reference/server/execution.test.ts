import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { operationDocumentSchema } from "../../../reference/api/operations.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { RunDriver, withOwnTarget } from "./run-driver.js";
import { minutesIn, openSite, read, reasonCodes, signal, type Site, threePolicies } from "./support.js";

// A restore is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

/** What a test does to the target's answers; nothing unless it says so. */
let around: (target: TargetPort) => TargetPort = (target) => target;

let site: Site;
beforeAll(async () => {
  site = await openSite(threePolicies, { around: (target) => around(target) });
}, 60_000);
afterEach(() => {
  around = (target) => target;
});
afterAll(() => site.close());

/** A run on a target of its own, ready to execute. */
async function readyRun() {
  const own = await withOwnTarget(site);
  const run = await RunDriver.create(own);
  await run.prepare();
  const changeTarget = (body: object) =>
    site.call("POST", `/api/workspaces/demo/environments/${own.environmentId}/demo/target-change`, { body });
  return { run, own, changeTarget };
}

const everyDevice = { target: { kind: "all_devices" }, filter: null, source: "direct" } as const;

test("a restore that every gate allows writes the target, tells each item's outcome and compares afterwards", async () => {
  const { run, own } = await readyRun();
  expect((await run.execute({ pasted: true })).status).toBe(202);
  await run.withEvidence();
  expect(run.document.run.execution?.status).toBe("completed");
  expect(run.outcomes).toEqual([
    ["Policy a", "applied"],
    ["Policy b", "applied"],
    ["Policy c", "already_in_desired_state"],
  ]);
  expect(run.document.run.execution?.safetySnapshot).toMatchObject({
    checksFreshness: "current",
    previewFreshness: "current",
    confirmedBy: { name: "Dana Okafor" },
    typedLabel: run.document.run.target.label,
    labelPasted: true,
  });
  expect(run.document.operation).toMatchObject({ status: "finished", outcome: "succeeded", done: 3, total: 3 });
  expect(run.document.evidence[0]?.coverage).toEqual({ checked: 3, notChecked: 0 });
  expect(run.document.evidence[0]?.findings?.map(({ result }) => result)).toEqual([
    "as_intended",
    "as_intended",
    "as_intended",
  ]);
  expect(await minutesIn(site, own.environmentId)).toEqual({ "Policy a": 5, "Policy b": 7, "Policy c": 9 });

  const path = `/api/workspaces/demo/operations/${run.document.operation?.id}`;
  const operation = read(operationDocumentSchema, await site.call("GET", path, { as: "viewer" }));
  expect(operation.restoreRun).toMatchObject({
    id: run.document.run.id,
    href: `/api${run.path.slice(4)}`,
    followUp: false,
  });
});

describe("a run starts once", () => {
  test("however many times execution is asked for at the same moment (RW-15, SI-16)", async () => {
    const { run } = await readyRun();
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await run.execute()).status));
    expect(statuses.filter((status) => status === 202)).toHaveLength(1);
    await run.finished();
    expect((await run.execute()).body).toMatchObject({ status: 409, code: "run_already_left_preparation" });
    const operations = await site.product.db
      .selectFrom("operations")
      .select("id")
      .where("restore_run_id", "=", run.document.run.id)
      .execute();
    expect(operations).toHaveLength(1);
  });

  test("and another run on the same target waits for it (RW-15)", async () => {
    const { run, own } = await readyRun();
    const other = await RunDriver.create(own);
    await other.prepare();
    const gate = signal();
    around = (target) => ({ ...target, listPolicies: async () => gate.promise.then(() => target.listPolicies()) });
    await run.execute();
    expect(reasonCodes(await other.execute())).toEqual(["target_busy"]);
    gate.resolve();
    await run.finished();
  });
});

describe("what changed in the target since the preview is not written over", () => {
  test("the item is refused and names the setting that moved, and the others are restored", async () => {
    const { run, own, changeTarget } = await readyRun();
    await changeTarget({ kind: "edit_setting", policyName: "Policy a" });
    await run.execute();
    await run.withEvidence();
    expect(run.document.run.execution?.status).toBe("partial");
    const [first] = run.document.run.execution?.results?.items ?? [];
    expect(first).toMatchObject({ name: "Policy a", outcome: "failed" });
    expect(first?.reason).toMatchObject({
      code: "policy_changed",
      fields: [
        {
          path: expect.arrayContaining([{ kind: "field", text: expect.stringMatching(/minutes/i), leftOut: 0 }]),
          before: { kind: "number", value: 60 },
          after: { kind: "number", value: 61 },
        },
      ],
      notNamed: 0,
    });
    expect(await minutesIn(site, own.environmentId)).toEqual({ "Policy a": 61, "Policy b": 7, "Policy c": 9 });
    expect(run.document.evidence[0]?.findings?.[0]).toMatchObject({ name: "Policy a", result: "differs" });
  });

  test("a policy that was deleted is not created anew", async () => {
    const { run, own, changeTarget } = await readyRun();
    await changeTarget({ kind: "delete_policy", policyName: "Policy a" });
    await run.execute();
    await run.withEvidence();
    expect(run.document.run.execution?.results?.items?.[0]?.reason).toEqual({ code: "policy_gone" });
    expect(await minutesIn(site, own.environmentId)).toEqual({ "Policy b": 7, "Policy c": 9 });
    expect(run.document.evidence[0]?.findings?.[0]?.result).toBe("missing");
  });

  test("a tenant that calls itself something else is not written at all", async () => {
    const { run, own, changeTarget } = await readyRun();
    await changeTarget({ kind: "rename_tenant", name: "Fabrikam" });
    await run.execute();
    await run.finished();
    expect(run.document.run.execution).toMatchObject({
      status: "failed",
      reason: { code: "target_is_another", actual: { label: "Fabrikam" } },
    });
    expect(await minutesIn(site, own.environmentId)).toEqual({ "Policy a": 60, "Policy c": 9 });
  });
});

test("a cancelled execution stops before the next item, and ends partial because something was written", async () => {
  const { run, own } = await readyRun();
  const writing = signal();
  const goOn = signal();
  around = (target) => ({
    ...target,
    replaceSettings: async (id, payload) => {
      writing.resolve();
      await goOn.promise;
      return target.replaceSettings(id, payload);
    },
  });
  await run.execute();
  await writing.promise;
  await run.load();
  expect((await run.post("cancel")).status).toBe(200);
  goOn.resolve();
  await run.finished();
  expect(run.document.run.execution).toMatchObject({
    status: "partial",
    reason: { code: "cancelled_by", name: "Dana Okafor" },
  });
  expect(run.outcomes).toEqual([
    ["Policy a", "applied"],
    ["Policy b", "skipped"],
    ["Policy c", "skipped"],
  ]);
  expect(await minutesIn(site, own.environmentId)).toEqual({ "Policy a": 5, "Policy c": 9 });
});

test("a tenant that turns into another one between two items is written no further", async () => {
  const { run, own, changeTarget } = await readyRun();
  around = (target) => ({
    ...target,
    replaceSettings: async (id, payload) => {
      const answer = await target.replaceSettings(id, payload);
      await changeTarget({ kind: "rename_tenant", name: "Fabrikam" });
      return answer;
    },
  });
  await run.execute();
  await run.finished();
  expect(run.outcomes?.slice(0, 2)).toEqual([
    ["Policy a", "applied"],
    ["Policy b", "failed"],
  ]);
  expect(run.document.run.execution?.results?.items?.[1]?.reason).toMatchObject({
    code: "target_is_another",
    actual: { label: "Fabrikam" },
  });
  expect(await minutesIn(site, own.environmentId)).toEqual({ "Policy a": 5, "Policy c": 9 });
});

test("a part that was listed in another state than it is in is not said to be as it should be (BY-8)", async () => {
  const { run } = await readyRun();
  const intended = run.document.run.preview?.items[0];
  around = (target) => ({
    ...target,
    listPolicies: async () => {
      const listing = await target.listPolicies();
      if (!listing.ok) return listing;
      const policies = listing.value.policies.map((policy) =>
        policy.id === intended?.targetId
          ? { ...policy, payload: { ...policy.payload, minutes: 5 }, assignments: [everyDevice] }
          : policy,
      );
      return { ok: true, value: { ...listing.value, policies } };
    },
  });
  await run.execute();
  await run.finished();
  expect(run.document.run.execution?.results?.items?.[0]).toMatchObject({
    name: "Policy a",
    outcome: "failed",
    reason: { code: "policy_changed" },
  });
});

test("a colleague's change between two parts of a policy is not overwritten (BY-8)", async () => {
  const { run, own, changeTarget } = await readyRun();
  around = (target) => ({
    ...target,
    replaceSettings: async (seen, payload) => {
      if (seen.id === "a") await changeTarget({ kind: "edit_setting", name: "Policy a" });
      return target.replaceSettings(seen, payload);
    },
  });
  const before = await minutesIn(site, own.environmentId);
  await run.execute();
  await run.finished();
  const item = run.document.run.execution?.results?.items?.[0];
  expect(item).toMatchObject({ name: "Policy a", outcome: "failed" });
  expect(item?.reason).toMatchObject({ code: "target_answered", problem: { code: "changed" } });
  expect((await minutesIn(site, own.environmentId))["Policy a"]).not.toBe(5);
  expect(before["Policy a"]).not.toBe(5);
});

test("no part of a policy that could not be created is said to be as it should be", async () => {
  const { run } = await readyRun();
  const refusal = { ok: false, problem: { code: "refused", detail: "Not today." } } as const;
  around = (target) => ({ ...target, createPolicy: async () => refusal });
  await run.execute();
  await run.finished();
  const created = run.document.run.execution?.results?.items?.[1];
  expect(created?.phases.map(({ outcome }) => outcome)).toEqual(["failed", "skipped", "skipped"]);
});

test("a policy that may or may not have been created is not reported as missing", async () => {
  const { run } = await readyRun();
  const lost = { ok: false, problem: { code: "outcome_unknown", detail: "The connection broke." } } as const;
  around = (target) => ({ ...target, createPolicy: async (policy) => target.createPolicy(policy).then(() => lost) });
  await run.execute();
  await run.withEvidence();
  expect(run.outcomes?.[1]).toEqual(["Policy b", "unknown"]);
  expect(run.document.evidence[0]?.findings?.[1]).toMatchObject({ name: "Policy b", result: "not_checked" });
});

test("a target that breaks while it is read back leaves evidence that failed, and that can be asked for again", async () => {
  const { run } = await readyRun();
  await run.execute();
  await run.withEvidence();
  const states = async () => (await run.load()).evidence.map(({ state }) => state);
  around = (target) => ({ ...target, listPolicies: () => Promise.reject(new Error("Broken.")) });
  await run.post("evidence");
  await vi.waitFor(async () => expect(await states()).toEqual(["active", "failed"]), { timeout: 40_000 });
  const failed = await site.product.db
    .selectFrom("audit_events")
    .select("detail")
    .where("event", "=", "evidence_failed")
    .where("restore_run_id", "=", run.document.run.id)
    .executeTakeFirstOrThrow();
  // A sentence of the target may hold anything, so the trail keeps its code.
  expect(failed.detail).toEqual({ snapshotId: expect.any(String), code: "target_unreachable" });
  around = (target) => target;
  await run.post("evidence");
  await vi.waitFor(async () => expect(await states()).toEqual(["active", "failed", "active"]), { timeout: 40_000 });
});

test("RR-8 what another tenant holds is no evidence, and what a renamed one holds is", async () => {
  const { run, changeTarget } = await readyRun();
  await run.execute();
  await run.withEvidence();
  const states = async () => (await run.load()).evidence.map(({ state }) => state);
  around = (target) => ({
    ...target,
    readIdentity: async () => {
      const identity = await target.readIdentity();
      return identity.ok ? { ...identity, value: { ...identity.value, tenantId: "22222222-bbbb" } } : identity;
    },
  });
  await run.post("evidence");
  await vi.waitFor(async () => expect(await states()).toEqual(["active", "failed"]), { timeout: 40_000 });
  expect(run.document.evidence[1]).toMatchObject({ findings: null, coverage: null });
  around = (target) => target;
  await changeTarget({ kind: "rename_tenant", name: "Fabrikam" });
  await run.post("evidence");
  await vi.waitFor(async () => expect(await states()).toEqual(["active", "failed", "active"]), { timeout: 40_000 });
});

test("asking for evidence again while it is on its way queues nothing more", async () => {
  const { run } = await readyRun();
  await run.execute();
  await run.withEvidence();
  const goOn = signal();
  around = (target) => ({
    ...target,
    listPolicies: async () => {
      await goOn.promise;
      return target.listPolicies();
    },
  });
  const answers = [await run.post("evidence"), await run.post("evidence"), await run.post("evidence")];
  goOn.resolve();
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  await run.load();
  expect(run.document.evidence).toHaveLength(2);
});
