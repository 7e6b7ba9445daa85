import { describe, expect, test } from "vitest";
import { auditLine, entryHash } from "../../../reference/verify/audit-chain.js";
import { verifyFiles } from "../../../reference/verify/verify-file.js";
import { restoreReceipt } from "../../../src/restore/resolvers/receipt.js";
import type { ReceiptContent, ReceiptItem } from "../../../src/restore/rules/receipt/document.js";
import type { ReadCounts } from "../../../src/restore/rules/outcome.js";
import type { JsonObject } from "../../../src/safety/index.js";
import { hashesOf, sealOf } from "../../../src/restore/rules/receipt/receipt-of.js";
import { scenario } from "../../../src/testing/scenarios/index.js";

const { facts } = scenario("completed_with_evidence");
const workspaceId = facts.run.workspaceId;

const { content: recorded } = restoreReceipt(facts);
const told: Readonly<Record<string, JsonObject>> = {
  checks_completed: { fingerprint: recorded.basis.checks, summary: { ...recorded.checks?.summary } },
  preview_completed: { fingerprint: recorded.basis.preview },
  execution_queued: { fingerprint: recorded.basis.executed, typedLabel: recorded.confirmation?.typedLabel ?? "" },
  item_finished: { itemId: recorded.outcomes.items?.[0]?.itemId ?? "", outcome: "applied" },
  execution_finished: { status: recorded.outcomes.status, counts: { ...recorded.outcomes.counts } },
  evidence_captured: { snapshotId: recorded.evidence?.id ?? "" },
};
const whole = ["run_created", ...Object.keys(told)];

function trailOf(events: readonly string[], restoreRunId = facts.run.id) {
  const hashes: string[] = [];
  const lines = events.map((event, index) => {
    const entry = {
      sequence: index + 1,
      at: "2026-05-01T10:00:00.000Z",
      workspaceId,
      environmentId: null,
      restoreRunId,
      actor: recorded.confirmation?.confirmedBy ?? { id: "", name: "" },
      event,
      detail: told[event] ?? {},
      previousHash: hashes.at(-1) ?? null,
    };
    const hash = entryHash(entry);
    hashes.push(hash);
    return auditLine({ ...entry, hash });
  });
  return { hashes, text: lines.join("\n") };
}

const { hashes, text } = trailOf(whole);
const last = whole.length;
const receipt = restoreReceipt({ ...facts, audit: { sequence: last, hash: hashes[last - 1] ?? "" } });

/** The receipt as somebody who alters it would hash it anew. */
function forged(change: Partial<ReceiptContent>): object {
  const content = { ...receipt.content, ...change };
  const anew = hashesOf(content);
  return { ...receipt, content, hashes: anew, hash: sealOf(anew) };
}

function verdicts(...files: readonly (string | object)[]) {
  const encoded = files.map((file, index) => ({
    name: `file-${index + 1}`,
    bytes: new TextEncoder().encode(typeof file === "string" ? file : JSON.stringify(file)),
  }));
  return verifyFiles(encoded).map(({ verified, lines }) => ({ verified, said: lines.join("\n") }));
}

describe("BY-12 a receipt is verified without the server", () => {
  test("and names its run, its target, and the entry of the audit trail that it ends with", () => {
    const [found] = verdicts(receipt);
    expect(found?.verified).toBe(true);
    expect(found?.said).toContain(`receipt of run ${facts.run.id} on ${facts.run.target.label}, ${receipt.hash}`);
    expect(found?.said).toContain(`It names entry ${last} of the audit trail, ${hashes[last - 1]}`);
    expect(found?.said).toContain("does not show who made it");
  });

  test("and held against the audit trail that is given with it, in whatever order", () => {
    for (const [one, other] of [
      [receipt, text],
      [text, receipt],
    ] as const) {
      const found = verdicts(one, other);
      expect(found.map(({ verified }) => verified)).toEqual([true, true]);
      expect(found.map(({ said }) => said).join("\n")).toMatch(/Entry 7 that it names is in file-\d/);
    }
  });

  test.each([
    ["an audit trail that ends before it", trailOf(["run_created"]).text, /comes after the head of file-2/],
    [
      "another audit trail",
      trailOf(whole.map((event) => (event === "run_created" ? "other" : event))).text,
      /is another one in file-2/,
    ],
  ])("and refuted by %s", (_, trail, why) => {
    const [found, other] = verdicts(receipt, trail);
    expect(other?.verified).toBe(true);
    expect(found).toMatchObject({ verified: false, said: expect.stringMatching(why) });
  });

  test("an audit trail that is broken, or of another workspace, is no measure for it", () => {
    const [first] = verdicts(receipt, `${text}\n{}`);
    const [second] = verdicts(receipt, text.replaceAll(workspaceId, "elsewhere"));
    for (const found of [first, second]) expect(found?.said).toContain("Verify it together with an export");
  });

  test("one that names no entry says so", () => {
    expect(verdicts(restoreReceipt(facts), text)[0]).toMatchObject({
      verified: true,
      said: expect.stringContaining("It names no entry of an audit trail"),
    });
  });

  test.each([
    ["a section", { ...receipt, content: { ...receipt.content, audit: null } }, "Altered: audit, "],
    ["its hash", { ...receipt, hash: `sha256:${"0".repeat(64)}` }, "Altered: the hash of the whole document."],
    ["a member more", { ...receipt, note: "x" }, "Altered: a member that no receipt has."],
    ["its version", { ...receipt, version: "1" }, "of a version that is not known here"],
    ["its form", { ...receipt, form: "other" }, "neither an exported audit trail nor a receipt"],
  ])("one that was altered says where: %s", (_, altered, where) => {
    const [found] = verdicts(altered);
    expect(found?.verified).toBe(false);
    expect(found?.said).toContain(where.replace(", ", "."));
  });

  test("one that was altered and hashed anew is no receipt where it has not the form of one", () => {
    const mark = { sequence: 2, hash: "x", note: "y" };
    expect(verdicts(forged({ audit: mark }))[0]).toMatchObject({
      verified: false,
      said: expect.stringContaining("/content/audit/note: unknown member"),
    });
  });

  const { basis, confirmation, decisions, evidence, outcomes } = recorded;
  const [first, ...others] = outcomes.items ?? [];
  const byHand = { check: "identity", itemId: "a", finding: "b", reason: "c", acceptedAt: "2026-05-01T10:00:00.000Z" };
  test.each<[string, Partial<ReceiptContent>]>([
    ["outcomes", { outcomes: { ...outcomes, status: "failed" } }],
    ["outcomes", { outcomes: { ...outcomes, counts: { ...outcomes.counts, failed: 1 } as ReadCounts } }],
    ["outcomes", { outcomes: { ...outcomes, items: [{ ...first, outcome: "failed" } as ReceiptItem, ...others] } }],
    ["outcomes", { outcomes: { ...outcomes, items: others } }],
    ["basis", { basis: { ...basis, executed: basis.checks } }],
    ["basis", { basis: { ...basis, preview: null } }],
    ["confirmation", { confirmation: confirmation && { ...confirmation, typedLabel: "Fabrikam" } }],
    ["confirmation", { confirmation: confirmation && { ...confirmation, confirmedBy: { id: "eve", name: "Eve" } } }],
    ["evidence", { evidence: evidence && { ...evidence, id: "another" } }],
    [
      "decisions",
      { decisions: { ...decisions, acceptances: [{ ...byHand, acceptedBy: { id: "eve", name: "Eve" } }] } },
    ],
    [
      "checks",
      {
        checks: recorded.checks && {
          ...recorded.checks,
          summary: { blocking: 0, warning: 0, safe: 9, not_evaluated: 0 },
        },
      },
    ],
    ["run", { run: { ...recorded.run, id: "another" } }],
  ])("one whose %s was altered and hashed anew does not fit the audit trail", (section, change) => {
    const [alone] = verdicts(forged(change));
    expect(alone?.verified).toBe(true);
    const [found] = verdicts(forged(change), text);
    expect(found?.verified).toBe(false);
    expect(found?.said).toContain(`Not bound: file-2 does not tell what the receipt says: ${section}.`);
  });

  test("one that names an entry from before the end does not fit, where it tells an end", () => {
    const at = 4;
    const [found] = verdicts(forged({ audit: { sequence: at, hash: hashes[at - 1] ?? "" } }), text);
    expect(found).toMatchObject({ verified: false, said: expect.stringContaining("outcomes, evidence.") });
  });

  test("a key that stands twice is not read as either of its values", () => {
    const twice = JSON.stringify(receipt).replace('"dryRun":', '"dryRun":true,"dryRun":');
    expect(verdicts(twice)[0]?.verified).toBe(false);
  });
});
