import { expect } from "vitest";
import type { AuditEntry } from "../../../reference/api/audit.js";
import { entryHash } from "../../../reference/verify/audit-chain.js";
import type { ItemOutcome } from "../../../src/restore/run/outcome.js";

/** A write that the target was asked for, and whether it took it. */
export interface Write {
  readonly operationId: string;
  readonly what: string;
  readonly taken: boolean;
}

/** What the target holds at the end, and each value that was put in place of another, in the order of its own database. */
export interface TargetRecord {
  readonly writes: readonly Write[];
  readonly replaced: readonly { readonly before: number; readonly after: number }[];
  readonly minutes: Readonly<Record<string, readonly unknown[]>>;
}

/** One operation as it is stored at the end. */
export interface StoredOperation {
  readonly id: string;
  readonly runId: string;
  readonly status: string;
  /** What the last preview of its run found in Policy a. */
  readonly previewed: unknown;
  readonly items: readonly ItemOutcome[];
}

/** Continues a chain of entries, and fails at the first that does not follow. Answers the new head. */
export function expectChained(
  head: { readonly sequence: number; readonly hash: string },
  entries: readonly AuditEntry[],
): { readonly sequence: number; readonly hash: string } {
  let last = head;
  for (const entry of entries) {
    expect([entry.sequence, entry.previousHash]).toEqual([last.sequence + 1, last.hash]);
    expect(entryHash(entry)).toBe(entry.hash);
    last = { sequence: entry.sequence, hash: entry.hash };
  }
  return last;
}

interface Told {
  scope: string;
  dryRun: boolean;
  previewed: string;
  checked: string;
  readonly asked: Map<string, string>;
  queued: number;
  started: number;
  ended: boolean;
  /** Items that were written after somebody had asked to stop. */
  appliedAfterCancel: number;
  cancelAsked: boolean;
}

/** How a run stands that was prepared for everything, with fresh checks and preview. */
const prepared = (): Told => ({
  scope: everything,
  dryRun: false,
  previewed: everything,
  checked: everything,
  asked: new Map(),
  queued: 0,
  started: 0,
  ended: false,
  appliedAfterCancel: 0,
  cancelAsked: false,
});

const everything = JSON.stringify(["all", null]);

/**
 * Follows the trail from runs that are ready, by rules of its own: nothing is queued that was cancelled, is a dry run, or was
 * changed since its checks or preview; nothing is queued or started twice; one operation at a time holds the target.
 */
export function expectAllowed(entries: readonly AuditEntry[]): void {
  const runs = new Map<string, Told>();
  let holder: string | null = null;
  for (const { event, restoreRunId, detail } of entries) {
    if (restoreRunId === null) continue;
    const run = runs.get(restoreRunId) ?? prepared();
    runs.set(restoreRunId, run);
    const told = detail as Readonly<Record<string, unknown>>;
    switch (event) {
      case "run_changed.scope_defined":
        run.scope = JSON.stringify([told["mode"], told["items"]]);
        break;
      case "run_changed.dry_run_set":
        run.dryRun = told["dryRun"] === true;
        break;
      case "checks_requested":
      case "preview_requested":
        run.asked.set(String(told["assessmentId"]), run.scope);
        break;
      case "checks_completed":
        run.checked = run.asked.get(String(told["assessmentId"])) ?? "never asked";
        break;
      case "preview_completed":
        run.previewed = run.asked.get(String(told["assessmentId"])) ?? "never asked";
        break;
      case "execution_queued":
        run.queued += 1;
        expect({ ...run, holder }).toMatchObject({
          queued: 1,
          ended: false,
          dryRun: false,
          previewed: run.scope,
          checked: run.scope,
          holder: null,
        });
        holder = restoreRunId;
        break;
      case "execution_started":
        run.started += 1;
        expect(run).toMatchObject({ queued: 1, started: 1, ended: false });
        break;
      case "cancel_requested":
        run.cancelAsked = true;
        break;
      case "item_finished":
        expect(run).toMatchObject({ started: 1, ended: false });
        if (run.cancelAsked && told["outcome"] === "applied") run.appliedAfterCancel += 1;
        // The one that was being written.
        expect(run.appliedAfterCancel).toBeLessThanOrEqual(1);
        break;
      case "run_cancelled":
      case "execution_finished":
        expect(run.ended).toBe(false);
        run.ended = true;
        if (holder === restoreRunId) holder = null;
        break;
      default:
    }
  }
  // Whatever was queued came to an end, of which the trail tells.
  expect(holder).toBe(null);
}

/** Compares what runs claim with what the target was asked: once each, over what was previewed, and nothing that it did not take. */
export function expectTrue(
  { writes, replaced, minutes }: TargetRecord,
  operations: readonly StoredOperation[],
  entries: readonly AuditEntry[],
): void {
  const asked = writes.map(({ operationId, what }) => `${operationId} ${what}`);
  expect(new Set(asked).size).toBe(asked.length);
  const taken = writes.filter((write) => write.taken);
  const started = new Set(
    entries.filter(({ event }) => event === "execution_started").map((entry) => entry.restoreRunId),
  );
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  for (const { operationId } of writes) expect(started).toContain(byId.get(operationId)?.runId);
  for (const { id, status, items } of operations) {
    expect(status).toBe("finished");
    for (const { name, outcome } of items) {
      if (outcome !== "applied") continue;
      const own = taken.filter((write) => write.operationId === id && write.what.endsWith(name));
      expect([name, own.length]).toEqual([name, 1]);
    }
  }
  // Each write replaced exactly what its run was shown; whatever else somebody put there stands.
  const settings = taken.filter(({ what }) => what === "settings of Policy a");
  const shown = settings.map(({ operationId }) => byId.get(operationId)?.previewed);
  const overwritten = replaced.filter(({ after }) => after === 5).map(({ before }) => before);
  const inOrder = (values: readonly unknown[]) => values.map(Number).toSorted((left, right) => left - right);
  expect(inOrder(overwritten)).toEqual(inOrder(shown));
  expect(minutes["Policy a"]).toEqual([replaced.at(-1)?.after ?? 60]);
  expect(minutes["Policy b"] ?? []).toHaveLength(taken.some(({ what }) => what === "creation of Policy b") ? 1 : 0);
  expect(taken.filter(({ what }) => what === "creation of Policy b").length).toBeLessThanOrEqual(1);
  expect(minutes["Policy c"]).toEqual([9]);
}
