import { describe, expect, test } from "vitest";
import type { RunDocument } from "../../src/restore/ports.js";
import type { RestoreRun } from "../../src/restore/run/run.js";
import { armed, scenarioDirectory, withRun } from "../../src/testing/scenarios/index.js";
import { type Accepted, type AuditLine, driftedItems, forbiddenIn, forbiddenInTrail } from "./executions.js";

const request = {
  reviewedImpact: true,
  typedLabel: armed.run.target.label,
  pasted: false,
  fingerprint: armed.run.preview?.basis?.fingerprint ?? "",
};
const accepted = (change: Partial<RestoreRun> = {}, asked: Partial<Accepted["request"]> = {}): Accepted => ({
  revision: armed.run.revision - 1,
  request: { ...request, ...asked },
  document: { ...withRun(armed, change), directory: scenarioDirectory },
});
const { checks, preview } = armed.run;
if (checks === null || preview === null || preview.basis === null) throw new TypeError("The scenario is not armed.");
const [finding] = checks.findings;
const [item] = preview.items;
if (finding === undefined || item === undefined) throw new TypeError("The scenario has nothing in scope.");
const found = (check: typeof finding.check, severity: typeof finding.severity) => ({
  checks: { ...checks, findings: [...checks.findings, { ...finding, check, severity }] },
});

describe("RW-16 SI-10 whoever judges an execution", () => {
  test("finds nothing in one that everything allows", () => {
    expect(forbiddenIn(accepted())).toEqual([]);
  });

  test.each<[string, Accepted]>([
    ["of a page that was out of date", { ...accepted(), revision: armed.run.revision - 2 }],
    ["without review", accepted({}, { reviewedImpact: false })],
    ["under another label", accepted({}, { typedLabel: "contoso production" })],
    ["as a dry-run", accepted({ dryRun: true })],
    ["on a target that calls itself something else", accepted({ targetIdentity: null })],
    ["over a blocking finding", accepted(found("lockout", "blocking"))],
    ["over a check that was not evaluated", accepted(found("lockout", "not_evaluated"))],
    ["on a preview that no fingerprint names", accepted({ preview: { ...preview, basis: null } })],
    ["on a preview of other inputs than were shown", accepted({}, { fingerprint: "sha256:other" })],
    ["on checks of inputs that moved", accepted({ restoreMode: "update_only" })],
    ["on a preview of inputs that moved", accepted({ mappings: { "group/a": { decision: "skip" } } })],
    [
      "with a policy undecided",
      accepted({ preview: { ...preview, items: [...preview.items, { ...item, skipReason: "identity_undecided" }] } }),
    ],
    [
      "with nothing to write",
      accepted({ preview: { ...preview, items: preview.items.map((one) => ({ ...one, action: "none" as const })) } }),
    ],
    ["on a preview of fewer items", accepted({ preview: { ...preview, items: [item] } })],
    ["without checks, preview, scope or backup set", accepted({ checks: null })],
  ])("finds one %s", (what, one) => {
    expect(forbiddenIn(one)).toContain(what);
  });

  test("takes two fingerprints that are missing for no match", () => {
    const neither = accepted({ preview: { ...preview, basis: null } });
    const { fingerprint: _, ...asked } = neither.request;
    expect(forbiddenIn({ ...neither, request: asked as typeof request })).toContain(
      "on a preview that no fingerprint names",
    );
  });

  const line = (sequence: number, event: string, detail = {}, id = "dana.okafor", run: string | null = armed.run.id) =>
    ({ sequence, event, detail, actor: { id }, restoreRunId: run }) satisfies AuditLine;
  const queued = line(3, "execution_queued", { fingerprint: request.fingerprint });

  test("finds in the trail who queued what nobody asked for, or twice, or as somebody else", () => {
    const asked = new Map([[armed.run.id, accepted()]]);
    expect(forbiddenInTrail([queued], asked)).toEqual([]);
    expect(forbiddenInTrail([queued], new Map())).toEqual([`${armed.run.id}: that nobody asked for`]);
    expect(forbiddenInTrail([queued, { ...queued, sequence: 4 }], asked)).toHaveLength(2);
    expect(forbiddenInTrail([{ ...queued, actor: { id: "somebody" } }], asked)).toHaveLength(1);
    expect(forbiddenInTrail([{ ...queued, detail: {} }], asked)).toHaveLength(1);
  });

  test("knows which policies somebody changed between the preview and the queue (BY-8)", () => {
    const document: RunDocument = accepted().document;
    const changed = (sequence: number, name = item.name) =>
      line(
        sequence,
        "demo_target_changed",
        { kind: "edit_setting", changed: `In "${name}", a was changed.` },
        "x",
        null,
      );
    const last = { ...queued, sequence: 9 };
    expect(driftedItems([line(1, "preview_completed"), changed(2), last], document)).toEqual([item.itemId]);
    expect(driftedItems([changed(1), line(2, "preview_completed"), last], document)).toEqual([]);
    expect(driftedItems([line(1, "preview_completed"), last, changed(10)], document)).toEqual([]);
    // Changed twice, it may be what it was.
    expect(driftedItems([line(1, "preview_completed"), changed(2), changed(3), last], document)).toEqual([]);
    const restored = line(3, "item_finished", {}, "system", "another");
    expect(driftedItems([line(1, "preview_completed"), changed(2), restored, last], document)).toEqual([]);
  });
});
