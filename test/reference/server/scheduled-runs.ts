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
  /** Fingerprint that its run keeps as the basis of its execution. */
  readonly basis: string;
  /** What the last preview of its run found in Policy a. */
  readonly previewed: unknown;
  readonly items: readonly ItemOutcome[];
}

/** What a caller had read of a run, in their own hands, before they asked for something. */
export interface Look {
  /** Status of the execution; null before there is one. */
  readonly status: string | null;
  readonly revision: number;
  readonly fingerprint: string;
  /** As `spelledScope` spells it. */
  readonly scope: string;
  /** The last entry of the trail that what they read takes account of. */
  readonly upTo: number;
}

/** What somebody asked for: of what they had read, and whether they confirmed it as one must, and may. */
export interface Request {
  readonly runId: string;
  readonly seen: Look;
  readonly confirmed: boolean;
}

/** What came back from one request to execute, under whose key, between which moments of the schedule. */
export interface ExecuteAnswer {
  readonly key: string;
  readonly body: string;
  readonly began: number;
  readonly ended: number;
  /** null where it was refused. */
  readonly operationId: string | null;
}

/** What a run was queued to do: the trail's word, and that of the one who confirmed it. */
export interface Queued {
  readonly scope: string;
  readonly fingerprint: string;
}

/** A scope with its mode, so that two of them compare. */
export function spelledScope(restoreMode: unknown, mode: unknown, items: unknown): string {
  return JSON.stringify([restoreMode, mode, items ?? null]);
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
  /** The last entry that changed the run. */
  changedAt: number;
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
  changedAt: 0,
});

/** The scope of a run that is ready. */
export const everything = spelledScope("create_missing", "all", null);

const asksForSomething =
  /^(?:run_changed\..+|checks_requested|preview_requested|execution_queued|cancel_requested|run_cancelled)$/;
const changesTheRun =
  /^(?:run_changed\..+|checks_completed|preview_completed|execution_queued|execution_started|execution_finished|run_cancelled)$/;

/**
 * Follows the trail from runs that are ready, by rules of its own: nothing is queued that was cancelled, is a dry run, or was
 * changed since its checks or preview; nothing is queued or started twice; one operation at a time holds the target. Whoever
 * asked for something had read the run as it stood, and what is queued is what they confirmed. Requests are found by the name
 * of the one who asked. Answers what was queued, by run.
 */
export function expectAllowed(
  entries: readonly AuditEntry[],
  requests: ReadonlyMap<string, Request>,
): ReadonlyMap<string, Queued> {
  const runs = new Map<string, Told>();
  const queued = new Map<string, Queued>();
  let holder: string | null = null;
  for (const { event, restoreRunId, detail, actor, sequence } of entries) {
    if (restoreRunId === null) continue;
    const run = runs.get(restoreRunId) ?? prepared();
    runs.set(restoreRunId, run);
    const told = detail as Readonly<Record<string, unknown>>;
    const request = requests.get(actor.name);
    if (asksForSomething.test(event)) {
      expect([event, request?.runId]).toEqual([event, restoreRunId]);
      expect(run.changedAt, `${event} on a run that had changed since it was read`).toBeLessThanOrEqual(
        request?.seen.upTo ?? -1,
      );
    }
    if (changesTheRun.test(event)) run.changedAt = sequence;
    switch (event) {
      case "run_changed.scope_defined":
        run.scope = spelledScope(told["restoreMode"], told["mode"], told["items"]);
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
        expect(request).toMatchObject({ confirmed: true, seen: { scope: run.scope } });
        queued.set(restoreRunId, { scope: run.scope, fingerprint: request?.seen.fingerprint ?? "" });
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
  return queued;
}

/** One key stands for one execution: whoever asks again under it gets the same one, and never another. */
export function expectAnsweredAlike(answers: readonly ExecuteAnswer[]): void {
  for (const first of answers.filter(({ operationId }) => operationId !== null))
    for (const other of answers.filter(({ key }) => key === first.key)) {
      if (other.operationId !== null) expect(other.operationId).toBe(first.operationId);
      if (other.began > first.ended && other.body === first.body) expect(other.operationId).toBe(first.operationId);
    }
}

/** Compares what runs claim with what the target was asked: once each, of what was confirmed, over what was previewed, and nothing that it did not take. */
export function expectTrue(
  { writes, replaced, minutes }: TargetRecord,
  operations: readonly StoredOperation[],
  entries: readonly AuditEntry[],
  queued: ReadonlyMap<string, Queued>,
): void {
  const asked = writes.map(({ operationId, what }) => `${operationId} ${what}`);
  expect(new Set(asked).size).toBe(asked.length);
  const taken = writes.filter((write) => write.taken);
  const started = new Set(
    entries.filter(({ event }) => event === "execution_started").map((entry) => entry.restoreRunId),
  );
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  for (const { operationId } of writes) expect(started).toContain(byId.get(operationId)?.runId);
  for (const { id, runId, status, basis, items } of operations) {
    expect(status).toBe("finished");
    expect(basis).toBe(queued.get(runId)?.fingerprint);
    for (const { what, operationId } of writes)
      if (operationId === id) expectInScope(what, queued.get(runId)?.scope ?? "[]");
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

function expectInScope(write: string, scope: string): void {
  const [restoreMode, , items] = JSON.parse(scope) as readonly [string, string, readonly string[] | null];
  const item = `item-${write.at(-1)}`;
  expect(items ?? [item], `${write} in ${scope}`).toContain(item);
  if (restoreMode === "update_only") expect(write).not.toContain("creation");
}
