import { describe, expect, test } from "vitest";
import { receiptOf, type ReceiptFacts } from "../../../../src/restore/rules/receipt/receipt-of.js";
import type { EvidenceFinding } from "../../../../src/restore/run/operation.js";
import { scenario } from "../../../../src/testing/scenarios/index.js";

const { run, backupSet, operation, evidence } = scenario("completed_with_evidence").facts;
const dana = { id: "dana", name: "Dana Okafor" };
const acceptance = {
  check: "identity",
  itemId: "a",
  finding: "sha256:f",
  reason: "It was renamed on purpose.",
  acceptedBy: dana,
  acceptedAt: "2026-11-20T16:50:00Z",
} as const;
const phases = [
  { phase: "settings", outcome: "applied", reason: null },
  { phase: "assignments", outcome: "failed", reason: { code: "part_before_failed" } },
] as const;
const row = {
  itemId: "a",
  name: "BitLocker",
  type: "settings_catalog",
  outcome: "skipped",
  skipReason: "preview_only",
} as const;
const finding = (parts: EvidenceFinding["parts"]): EvidenceFinding => ({
  itemId: "a",
  name: "BitLocker",
  result: "differs",
  parts,
  detail: "A sentence of somebody.",
});

/** Facts with everything in them, in few rows. */
const facts = (): ReceiptFacts => ({
  run: {
    ...run,
    mappings: { "group/z": { decision: "skip" }, "group/a": { decision: "map", targetId: "t" } },
    identityDecisions: { z: { decision: "create" }, b: { decision: "match", targetId: "p" } },
    acceptances: [acceptance],
    execution: run.execution && {
      ...run.execution,
      reason: { code: "cancelled_by", name: "Somebody" },
      results: { counts: null, items: [{ ...row, reason: "In words.", phases }] },
    },
  },
  backupSet,
  operation,
  evidence: evidence[0] === undefined ? null : { ...evidence[0], findings: [finding([]), finding(null)] },
  audit: { sequence: 7, hash: "sha256:a", note: "not on it" } as NonNullable<ReceiptFacts["audit"]>,
});

describe("BY-12 what is on a receipt is what the facts say, field by field", () => {
  test("of the audit trail, its last entry about the run, and nothing where the host keeps none", () => {
    expect(receiptOf(facts()).content.audit).toEqual({ sequence: 7, hash: "sha256:a" });
    const { audit: _audit, ...without } = facts();
    expect(receiptOf(without).content.audit).toBeNull();
    expect(receiptOf({ ...without, audit: null }).content.audit).toBeNull();
  });

  test("of the run, its target and its scope", () => {
    expect(receiptOf(facts()).content.run).toEqual({
      id: "rr_2041",
      workspaceId: "contoso",
      environmentId: "env_prod",
      revision: 9,
      createdAt: "2026-11-20T16:30:00Z",
      updatedAt: "2026-11-20T16:30:00Z",
      requestedBy: dana,
      target: { tenantId: run.target.tenantId, label: "Contoso Production", environment: "prod" },
      dryRun: false,
      restoreMode: "create_missing",
      scopeMode: "selected",
      selectedItems: 12,
    });
    const scoped = (scope: ReceiptFacts["run"]["scope"]) =>
      receiptOf({ ...facts(), run: { ...facts().run, scope } }).content.run;
    expect(scoped({ mode: "all" })).toMatchObject({ scopeMode: "all", selectedItems: null });
    expect(scoped(null)).toMatchObject({ scopeMode: null, selectedItems: null });
  });

  test("of the backup set, and of what checks, preview and execution were based on", () => {
    const { content } = receiptOf(facts());
    expect(content.source).toEqual({
      id: "bs_0412",
      name: "Nightly policy set, 18 November",
      capturedAt: "2026-11-18T02:14:00Z",
      contentHash: backupSet?.contentHash,
    });
    expect(content.basis).toEqual({
      checks: run.checks?.basis?.fingerprint,
      preview: run.preview?.basis?.fingerprint,
      executed: run.execution?.safetySnapshot?.fingerprint,
    });
    const older = {
      ...run,
      checks: run.checks && { ...run.checks, basis: null },
      preview: run.preview && { ...run.preview, basis: null },
      execution: null,
    };
    const unrecorded = { ...older, execution: run.execution && { ...run.execution, safetySnapshot: null } };
    for (const told of [older, unrecorded])
      expect(receiptOf({ ...facts(), run: told }).content.basis).toEqual({
        checks: null,
        preview: null,
        executed: null,
      });
  });

  test("of the checks, what is not safe, and of the preview its figures", () => {
    const { checks, preview } = receiptOf(facts()).content;
    expect(checks).toEqual({
      capturedAt: "2026-11-20T16:40:00Z",
      summary: { blocking: 0, warning: 2, safe: 12, not_evaluated: 0 },
      findings: ["missing_in_target", "newer_than_backup"].map((check) => ({
        check,
        itemId: run.checks?.findings.find((each) => each.check === check)?.itemId,
        itemName: run.checks?.findings.find((each) => each.check === check)?.itemName,
        severity: "warning",
      })),
    });
    expect(preview).toEqual({ capturedAt: "2026-11-20T16:46:00Z", summary: run.preview?.summary });
  });

  test("of decisions each in one order, in whichever they were made", () => {
    const skip = { decision: "skip" } as const;
    const keysOf = (keys: readonly string[]) =>
      receiptOf({
        ...facts(),
        run: { ...run, mappings: Object.fromEntries(keys.map((key) => [key, skip])) },
      }).content.decisions.mappings.map(({ key }) => key);
    const keys = ["group/a", "group/b", "group/c"];
    expect([keysOf(keys), keysOf(keys.toReversed())]).toEqual([keys, keys]);
  });

  test("of decisions each, in one order, and who confirmed what", () => {
    const { decisions, confirmation } = receiptOf(facts()).content;
    expect(decisions).toEqual({
      mappings: [
        { key: "group/a", decision: "map", targetId: "t" },
        { key: "group/z", decision: "skip", targetId: null },
      ],
      identities: [
        { itemId: "b", decision: "match", targetId: "p" },
        { itemId: "z", decision: "create", targetId: null },
      ],
      acceptances: [acceptance],
    });
    expect(confirmation).toEqual({
      confirmedAt: "2026-11-20T16:58:00Z",
      confirmedBy: dana,
      typedLabel: "Contoso Production",
    });
  });

  test("of the operation, its outcomes and the evidence", () => {
    const { operation: told, outcomes, evidence: read } = receiptOf(facts()).content;
    expect(told).toEqual({
      id: "op_5521",
      status: "finished",
      outcome: "succeeded",
      createdAt: "2026-11-20T16:58:00Z",
      startedAt: "2026-11-20T16:58:02Z",
      finishedAt: "2026-11-20T17:01:22Z",
    });
    expect(outcomes).toEqual({
      status: "completed",
      reason: "cancelled_by",
      counts: null,
      items: [
        {
          ...row,
          reason: "told_in_words",
          phases: [
            { phase: "settings", outcome: "applied", reason: null },
            { phase: "assignments", outcome: "failed", reason: "part_before_failed" },
          ],
        },
      ],
    });
    expect(read).toEqual({
      id: "ev_771",
      capturedAt: "2026-11-20T17:02:10Z",
      coverage: null,
      findings: [
        { itemId: "a", result: "differs", parts: [] },
        { itemId: "a", result: "differs", parts: null },
      ],
    });
  });

  test("of how parts compared, what each result tells and no more", () => {
    const given = facts();
    const parts = [
      { phase: "settings", result: "as_intended" },
      { phase: "assignments", result: "differs", differences: 2 },
      { phase: "scope_tags", result: "not_compared", cause: "not_returned" },
    ] as const;
    const secret = parts.map((part) => ({ ...part, payload: "hunter2" }));
    const read = receiptOf({
      ...given,
      evidence: given.evidence && { ...given.evidence, findings: [finding(secret)] },
    });
    expect(read.content.evidence?.findings[0]?.parts).toEqual(parts);
    expect(read.content.evidence?.coverage?.map(({ phase, compared }) => [phase, compared])).toEqual([
      ["settings", 1],
      ["assignments", 1],
      ["scope_tags", 0],
    ]);
    const untold = receiptOf({ ...given, evidence: given.evidence && { ...given.evidence, findings: null } });
    expect(untold.content.evidence).toMatchObject({ coverage: null, findings: [] });
  });

  test("of what is not there, nothing", () => {
    const bare = { ...run, checks: null, preview: null, execution: null };
    expect(receiptOf({ run: bare, backupSet: null, operation: null, evidence: null }).content).toMatchObject({
      source: null,
      checks: null,
      preview: null,
      confirmation: null,
      operation: null,
      outcomes: { status: null, reason: null, counts: null, items: null },
      evidence: null,
    });
  });
});

test("BY-12 a receipt names its form and its version in words that a reader of years later can look for", () => {
  expect(receiptOf(facts())).toMatchObject({ form: "checkrail.restore_receipt", version: "2" });
});
