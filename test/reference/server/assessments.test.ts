import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { assessmentSchema } from "../../../reference/api/assessments.js";
import { assess } from "../../../reference/server/jobs/assess.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { evidenceFreshness } from "../../../src/restore/run/basis.js";
import { RunDriver, withOwnTarget } from "./run-driver.js";
import { openSite, read, type Reply, signal, type Site, threePolicies } from "./support.js";

// An assessment is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let around: (target: TargetPort) => TargetPort = (target) => target;
let site: Site;
beforeAll(async () => {
  site = await openSite(threePolicies, { around: (target) => around(target) });
}, 60_000);
afterEach(() => {
  around = (target) => target;
});
afterAll(() => site.close());

/** A run with a scope, on a target that keeps its readers waiting until it is told to answer. */
async function heldRun() {
  const run = await RunDriver.create(await withOwnTarget(site));
  await run.scopeAll();
  const reached = signal();
  const answer = signal();
  const readings = { count: 0 };
  around = (target) => ({
    ...target,
    listPolicies: async () => {
      readings.count += 1;
      reached.resolve();
      await answer.promise;
      return target.listPolicies();
    },
  });
  return { run, reached, answer, readings };
}

const code = ({ body }: Reply): unknown => (body as { readonly code?: unknown }).code;
const cancelPath = ({ path, document }: RunDriver) => `${path}/assessments/${document.assessment?.id}/cancel`;

async function trail(run: RunDriver): Promise<readonly string[]> {
  const rows = await site.product.db
    .selectFrom("audit_events")
    .select("event")
    .where("restore_run_id", "=", run.document.run.id)
    .orderBy("id")
    .execute();
  return rows.map(({ event }) => event);
}

describe("RW-6 checks that an operator asks for", () => {
  test("are begun at once, tell by whom and how far they are, and are there when the page comes back", async () => {
    const { run, reached, answer } = await heldRun();
    const asked = await run.post("checks");
    expect(asked.status).toBe(202);
    expect(run.document.run.checks).toBeNull();
    expect(run.document.assessment).toMatchObject({
      kind: "checks",
      requestedBy: { name: "Dana Okafor" },
      finishedAt: null,
      problem: null,
    });
    await reached.promise;
    const one = `${run.path}/assessments/${run.document.assessment?.id}`;
    expect(read(assessmentSchema, await site.call("GET", one, { as: "viewer" }))).toMatchObject({
      state: "running",
      stage: "reading_target",
      startedAt: expect.any(String),
    });
    answer.resolve();
    await run.assessment();
    expect(run.document.assessment).toMatchObject({ state: "succeeded", stage: null });
    expect(run.document.run.checks?.basis?.fingerprint).toEqual(expect.any(String));
    expect(evidenceFreshness(run.document).checks.state).toBe("current");
    expect((await trail(run)).slice(-2)).toEqual(["checks_requested", "checks_completed"]);
  });

  test("are run once, however often they are asked for while they are on their way", async () => {
    const { run, reached, answer, readings } = await heldRun();
    await run.post("checks");
    const first = run.document.assessment?.id;
    await reached.promise;
    const again = await Promise.all([run.post("checks"), run.post("checks")]);
    expect(again.map(({ status }) => status)).toEqual([202, 202]);
    expect(run.document.assessment?.id).toBe(first);
    answer.resolve();
    await run.assessment();
    expect(readings.count).toBe(1);
    expect((await trail(run)).filter((event) => event === "checks_requested")).toHaveLength(1);
  });

  test("end without an answer where the target does not answer, and say why in the language of whoever reads", async () => {
    const run = await RunDriver.create(await withOwnTarget(site));
    await run.scopeAll();
    around = (target) => ({ ...target, listPolicies: () => Promise.reject(new Error("Broken.")) });
    expect(code(await run.checks())).toBe("target_unreachable");
    expect(run.document).toMatchObject({ run: { checks: null }, assessment: { state: "failed" } });
    const one = `${run.path}/assessments/${run.document.assessment?.id}`;
    const german = await site.call("GET", one, { headers: { "accept-language": "de" } });
    expect(read(assessmentSchema, german).problem?.title).toBe("Das Ziel ließ sich nicht lesen");
    around = (target) => target;
    expect((await run.checks()).status).toBe(200);
  });
});

describe("SI-14 an answer carries the basis that it was asked for", () => {
  const narrower = {
    event: "scope_defined",
    scope: { mode: "selected", itemIds: ["item-a"] },
    restoreMode: "create_missing",
  };

  test("and is recorded as void where the scope was changed meanwhile", async () => {
    const { run, reached, answer } = await heldRun();
    await run.post("checks");
    await reached.promise;
    expect((await run.change(narrower)).status).toBe(200);
    answer.resolve();
    await run.assessment();
    expect(run.document.assessment?.state).toBe("succeeded");
    expect(run.document.run.checks?.basis?.fields).toMatchObject({ scopeMode: "all" });
    expect(evidenceFreshness(run.document).checks).toMatchObject({ state: "invalidated" });
  });

  test("and gives way to what is asked after the change", async () => {
    const { run, reached, answer } = await heldRun();
    await run.post("checks");
    const first = run.document.assessment?.id;
    await reached.promise;
    await run.change(narrower);
    await run.post("checks");
    expect(run.document.assessment?.id).not.toBe(first);
    answer.resolve();
    await run.assessment();
    expect(evidenceFreshness(run.document).checks.state).toBe("current");
    const given = await site.call("GET", `${run.path}/assessments/${first}`);
    expect(read(assessmentSchema, given).state).toBe("cancelled");
    expect(await trail(run)).toContain("checks_given_up");
    expect((await trail(run)).filter((event) => event === "checks_completed")).toHaveLength(1);
  });
});

describe("RW-8 a preview that an operator asks for", () => {
  test("waits for checks that are on their way, and says so", async () => {
    const run = await RunDriver.create(await withOwnTarget(site));
    await run.scopeAll();
    await run.checks();
    const answer = signal();
    around = (target) => ({ ...target, listPolicies: async () => answer.promise.then(() => target.listPolicies()) });
    await run.post("checks");
    expect(code(await run.post("preview"))).toBe("assessment_under_way");
    answer.resolve();
    await run.assessment();
    expect((await run.preview()).status).toBe(200);
  });

  test("is cancelled at once, and what its worker still reads is dropped", async () => {
    const run = await RunDriver.create(await withOwnTarget(site));
    await run.scopeAll();
    await run.checks();
    const reached = signal();
    const answer = signal();
    const done = signal();
    around = (target) => ({
      ...target,
      listPolicies: async () => {
        reached.resolve();
        await answer.promise;
        const listing = await target.listPolicies();
        done.resolve();
        return listing;
      },
    });
    await run.post("preview");
    await reached.promise;
    const path = cancelPath(run);
    expect((await site.call("POST", path, { body: {}, as: "viewer" })).status).toBe(403);
    for (let time = 0; time < 2; time += 1) {
      const cancelled = await site.call("POST", path, { body: {} });
      expect(cancelled).toMatchObject({ status: 200, body: { assessment: { kind: "preview", state: "cancelled" } } });
    }
    answer.resolve();
    await done.promise;
    around = (target) => target;
    // The next one comes after the first in the same queue.
    expect((await run.preview()).status).toBe(200);
    const events = await trail(run);
    expect(events.filter((event) => event.startsWith("preview_"))).toEqual([
      "preview_requested",
      "preview_cancelled",
      "preview_requested",
      "preview_completed",
    ]);
    expect(code(await site.call("POST", cancelPath(run), { body: {} }))).toBe("assessment_ended");
  });

  test("is cancelled with its run", async () => {
    const { run, reached, answer } = await heldRun();
    await run.post("checks");
    await reached.promise;
    await run.post("cancel");
    answer.resolve();
    expect(run.document).toMatchObject({
      run: { execution: { status: "cancelled" }, checks: null },
      assessment: { state: "cancelled" },
    });
  });
});

describe("RW-13 however many items there are", () => {
  /** In which turns of the process each policy of the target was read, each of which takes long to compare. */
  function watchedTurns() {
    let turn = 0;
    let watching = true;
    const next = () => {
      turn += 1;
      if (watching) setImmediate(next);
    };
    next();
    const turns = new Map<string, Set<number>>();
    around = (target) => ({
      ...target,
      listPolicies: async () => {
        const listing = await target.listPolicies();
        if (!listing.ok) return listing;
        const policies = listing.value.policies.map((policy) => {
          const of = new Set<number>();
          turns.set(policy.id, of);
          return new Proxy(policy, {
            get: (whole, field, receiver) => {
              of.add(turn);
              // Longer than a step, so that the next item is one of another.
              for (const until = performance.now() + 30; performance.now() < until;);
              return Reflect.get(whole, field, receiver);
            },
          });
        });
        return { ok: true, value: { ...listing.value, policies } };
      },
    });
    return {
      /** Policies that had a turn in which no other was read. */
      alone: () => {
        watching = false;
        const all = [...turns];
        return all.filter(([id, of]) =>
          [...of].some((one) => all.every(([other, its]) => other === id || !its.has(one))),
        );
      },
    };
  }

  test.each(["checks", "preview"] as const)("%s let others in between two items", async (kind) => {
    const run = await RunDriver.create(await withOwnTarget(site));
    await run.scopeAll();
    if (kind === "preview") await run.checks();
    const { alone } = watchedTurns();
    await run[kind]();
    // The first is compared in the turn in which all are indexed.
    expect(alone().length).toBeGreaterThan(0);
  });
});

test("RW-13 one that was begun three times and never came to an end is told as failed", async () => {
  const run = await RunDriver.create(await withOwnTarget(site));
  await run.scopeAll();
  const id = randomUUID();
  await site.product.db.transaction().execute(async (tx) => {
    const { workspaceId, environmentId, backupSetId, scope, restoreMode } = run.document.run;
    await tx
      .insertInto("assessments")
      .values({
        id,
        workspace_id: workspaceId,
        environment_id: environmentId,
        restore_run_id: run.document.run.id,
        kind: "checks",
        state: "running",
        stage: "reading_target",
        asked: JSON.stringify({
          backupSetId,
          scope,
          restoreMode,
          mappings: {},
          identityDecisions: {},
          acceptances: [],
        }),
        question: "any",
        fingerprint: "any",
        requested_at: new Date().toISOString(),
        requested_by: JSON.stringify(run.document.operator),
        times_begun: 3,
      })
      .execute();
  });
  await assess({ ...site.product, log: () => undefined }, id);
  await run.load();
  expect(run.document.assessment).toMatchObject({ id, state: "failed", problem: { code: "assessment_interrupted" } });
  expect((await trail(run)).at(-1)).toBe("checks_failed");
  expect((await run.checks()).status).toBe(200);
});
