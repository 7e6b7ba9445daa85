import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cachedDirectorySchema } from "../../../reference/api/directories.js";
import type { TargetChangeRequest } from "../../../reference/api/requests.js";
import { resultState } from "../../../src/restore/resolvers/result-state.js";
import { RunDriver } from "./run-driver.js";
import { filledTarget, minutesIn, openSite, read, reasonCodes, type Site, threePolicies } from "./support.js";

// A restore is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 40_000 };

let site: Site;
let environments = 0;
beforeAll(async () => {
  site = await openSite(threePolicies);
}, 60_000);
afterAll(() => site.close());

/** An environment of its own, with the demo control that stands beside it. */
async function ownEnvironment() {
  environments += 1;
  const { id } = await filledTarget(site.product, `Demo ${environments}`, threePolicies.target);
  const path = `/api/workspaces/demo/environments/${id}`;
  return {
    environmentId: id,
    path,
    newRun: () => RunDriver.create({ ...site, environmentId: id }),
    demo: async (kind: TargetChangeRequest["kind"], name?: string) => {
      const reply = await site.call("POST", `${path}/demo/target-change`, { body: { kind, ...(name && { name }) } });
      expect(reply.status).toBe(200);
    },
    minutes: () => minutesIn(site, id),
  };
}

async function readyRun() {
  const own = await ownEnvironment();
  const run = await own.newRun();
  await run.prepare();
  return { ...own, run };
}

const shown = (run: RunDriver) => resultState(run.document);

describe("a demonstration reaches each state of the target's answers", () => {
  test.each([
    ["throttle", 503, "target_throttled"],
    ["go_offline", 503, "target_unreachable"],
  ] as const)("%s: checks are not run, the run stays as it was, and it is said why", async (kind, status, code) => {
    const own = await ownEnvironment();
    const run = await own.newRun();
    await run.scopeAll();
    await own.demo(kind);
    expect(await run.checks()).toMatchObject({ status, body: { code } });
    expect((await run.load()).run.checks).toBeNull();
    await own.demo("answer_normally");
    expect((await run.checks()).status).toBe(200);
  });

  test("go_offline: a run is created all the same, its target's identity is unread, and its gate is open (PF-17)", async () => {
    const own = await ownEnvironment();
    await own.demo("go_offline");
    const run = await own.newRun();
    expect(run.document.run.targetIdentity).toBeNull();
    expect(reasonCodes(await run.execute())).toContain("target_identity_not_read");
  });

  test("throttle: a group sync fails with its reason, and what was cached stays (PF-12)", async () => {
    const own = await ownEnvironment();
    await own.demo("throttle");
    await site.call("POST", `${own.path}/directory-sync`, { body: {} });
    await vi.waitFor(async () => {
      const cached = read(cachedDirectorySchema, await site.call("GET", `${own.path}/directory`));
      expect(cached).toMatchObject({
        directory: { groups: 0 },
        sync: { state: "failed", problem: { code: "throttled" } },
      });
    }, patience);
  });

  test("throttle, once the preview was seen: the restore fails as a whole, and nothing is written (RR-6)", async () => {
    const { run, demo, minutes } = await readyRun();
    const before = await minutes();
    await demo("throttle");
    await run.execute();
    await run.finished();
    expect(run.document.run.execution).toMatchObject({
      status: "failed",
      reason: { code: "target_answered", problem: { code: "throttled" } },
    });
    expect(shown(run)).toBe("failed");
    await demo("answer_normally");
    expect(await minutes()).toEqual(before);
  });

  test("refuse_writes: each write fails with its reason, and the target stays as it is", async () => {
    const { run, demo, minutes } = await readyRun();
    const before = await minutes();
    await demo("refuse_writes");
    await run.execute();
    await run.finished();
    const failed = run.document.run.execution?.results?.items?.filter(({ outcome }) => outcome === "failed");
    expect(failed?.map(({ reason }) => reason)).toEqual([
      { code: "target_answered", problem: expect.objectContaining({ code: "refused" }) },
      { code: "target_answered", problem: expect.objectContaining({ code: "refused" }) },
    ]);
    expect(await minutes()).toEqual(before);
  });

  test("lose_answers: what may have been written is not known, is not written again, and evidence tells what is there (RR-5)", async () => {
    const { run, demo, minutes } = await readyRun();
    await demo("lose_answers");
    await run.execute();
    await run.withEvidence();
    expect(run.outcomes).toEqual([
      ["Policy a", "unknown"],
      ["Policy b", "unknown"],
      ["Policy c", "already_in_desired_state"],
    ]);
    expect(shown(run)).toBe("needs_review");
    expect(await minutes()).toEqual({ "Policy a": 5, "Policy b": 7, "Policy c": 9 });
    expect(run.document.evidence[0]?.findings?.map(({ name, result }) => [name, result])).toEqual([
      ["Policy a", "as_intended"],
      ["Policy b", "not_checked"],
      ["Policy c", "as_intended"],
    ]);
  });

  test("hold_writes: the restore stands in progress until the target goes on, and may be cancelled meanwhile (RR-2)", async () => {
    const { run, demo } = await readyRun();
    await demo("hold_writes");
    await run.execute();
    await vi.waitFor(async () => expect((await run.load()).operation?.total).toBe(3), patience);
    expect(run.document.operation).toMatchObject({ status: "running", done: 0 });
    expect(shown(run)).toBe("in_progress");
    expect((await run.post("cancel")).status).toBe(200);
    await demo("answer_normally");
    await run.finished();
    expect(run.document.run.execution).toMatchObject({ status: "partial", reason: { code: "cancelled_by" } });
  });

  test("go_offline and hold_reads, once it was executed: evidence fails, is generated, and is there in the end (RR-3, RR-4)", async () => {
    const { run, demo } = await readyRun();
    await run.execute();
    await run.withEvidence();
    const latest = async () => (await run.load()).evidence.at(-1)?.state;
    await demo("go_offline");
    await run.post("evidence");
    await vi.waitFor(async () => expect(await latest()).toBe("failed"), patience);
    await demo("hold_reads");
    await run.post("evidence");
    await vi.waitFor(async () => expect(await latest()).toBe("generating"), patience);
    await demo("answer_normally");
    await vi.waitFor(async () => expect(await latest()).toBe("active"), patience);
    expect(shown(run)).toBe("completed_with_evidence");
  });
});

describe("a demonstration reaches each state of a target that somebody changes", () => {
  test.each([
    ["edit_setting", "policy_changed"],
    ["rename_policy", "policy_changed"],
    ["delete_policy", "policy_gone"],
  ] as const)("%s, once the preview was seen: the item is refused with %s (BY-8)", async (kind, code) => {
    const { run, demo } = await readyRun();
    await demo(kind, "Policy a");
    await run.execute();
    await run.finished();
    expect(run.document.run.execution?.results?.items?.[0]).toMatchObject({ outcome: "failed", reason: { code } });
  });

  test("and everything that was done to it stands in the audit trail, by name", async () => {
    const own = await ownEnvironment();
    for (const kind of ["throttle", "answer_normally"] as const) await own.demo(kind);
    const rows = await site.product.db
      .selectFrom("audit_events")
      .select(["event", "detail"])
      .where("environment_id", "=", own.environmentId)
      .where("event", "=", "demo_target_changed")
      .orderBy("id")
      .execute();
    expect(rows.map(({ detail }) => (detail as { readonly kind: string }).kind)).toEqual([
      "throttle",
      "answer_normally",
    ]);
  });
});
