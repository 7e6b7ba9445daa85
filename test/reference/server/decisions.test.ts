import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { lockRun } from "../../../reference/server/runs/store.js";
import { recordEvidence } from "../../../reference/server/runs/record-evidence.js";
import { localOperator } from "../../../reference/server/http/identities.js";
import { findingReference } from "../../../src/restore/run/decisions.js";
import type { CheckEvidence, CheckFinding } from "../../../src/restore/run/evidence.js";
import { RunDriver } from "./run-driver.js";
import { exported, filledTarget, openSite, policy, type Reply, type Site } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const silent: CheckFinding = {
  check: "identity",
  severity: "not_evaluated",
  itemId: "item-a",
  itemName: "Policy a",
  reason: { code: "not_listed", cause: "throttled" },
};

async function checkedRun(): Promise<RunDriver> {
  const run = await RunDriver.create(site);
  await run.scopeAll();
  await run.checks();
  return run;
}

/** A run whose recorded checks hold one finding that could have blocked and was not evaluated. */
async function runWithSilentTarget(): Promise<RunDriver> {
  const run = await checkedRun();
  const { checks } = run.document.run;
  const findings = [...(checks?.findings ?? []), silent];
  await site.product.db
    .updateTable("restore_runs")
    .set({ checks: JSON.stringify({ ...checks, findings }) })
    .where("id", "=", run.document.run.id)
    .execute();
  await run.load();
  return run;
}

async function trail(run: RunDriver): Promise<readonly { readonly event: string; readonly detail: unknown }[]> {
  return site.product.db
    .selectFrom("audit_events")
    .select(["event", "detail"])
    .where("restore_run_id", "=", run.document.run.id)
    .orderBy("id")
    .execute();
}

const code = (reply: Reply): unknown => (reply.body as { readonly code?: unknown }).code;
const accept = { event: "check_accepted", ...findingReference(silent), reason: "Seen in the portal." };

describe("RW-20 one check is accepted by name", () => {
  test("with who and when as the server knows them, in the run and in the trail", async () => {
    const run = await runWithSilentTarget();
    expect((await run.change(accept)).status).toBe(200);
    expect((await run.load()).run.acceptances).toEqual([
      {
        ...findingReference(silent),
        reason: "Seen in the portal.",
        acceptedBy: { id: localOperator.id, name: localOperator.name },
        acceptedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
    expect(await trail(run)).toContainEqual({
      event: "run_changed.check_accepted",
      detail: { ...findingReference(silent), reason: "Seen in the portal." },
    });
    expect((await run.change({ event: "acceptance_withdrawn", ...findingReference(silent) })).status).toBe(200);
    expect((await run.load()).run.acceptances).toEqual([]);
  });

  test.each([
    ["acceptedBy", { id: "someone", name: "Someone Else" }],
    ["acceptedAt", "2020-01-01T00:00:00Z"],
  ])("and a caller who states %s is refused, not believed", async (field, value) => {
    const run = await runWithSilentTarget();
    expect((await run.change({ ...accept, [field]: value })).status).toBe(400);
  });

  test("and without a reason it is refused by name", async () => {
    const run = await runWithSilentTarget();
    const refused = await run.change({ ...accept, reason: " \u200b " });
    expect([refused.status, code(refused)]).toEqual([409, "acceptance_without_reason"]);
  });

  test("and a finding that nobody recorded is refused by name", async () => {
    const run = await checkedRun();
    expect(code(await run.change(accept))).toBe("finding_not_recorded");
  });
});

describe("BY-4 a person decides which policy an item is", () => {
  test("and the decision is there after a reload", async () => {
    const run = await checkedRun();
    const decision = { decision: "match", targetId: "policy-of-the-target" };
    expect((await run.change({ event: "identity_decided", itemId: "item-a", decision })).status).toBe(200);
    expect((await run.load()).run.identityDecisions).toEqual({ "item-a": decision });
    expect((await run.change({ event: "identity_decided", itemId: "item-a", decision: null })).status).toBe(200);
    expect((await run.load()).run.identityDecisions).toEqual({});
  });

  test("among the policies that the checks found for it", async () => {
    const twins = exported([policy("x", 60, { name: "Policy a" }), policy("y", 60, { name: "Policy a" })]);
    const stored = await filledTarget(site.product, "Two of one name", twins);
    const run = await RunDriver.create({ ...site, environmentId: stored.id });
    await run.scopeAll();
    await run.checks();
    const found = run.document.run.checks?.candidates?.["item-a"] ?? [];
    expect(found.map(({ name }) => name)).toEqual(["Policy a", "Policy a"]);
    const decision = { decision: "match", targetId: found[1]?.id ?? "" };
    await run.change({ event: "identity_decided", itemId: "item-a", decision });
    await run.checks();
    expect(run.document.run.checks?.findings.filter(({ severity }) => severity === "blocking")).toEqual([]);
  });

  test("about an item that the backup set holds, and about no other", async () => {
    const run = await checkedRun();
    for (const itemId of ["item-nowhere", "__proto__"]) {
      const body = { event: "identity_decided", itemId, decision: { decision: "create" } };
      expect(code(await run.change(body))).toBe("items_unknown");
    }
  });
});

describe("BY-4 a person decides that it is none of the target's policies", () => {
  const decided = async (targetName: string) => {
    const target = exported([policy("x", 60, { name: targetName })]);
    const stored = await filledTarget(site.product, `Target of ${targetName}`, target);
    const run = await RunDriver.create({ ...site, environmentId: stored.id });
    await run.change({
      event: "scope_defined",
      scope: { mode: "selected", itemIds: ["item-a"] },
      restoreMode: "create_missing",
    });
    await run.change({ event: "identity_decided", itemId: "item-a", decision: { decision: "create" } });
    await run.checks();
    return run;
  };

  test("and beside one of a similar name it is created, and compared afterwards", async () => {
    const run = await decided("POLICY A");
    expect(run.document.run.checks?.creatable).toEqual(["item-a"]);
    await run.preview();
    await run.change({ event: "dry_run_set", dryRun: false });
    expect((await run.execute()).status).toBe(202);
    await run.withEvidence();
    expect(run.outcomes).toEqual([["Policy a", "applied"]]);
    expect(run.document.evidence[0]?.findings?.map(({ result }) => result)).toEqual(["as_intended"]);
  });

  test("and beside one of its very name the checks refuse, and not the target in the middle of the restore", async () => {
    const run = await decided("Policy a");
    expect(run.document.run.checks?.findings).toContainEqual({
      check: "identity",
      itemId: "item-a",
      itemName: "Policy a",
      severity: "blocking",
      reason: { code: "decision_broken", cause: "name_taken" },
    });
    expect(run.document.run.checks).toMatchObject({
      candidates: { "item-a": [{ id: "x", name: "Policy a" }] },
      creatable: [],
    });
  });
});

test("a run from before decisions were kept has made none", async () => {
  const run = await checkedRun();
  const { id } = run.document.run;
  // What the migration leaves in a row that was there before it.
  await sql`update restore_runs set identity_decisions = default, acceptances = default where id = ${id}`.execute(
    site.product.db,
  );
  expect((await run.load()).run).toMatchObject({ identityDecisions: {}, acceptances: [] });
});

describe("BY-1 an answer that comes late", () => {
  const answer = (run: RunDriver, checks: Partial<CheckEvidence>) =>
    site.product.db.transaction().execute(async (tx) => {
      const { id, workspaceId, checks: recorded } = run.document.run;
      const locked = await lockRun(tx, workspaceId, id, null);
      if (!locked.ok || recorded === null) throw new Error("The run has no checks.");
      const event = { event: "checks_completed", checks: { ...recorded, ...checks } } as const;
      return recordEvidence(site.product, tx, locked.value, localOperator, event, {});
    });

  test("of an earlier reading leaves the newer one recorded, and itself in the trail", async () => {
    const run = await checkedRun();
    const late = await answer(run, { capturedAt: "2020-01-01T00:00:00Z", findings: [] });
    expect(late).toMatchObject({ ok: false, problem: { status: 409, code: "newer_evidence_recorded" } });
    const kept = run.document.run.checks;
    expect((await run.load()).run.checks).toEqual(kept);
    expect(await trail(run)).toContainEqual({
      event: "checks_dropped",
      detail: { fingerprint: kept?.basis?.fingerprint, code: "newer_evidence_recorded" },
    });
  });

  test("is recorded where nothing current stands against it, and shows what moved since it was asked for", async () => {
    const run = await checkedRun();
    await run.change({ event: "scope_defined", scope: { mode: "all" }, restoreMode: "update_only" });
    expect(await answer(run, { capturedAt: new Date().toISOString() })).toMatchObject({ ok: true });
    expect((await run.load()).run.checks?.basis?.fields).toMatchObject({ restoreMode: "create_missing" });
  });
});
