import { restoreBasis } from "../../../restore/run/basis.js";
import { noConfirmation, type RestoreFacts } from "../../../restore/run/facts.js";
import type { EvidenceSnapshot, Operation } from "../../../restore/run/operation.js";
import type { ItemOutcome, OutcomeCounts, RunResults } from "../../../restore/run/outcome.js";
import type { OutcomeReason } from "../../../restore/run/outcome-reason.js";
import type { TargetProblem } from "../../../restore/run/target.js";
import type { ExecutionStatus, RunExecution } from "../../../restore/run/run.js";
import { assignmentsChangeAt, scopeTagsChangeAt } from "./changes.js";
import { clock, operator, withRun } from "./draft.js";
import { armed } from "./evidence.js";
import { itemIds, policyNames } from "./scope.js";

export const noOutcomes: OutcomeCounts = {
  applied: 0,
  already_in_desired_state: 0,
  skipped: 0,
  partially_applied: 0,
  failed: 0,
  unknown: 0,
};

/** What became of one item: with a problem, in every part but its settings. */
export function outcome(
  index: number,
  result: ItemOutcome["outcome"],
  problem: TargetProblem | null = null,
): ItemOutcome {
  const reason: OutcomeReason | null = problem === null ? null : { code: "target_answered", problem };
  return {
    itemId: itemIds[index] ?? "",
    name: policyNames[index] ?? "",
    type: "settings_catalog",
    outcome: result,
    skipReason: null,
    reason,
    phases: [
      {
        phase: "settings",
        outcome: result === "failed" || result === "already_in_desired_state" ? result : "applied",
        reason: result === "failed" ? reason : null,
      },
      {
        phase: "assignments",
        outcome: result === "applied" && !assignmentsChangeAt.has(index) ? "already_in_desired_state" : result,
        reason,
      },
      {
        phase: "scope_tags",
        outcome: result === "applied" && scopeTagsChangeAt.has(index) ? "applied" : "already_in_desired_state",
        reason: null,
      },
    ],
  };
}

const allApplied: RunResults = {
  counts: { ...noOutcomes, applied: 11, already_in_desired_state: 1 },
  items: policyNames.map((_, index) => outcome(index, index === 10 ? "already_in_desired_state" : "applied")),
};

const mixed: RunResults = {
  counts: { ...noOutcomes, applied: 8, already_in_desired_state: 1, partially_applied: 1, failed: 1, unknown: 1 },
  items: policyNames.map((_, index) => {
    if (index === 1)
      return outcome(index, "failed", {
        code: "changed",
        detail: "The target refused the write: the policy changed since the preview.",
      });
    if (index === 5)
      return outcome(index, "partially_applied", {
        code: "refused",
        detail: "2 of 3 groups assigned. 1 exclusion was refused.",
      });
    if (index === 7)
      return outcome(index, "unknown", {
        code: "outcome_unknown",
        detail: "No answer before the deadline. Read the target again.",
      });
    return outcome(index, index === 10 ? "already_in_desired_state" : "applied");
  }),
};

/** A run after execution was requested: the armed one, or another that may run. */
export function executed(
  status: ExecutionStatus,
  change: {
    readonly execution?: Partial<RunExecution>;
    readonly operation?: Partial<Operation>;
    readonly evidence?: readonly EvidenceSnapshot[];
  },
  from: RestoreFacts = armed,
): RestoreFacts {
  const finished = status !== "queued" && status !== "running";
  return {
    ...withRun(from, {
      revision: 9,
      execution: {
        status,
        operationId: "op_5521",
        queuedAt: clock.queued,
        startedAt: status === "queued" ? null : clock.started,
        finishedAt: finished ? clock.finished : null,
        safetySnapshot: {
          fingerprint: restoreBasis(from).fingerprint,
          checksCapturedAt: clock.checked,
          checksFreshness: "current",
          checkWarnings: 2,
          previewCapturedAt: clock.previewed,
          previewFreshness: "current",
          confirmedAt: clock.queued,
          confirmedBy: { id: operator.id, name: operator.name },
          typedLabel: "Contoso Production",
          labelPasted: false,
        },
        results: null,
        reason: null,
        ...change.execution,
      },
    }),
    confirmation: noConfirmation,
    operation: {
      id: "op_5521",
      kind: "restore.execute",
      workspaceId: "contoso",
      environmentId: "env_prod",
      restoreRunId: "rr_2041",
      status: finished ? "finished" : status,
      outcome: finished ? "succeeded" : null,
      createdAt: clock.queued,
      startedAt: status === "queued" ? null : clock.started,
      finishedAt: finished ? clock.finished : null,
      done: finished ? 12 : status === "queued" ? 0 : 5,
      total: 12,
      ...change.operation,
    },
    evidence: change.evidence ?? [],
  };
}

export const snapshot: EvidenceSnapshot = {
  id: "ev_771",
  operationId: "op_5521",
  workspaceId: "contoso",
  environmentId: "env_prod",
  state: "active",
  requestedAt: clock.finished,
  capturedAt: clock.read,
  coverage: { checked: 12, notChecked: 0 },
  findings: policyNames.map((name, index) => ({
    itemId: itemIds[index] ?? "",
    name,
    result: "as_intended",
    parts: [
      { phase: "settings", result: "as_intended" },
      { phase: "assignments", result: "as_intended" },
      { phase: "scope_tags", result: "as_intended" },
    ],
    detail: null,
  })),
};

export const results = { allApplied, mixed, countsOnly: { counts: mixed.counts, items: null } } as const;
