import { clock, viewer } from "../facts/draft.js";
import { previewed } from "../facts/evidence.js";
import { executed, results, snapshot } from "../facts/execution.js";
import { scoped } from "../facts/scope.js";
import type { RestoreScenario } from "../scenario.js";

/** After: what happened? */
export const resultScenarios = [
  {
    id: "not_executed",
    title: "A dry-run proves its preview and nothing else",
    rules: ["RR-1"],
    step: "result",
    facts: previewed,
  },
  {
    id: "in_progress",
    title: "The restore is running",
    rules: ["RR-2", "SI-6"],
    step: "result",
    facts: executed("running", {}),
  },
  {
    id: "completed_proof_incomplete",
    title: "The restore completed and the target has not been read back",
    rules: ["RR-3", "RR-12", "BY-12", "BY-13"],
    step: "result",
    facts: executed("completed", { execution: { results: results.allApplied } }),
  },
  {
    id: "completed_with_evidence",
    title: "The restore completed and the target was read back",
    rules: ["RR-4", "SI-4", "SI-13"],
    step: "result",
    facts: executed("completed", { execution: { results: results.allApplied }, evidence: [snapshot] }),
  },
  {
    id: "completed_with_follow_up",
    title: "The restore completed and the evidence shows a difference",
    rules: ["RR-9", "SI-7"],
    step: "result",
    facts: executed("completed", {
      execution: { results: results.allApplied },
      evidence: [
        {
          ...snapshot,
          findings: (snapshot.findings ?? []).map((row, index) =>
            index === 4
              ? {
                  ...row,
                  result: "differs",
                  parts: (row.parts ?? []).map((part) =>
                    part.phase === "assignments" ? { ...part, result: "differs", differences: 1 } : part,
                  ),
                }
              : row,
          ),
        },
      ],
    }),
  },
  {
    id: "needs_review",
    title: "Some items failed, and one has no known outcome",
    rules: ["RR-5", "PF-8", "BY-9"],
    step: "result",
    facts: executed("partial", { execution: { results: results.mixed }, operation: { outcome: "partial" } }),
  },
  {
    id: "needs_review_counts_only",
    title: "An older record has counts and no item rows",
    rules: ["RR-11"],
    step: "result",
    facts: executed("completed_with_errors", {
      execution: { results: results.countsOnly },
      operation: { outcome: "partial" },
    }),
  },
  {
    id: "failed",
    title: "The restore failed",
    rules: ["RR-6", "SI-20", "BY-8"],
    step: "result",
    facts: executed("failed", {
      execution: {
        reason: {
          code: "target_answered",
          problem: { code: "unreachable", detail: "The target could not be reached." },
        },
      },
      operation: { outcome: "failed" },
    }),
  },
  {
    id: "blocked_or_cancelled",
    title: "The restore was cancelled before anything was written",
    rules: ["RR-7"],
    step: "result",
    facts: executed("cancelled", {
      execution: { startedAt: null, reason: { code: "cancelled_by", name: "Dana Okafor" } },
      operation: { outcome: "cancelled", startedAt: null, done: 0 },
    }),
  },
  {
    id: "blocked_before_writes",
    title: "The restore was blocked before anything was written",
    rules: ["RR-7", "SI-18"],
    step: "result",
    facts: executed("queued", {
      operation: { status: "finished", outcome: "blocked", startedAt: null, finishedAt: clock.finished, done: 0 },
    }),
  },
  {
    id: "nothing_previewed",
    title: "A draft without a preview claims nothing",
    rules: ["RR-1", "PF-15"],
    step: "result",
    facts: scoped,
  },
  {
    id: "queued",
    title: "Execution was requested a moment ago",
    rules: ["SI-19", "RW-12", "RW-15", "SI-16"],
    step: "result",
    facts: executed("queued", {}),
  },
  {
    id: "evidence_generating",
    title: "The restore completed and the target is being read back",
    rules: ["RR-3", "RR-8", "SI-17"],
    step: "result",
    facts: executed("completed", {
      execution: { results: results.allApplied },
      evidence: [{ ...snapshot, state: "generating", capturedAt: null, coverage: null, findings: null }],
    }),
  },
  {
    id: "evidence_foreign",
    title: "The only evidence belongs to another environment, so it is none",
    rules: ["RR-8"],
    step: "result",
    facts: executed("completed", {
      execution: { results: results.allApplied },
      evidence: [{ ...snapshot, environmentId: "env_test" }],
    }),
  },
  {
    id: "evidence_not_authorised",
    title: "The operator may see the run and neither its operation nor its evidence",
    rules: ["RR-8", "SI-9", "SI-11"],
    step: "result",
    facts: {
      ...executed("completed", { execution: { results: results.allApplied }, evidence: [snapshot] }),
      operator: { ...viewer, capabilities: [] },
    },
  },
  {
    id: "completed_without_counts",
    title: "The restore completed and nobody recorded what became of its items",
    rules: ["RR-10", "SI-8"],
    step: "result",
    facts: executed("completed", { evidence: [snapshot] }),
  },
  {
    id: "cancelled_after_writes",
    title: "The restore was cancelled after it had begun to write",
    rules: ["RW-12", "RR-13"],
    step: "result",
    facts: executed("partial", {
      execution: { results: results.mixed, reason: { code: "cancelled_by", name: "Dana Okafor" } },
      operation: { outcome: "cancelled", done: 7 },
    }),
  },
  {
    id: "operation_failed_first",
    title: "The operation has failed and the run does not know it yet",
    rules: ["RR-13", "RR-6"],
    step: "result",
    facts: executed("running", { operation: { status: "finished", outcome: "failed", finishedAt: clock.finished } }),
  },
] as const satisfies readonly RestoreScenario[];
