import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Endpoint, endpoints } from "../../../reference/api/endpoints.js";
import { cachedDirectorySchema } from "../../../reference/api/directories.js";
import { problemSchema } from "../../../reference/api/problem.js";
import { restoreReceiptSchema } from "../../../reference/api/receipt.js";
import { serveProduct } from "../../../reference/server/main.js";
import { findingReference } from "../../../src/restore/run/decisions.js";
import type { Assignment, BackupItem } from "../../../src/restore/run/items.js";
import { verifyReceipt } from "../../../src/restore/rules/receipt/verify.js";
import { newDataFolder } from "./data-folder.js";
import { RunDriver } from "./run-driver.js";
import {
  callerOf,
  exported,
  filledTarget,
  minutesIn,
  openSite,
  policy,
  read,
  reasonCodes,
  type Site,
} from "./support.js";

// A restore is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const group = (kind: "include_group" | "exclude_group", groupId: string): Assignment => ({
  target: { kind, groupId, groupName: groupId },
  filter: null,
  source: "direct",
});
const items: Readonly<Record<string, BackupItem>> = {
  /** Differs in the target. */
  a: policy("a", 5),
  /** The target does not have it. */
  b: policy("b", 7),
  mapped: policy("mapped", 5, { assignments: [group("include_group", "g-source"), group("exclude_group", "g-kept")] }),
  open: policy("open", 5, { assignments: [group("include_group", "g-known")] }),
  tagged: policy("tagged", 5, { scopeTagIds: ["0", "7"] }),
  untold: policy("untold", 5, { assignments: null }),
  /** Reports only in the target. */
  enforced: policy("enforced", 5, { payload: { name: "Policy enforced", protection: "block" } }),
};
const content = {
  backup: exported(Object.values(items)),
  target: exported(
    [
      policy("a", 60, { modifiedAt: "2026-03-02T08:00:00Z" }),
      policy("mapped", 5),
      policy("open", 5, { assignments: [group("include_group", "g-known"), group("exclude_group", "g-kept")] }),
      policy("tagged", 60),
      policy("untold", 60, { assignments: [group("include_group", "g-known")] }),
      policy("enforced", 5, { payload: { name: "Policy enforced", protection: "auditMode" } }),
    ],
    { groups: ["g-known", "g-kept", "g-target"].map((id) => ({ id, name: id })) },
  ),
};

let site: Site;
let targets = 0;
beforeAll(async () => {
  site = await openSite(content);
}, 60_000);
afterAll(() => site.close());

/** A run of some of the items on a target of its own. */
async function runOf(names: readonly string[], restoreMode = "create_missing") {
  targets += 1;
  const { id: environmentId } = await filledTarget(site.product, `Rules ${targets}`, content.target);
  const run = await RunDriver.create({ ...site, environmentId });
  const itemIds = names.map((name) => items[name]?.id ?? "");
  await run.change({ event: "scope_defined", scope: { mode: "selected", itemIds }, restoreMode });
  const changeTarget = (body: object) =>
    site.call("POST", `/api/workspaces/demo/environments/${environmentId}/demo/target-change`, { body });
  return { run, environmentId, changeTarget };
}

async function checked(names: readonly string[], restoreMode?: string) {
  const own = await runOf(names, restoreMode);
  await own.run.checks();
  return { ...own, found: (check: string) => findings(own.run, check) };
}

function findings(run: RunDriver, check: string) {
  const all = run.document.run.checks?.findings ?? [];
  return all
    .filter((finding) => finding.check === check)
    .map(({ itemName, severity, reason }) => [itemName, severity, reason.code]);
}

/** A run that is ready but for what a test takes away. */
async function prepared(names: readonly string[]) {
  const own = await checked(names);
  await own.run.preview();
  await own.run.change({ event: "dry_run_set", dryRun: false });
  return own;
}

describe("checks are made on the server and kept with the run", () => {
  test("RW-6 RW-7 what is missing or newer is found, counted by severity, and there when the run is read again", async () => {
    const { run, found } = await checked(["a", "b"]);
    expect(found("newer_than_backup")[0]).toEqual(["Policy a", "warning", "modified_after_capture"]);
    const recorded = (await run.load()).run.checks;
    const counts = { blocking: 0, warning: 0, safe: 0, not_evaluated: 0 };
    for (const { severity } of recorded?.findings ?? []) counts[severity] += 1;
    expect(recorded?.summary).toEqual(counts);
    expect(counts.warning).toBeGreaterThan(0);
    expect(counts.safe).toBeGreaterThan(0);
  });

  test("RW-18 a policy that the target lacks is a warning where it would be created, and blocks where it is only updated", async () => {
    expect((await checked(["b"])).found("missing_in_target")).toEqual([
      ["Policy b", "warning", "missing_would_be_created"],
    ]);
    expect((await checked(["b"], "update_only")).found("missing_in_target")).toEqual([
      ["Policy b", "blocking", "missing_and_only_updating"],
    ]);
  });

  test("RW-19 RW-20 a target that withholds a type leaves it not evaluated: that blocks until each finding is accepted by name", async () => {
    const { run, changeTarget } = await runOf(["b"]);
    await changeTarget({ kind: "withhold_type", name: "settings_catalog" });
    await run.checks();
    expect(findings(run, "target_limits").map(([, severity]) => severity)).toContain("warning");
    expect(reasonCodes(await run.preview())).toContain("checks_not_evaluated");
    const open = run.document.run.checks?.findings.filter(({ severity }) => severity === "not_evaluated") ?? [];
    expect(run.document.run.checks?.summary.not_evaluated).toBe(open.length);
    for (const finding of open)
      await run.change({ event: "check_accepted", ...findingReference(finding), reason: "It is not there." });
    expect((await run.preview()).status).toBe(200);
  });

  test("BY-6 a dropped exclusion, and a policy that would begin to be enforced, block; a scope tag never falls back to the default", async () => {
    const { run, found } = await checked(["open", "enforced"]);
    expect(found("widening")).toContainEqual(["Policy open", "blocking", "exclusions_dropped"]);
    expect(found("enforcement")).toContainEqual(["Policy enforced", "blocking", "would_be_enforced"]);
    expect(reasonCodes(await run.preview())).toContain("checks_blocking");
    const tagged = await checked(["tagged"]);
    const tag = () => tagged.run.document.dependencies?.find(({ key }) => key === "scope_tag/7")?.resolution.state;
    expect(tag()).toBe("unresolved");
    await tagged.run.change({ event: "mapping_decided", key: "scope_tag/7", decision: { decision: "skip" } });
    expect(tag()).toBe("unresolved");
    expect(reasonCodes(await tagged.run.preview())).toContain("mappings_unresolved");
  });
});

describe("PF-12 BY-5 references are mapped against a directory that is read when somebody asks for it", () => {
  test("nothing is mapped by itself, a decision counts, and an exclusion is never left out", async () => {
    const { run, environmentId } = await runOf(["mapped"]);
    const stateOf = (key: string) => run.document.dependencies?.find((one) => one.key === key)?.resolution.state;
    expect([stateOf("group/g-source"), stateOf("group/g-kept")]).toEqual(["unresolved", "same_id"]);
    const decide = (key: string, decision: object) => run.change({ event: "mapping_decided", key, decision });
    await decide("group/g-source", { decision: "map", targetId: "g-target" });
    expect(stateOf("group/g-source")).toBe("mapped");
    await decide("group/g-kept", { decision: "skip" });
    expect(stateOf("group/g-kept")).toBe("unresolved");
    const path = `/api/workspaces/demo/environments/${environmentId}`;
    expect((await site.call("POST", `${path}/directory-sync`, { body: {} })).status).toBe(202);
    await vi.waitFor(
      async () =>
        expect(read(cachedDirectorySchema, await site.call("GET", `${path}/directory`)).sync?.state).toBe("succeeded"),
      { timeout: 40_000 },
    );
    expect((await run.load()).directorySync?.state).toBe("succeeded");
  });
});

describe("a preview is made of the target as it is, and rests on what it was made from", () => {
  test("RW-8 RW-22 what differs now is counted, with the values of both sides, and kept", async () => {
    const { run, changeTarget } = await checked(["a", "b"]);
    await run.preview();
    expect(run.document.run.preview?.summary).toMatchObject({ policiesChanged: 1, policiesCreated: 1 });
    const minutes = () =>
      JSON.stringify(run.document.run.preview?.items.find(({ name }) => name === "Policy a")?.changes ?? []);
    expect(minutes()).toContain("60");
    await changeTarget({ kind: "edit_setting", name: "Policy a" });
    await run.preview();
    expect(minutes()).toContain("61");
    expect((await run.load()).run.preview?.items).toHaveLength(2);
  });

  test("SI-1 SI-14 RW-13 a change of the scope voids checks and preview, both stay, and the run tells which input moved", async () => {
    const { run } = await prepared(["a", "b"]);
    const before = run.document.run;
    await run.change({
      event: "scope_defined",
      scope: { mode: "selected", itemIds: ["item-a"] },
      restoreMode: "create_missing",
    });
    const { checks, preview, scope } = (await run.load()).run;
    expect([checks, preview]).toEqual([before.checks, before.preview]);
    expect(scope).toEqual({ mode: "selected", itemIds: ["item-a"] });
    const refusal = await run.execute();
    expect(reasonCodes(refusal)).toEqual(expect.arrayContaining(["checks_invalidated", "preview_invalidated"]));
    expect(JSON.stringify(checks?.basis?.fields)).toContain("item-b");
  });

  test("BY-3 assignments that were not captured are left alone in the target, and said to be skipped", async () => {
    const { run, environmentId } = await prepared(["untold"]);
    expect((await run.execute()).status).toBe(202);
    await run.withEvidence();
    const phases = run.document.run.execution?.results?.items?.[0]?.phases;
    expect(phases).toContainEqual({
      phase: "assignments",
      outcome: "skipped",
      reason: { code: "left_untouched", phase: "assignments", cause: "not_captured" },
    });
    const { target_key: key } = await site.product.db
      .selectFrom("environments")
      .select("target_key")
      .where("id", "=", environmentId)
      .executeTakeFirstOrThrow();
    const now = await site.product.target(key).readPolicy("untold");
    expect(now).toMatchObject({ ok: true, value: { assignments: [{ target: { groupId: "g-known" } }] } });
    expect((await minutesIn(site, environmentId))["Policy untold"]).toBe(5);
  });
});

describe("execution derives every gate anew", () => {
  test("RW-9 RW-10 RW-16 SI-15 each condition that is taken away is a reason, and nothing is queued", async () => {
    const { run } = await prepared(["a"]);
    const refused = async (change: object, ...codes: readonly string[]) => {
      const reply = await run.execute({ ...change });
      expect(reply.status).toBe(409);
      expect(reasonCodes(reply)).toEqual(expect.arrayContaining([...codes]));
    };
    await refused({ typedLabel: "Another" }, "typed_confirmation_not_met");
    await refused({ typedLabel: "" }, "typed_confirmation_not_met");
    await refused({ reviewedImpact: false }, "impact_not_reviewed");
    await run.change({ event: "dry_run_set", dryRun: true });
    await refused({ reviewedImpact: false, typedLabel: "" }, "dry_run_on", "impact_not_reviewed");
    expect((await run.load()).run.execution).toBeNull();
    expect((await run.execute({}, { as: "viewer" })).status).toBe(403);
    const fresh = await runOf(["a"]);
    expect(reasonCodes(await fresh.run.execute())).toEqual(
      expect.arrayContaining(["checks_not_run", "preview_not_run", "dry_run_on"]),
    );
  });

  test("SI-6 SI-16 RW-15 what held when it was queued is kept as it was, with one operation, and the receipt holds it (BY-12)", async () => {
    const { run, changeTarget } = await prepared(["a"]);
    await run.execute();
    const queued = run.document.run.execution?.safetySnapshot;
    expect(queued).toMatchObject({
      checksFreshness: "current",
      previewFreshness: "current",
      typedLabel: run.document.run.target.label,
      confirmedBy: { name: "Dana Okafor" },
    });
    await run.withEvidence();
    await changeTarget({ kind: "edit_setting", name: "Policy a" });
    const later = (await run.load()).run.execution;
    expect(later).toMatchObject({ status: "completed", safetySnapshot: queued });
    expect(run.document.operation?.id).toBe(later?.operationId);
    expect((await run.execute()).status).toBe(409);
    const receipt = read(restoreReceiptSchema, await site.call("GET", `${run.path}/receipt`));
    expect(verifyReceipt(receipt).state).toBe("unaltered");
    expect(verifyReceipt({ ...receipt, content: { ...receipt.content, outcomes: null } }).state).not.toBe("unaltered");
    expect(JSON.stringify(receipt)).not.toContain('"minutes"');
  });
});

describe("SI-11 whoever asks for whatever", () => {
  const all = Object.entries(endpoints as Readonly<Record<string, Endpoint>>);
  const open = all.filter(([, { access }]) => access.scope === "anyone").map(([name]) => name);

  test("is refused by default: only what is named here is for everybody, and the rest asks who it is first", async () => {
    expect(open.toSorted()).toEqual(anybody.toSorted());
    const { run } = await runOf(["a"]);
    for (const [name, { method, path, access }] of all) {
      const at = addressed(path, run);
      const nobody = await site.call(method, at, { headers: { "x-checkrail-operator": "nobody" }, revision: 1 });
      if (access.scope === "anyone") expect([name, nobody.status]).not.toEqual([name, 401]);
      else expect([name, nobody.status, read(problemSchema, nobody).code]).toEqual([name, 401, "not_signed_in"]);
      if (access.scope !== "member") continue;
      const outsider = await site.call(method, at, { as: "outsider", revision: 1 });
      expect([name, outsider.status, read(problemSchema, outsider).code]).toEqual([name, 404, "not_found"]);
      if (access.capability === null || viewerHolds.has(access.capability)) continue;
      const viewer = await site.call(method, at, {
        as: "viewer",
        revision: 1,
        body: method === "GET" ? undefined : {},
      });
      expect([name, viewer.status, read(problemSchema, viewer).code]).toEqual([name, 403, "capability_missing"]);
    }
  });

  const anybody = ["health", "live", "openapi", "ready"];
  const viewerHolds: ReadonlySet<string> = new Set(["operation.view", "evidence.view"]);

  function addressed(path: string, run: RunDriver): string {
    const { id, environmentId } = run.document.run;
    return path
      .replace(":workspace", "demo")
      .replace(":environment", environmentId)
      .replace(":backupSet", site.backupSetId)
      .replace(":run", id)
      .replaceAll(/:\w+/g, "none");
  }
});

describe("SI-11 two workspaces on one server", () => {
  const capabilities = [
    "restore.prepare",
    "restore.execute",
    "operation.view",
    "evidence.view",
    "audit.export",
  ] as const;
  const neighbour = { id: "nia", name: "Nia Beck", capabilities };

  test("know nothing of each other: nothing of one is found, named or changed through the other, whoever asks", async () => {
    const { run } = await prepared(["a"]);
    await run.execute();
    await run.withEvidence();
    await site.product.db.insertInto("workspaces").values({ id: "other", name: "Other" }).execute();
    const { environmentId, id: runId } = run.document.run;
    const theirs = {
      id: "environment-of-other",
      workspace_id: "other",
      name: "Fabrikam",
      environment: "prod",
      tenant_id: "fabrikam",
      target_key: "none",
      created_at: new Date().toISOString(),
    } as const;
    await site.product.db.insertInto("environments").values(theirs).execute();
    const dataDir = await newDataFolder();
    const held = { ...site.product, held: new Set<() => Promise<unknown>>(), close: async () => undefined };
    const server = await serveProduct(held, {
      dataDir,
      seed: false,
      work: false,
      identify: async () => ({ operator: neighbour, workspaces: ["other"] }),
    });
    const call = callerOf(server.url);
    const bodies: Readonly<Record<string, object>> = {
      change: { event: "dry_run_set", dryRun: true },
      execute: { fingerprint: "any", reviewedImpact: true, typedLabel: "any", pasted: false },
    };
    const ids = {
      ":environment": environmentId,
      ":backupSet": site.backupSetId,
      ":run": runId,
      ":operation": run.document.operation?.id ?? "",
      ":assessment": run.document.assessment?.id ?? "",
    };
    for (const [name, { method, path, access, demoOnly }] of Object.entries(
      endpoints as Readonly<Record<string, Endpoint>>,
    )) {
      if (access.scope !== "member" || demoOnly || !Object.keys(ids).some((id) => path.includes(id))) continue;
      const at = Object.entries(ids).reduce((done, [placeholder, id]) => done.replace(placeholder, id), path);
      for (const workspace of ["demo", "other"]) {
        const body = method === "GET" ? undefined : (bodies[name] ?? {});
        const headers = { "idempotency-key": "0123456789abcdef0123456789abcdef" };
        const reply = await call(method, at.replace(":workspace", workspace), { revision: 1, body, headers });
        expect([name, workspace, read(problemSchema, reply).code]).toEqual([name, workspace, "not_found"]);
      }
    }
    const runs = `/api/workspaces/other/environments/${theirs.id}/restore-runs`;
    const stolen = await call("POST", runs, { body: { backupSetId: site.backupSetId } });
    expect(read(problemSchema, stolen).code).toBe("backup_set_unknown");
    const own = new RunDriver({ call }, await call("POST", runs, { body: {} }));
    const chosen = await call("POST", `/api/workspaces/other/restore-runs/${own.document.run.id}/changes`, {
      revision: own.document.run.revision,
      body: { event: "backup_set_selected", backupSetId: site.backupSetId },
    });
    expect(read(problemSchema, chosen).code).toBe("backup_set_unknown");
    expect((await call("GET", "/api/workspaces/other/backup-sets")).body).toEqual([]);
    const trail = await (await fetch(`${server.url}/api/workspaces/other/audit`)).text();
    expect(trail).not.toContain(runId);
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});
