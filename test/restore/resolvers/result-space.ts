import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import type {
  EvidenceSnapshot,
  Operation,
  OperationOutcome,
  OperationStatus,
} from "../../../src/restore/run/operation.js";
import type { ExecutionStatus } from "../../../src/restore/run/run.js";
import { executed, scenario, withRun } from "../../../src/testing/scenarios/index.js";

/** One point of the space of facts that decide a result: every axis by name, so that an oracle can read it. */
export interface Point {
  readonly dryRun: boolean;
  readonly preview: boolean;
  readonly status: ExecutionStatus | "strange" | null;
  readonly link: "own" | "absent" | "other_run" | "other_id" | "other_workspace" | "other_environment" | "other_kind";
  readonly operation: OperationStatus;
  readonly outcome: OperationOutcome | "strange" | null;
  readonly mayViewOperation: boolean;
  readonly mayViewEvidence: boolean;
  readonly snapshot:
    | "none"
    | "queued"
    | "generating"
    | "failed"
    | "active"
    | "active_undated"
    | "before_end"
    | "other_operation"
    | "other_workspace"
    | "other_environment";
  readonly wrote: "recorded_nothing" | "recorded_something" | "not_recorded_started" | "not_recorded_not_started";
}

/** Every value of every axis. */
export const axes: { readonly [Axis in keyof Point]: readonly Point[Axis][] } = {
  dryRun: [false, true],
  preview: [true, false],
  status: [
    null,
    "queued",
    "running",
    "completed",
    "partial",
    "completed_with_errors",
    "failed",
    "cancelled",
    "strange",
  ],
  link: ["own", "absent", "other_run", "other_id", "other_workspace", "other_environment", "other_kind"],
  operation: ["queued", "running", "finished"],
  outcome: ["succeeded", "partial", "failed", "blocked", "cancelled", null, "strange"],
  mayViewOperation: [true, false],
  mayViewEvidence: [true, false],
  snapshot: [
    "active",
    "none",
    "queued",
    "generating",
    "failed",
    "active_undated",
    "before_end",
    "other_operation",
    "other_workspace",
    "other_environment",
  ],
  wrote: ["recorded_something", "recorded_nothing", "not_recorded_started", "not_recorded_not_started"],
};

/** Every point at which the facts can stand; axes that another makes meaningless take their first value only. */
export function* points(): Generator<Point> {
  for (const dryRun of axes.dryRun)
    for (const status of axes.status)
      for (const link of status === null ? (["absent"] as const) : axes.link)
        for (const operation of link === "own" ? axes.operation : (["finished", "running"] as const))
          for (const outcome of link === "own" ? axes.outcome : (["failed", "succeeded"] as const))
            for (const mayViewOperation of axes.mayViewOperation)
              for (const mayViewEvidence of axes.mayViewEvidence)
                for (const snapshot of dryRun ? (["active"] as const) : axes.snapshot)
                  for (const wrote of status === null ? (["not_recorded_not_started"] as const) : axes.wrote)
                    yield {
                      dryRun,
                      preview: true,
                      status,
                      link,
                      operation,
                      outcome,
                      mayViewOperation,
                      mayViewEvidence,
                      snapshot,
                      wrote,
                    };
}

const zero = { applied: 0, already_in_desired_state: 0, skipped: 0, partially_applied: 0, failed: 0, unknown: 0 };

const base = executed("completed", { evidence: [] });

/** The facts that stand at a point. */
export function factsAt(point: Point): RestoreFacts {
  const [proven] = scenario("completed_with_evidence").facts.evidence;
  if (base.run.execution === null || base.operation === null || proven === undefined) throw new TypeError("No base.");
  const started = point.wrote === "not_recorded_started" || point.wrote === "recorded_something";
  const results =
    point.wrote === "recorded_nothing"
      ? { counts: { ...zero, skipped: 12 }, items: null }
      : point.wrote === "recorded_something"
        ? { counts: { ...zero, applied: 12 }, items: null }
        : null;
  const run = withRun(base, {
    dryRun: point.dryRun,
    preview: point.preview ? base.run.preview : null,
    execution:
      point.status === null
        ? null
        : {
            ...base.run.execution,
            status: point.status as ExecutionStatus,
            startedAt: started ? base.run.execution.startedAt : null,
            results,
          },
  }).run;
  const operation: Operation = {
    ...base.operation,
    kind: point.link === "other_kind" ? ("restore.dry_run" as never) : base.operation.kind,
    id: point.link === "other_id" ? "op_1" : base.operation.id,
    restoreRunId: point.link === "other_run" ? "rr_1" : base.operation.restoreRunId,
    workspaceId: point.link === "other_workspace" ? "fabrikam" : base.operation.workspaceId,
    environmentId: point.link === "other_environment" ? "env_test" : base.operation.environmentId,
    status: point.operation,
    outcome: point.outcome as OperationOutcome | null,
    startedAt: started ? base.operation.startedAt : null,
    done: 0,
  };
  return {
    ...base,
    run,
    operation: point.link === "absent" ? null : operation,
    evidence: point.snapshot === "none" ? [] : [snapshotAt(point, proven)],
    operator: {
      ...base.operator,
      capabilities: [
        "restore.prepare",
        ...(point.mayViewOperation ? (["operation.view"] as const) : []),
        ...(point.mayViewEvidence ? (["evidence.view"] as const) : []),
      ],
    },
  };
}

function snapshotAt({ snapshot }: Point, proven: EvidenceSnapshot): EvidenceSnapshot {
  switch (snapshot) {
    case "queued":
    case "generating":
    case "failed":
      return { ...proven, state: snapshot, capturedAt: null, coverage: null, findings: null };
    case "active_undated":
      return { ...proven, capturedAt: "yesterday" };
    case "before_end":
      return { ...proven, requestedAt: "2026-11-20T16:59:00Z", capturedAt: "2026-11-20T17:01:21.999Z" };
    case "other_operation":
      return { ...proven, operationId: "op_1" };
    case "other_workspace":
      return { ...proven, workspaceId: "fabrikam" };
    case "other_environment":
      return { ...proven, environmentId: "env_test" };
    case "active":
    case "none":
      return proven;
  }
}
