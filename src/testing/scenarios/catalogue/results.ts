import { previewed } from "../facts/evidence.js";
import { executed, results, snapshot } from "../facts/execution.js";
import type { Scenario } from "../scenario.js";

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
    rules: ["RR-2"],
    step: "result",
    facts: executed("running", {}),
  },
  {
    id: "completed_proof_incomplete",
    title: "The restore completed and the target has not been read back",
    rules: ["RR-3"],
    step: "result",
    facts: executed("completed", { execution: { results: results.allApplied } }),
  },
  {
    id: "completed_with_evidence",
    title: "The restore completed and the target was read back",
    rules: ["RR-4"],
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
            index === 4 ? { ...row, result: "differs", detail: "Assignments differ from what was intended." } : row,
          ),
        },
      ],
    }),
  },
  {
    id: "needs_review",
    title: "Some items failed, and one has no known outcome",
    rules: ["RR-5"],
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
    rules: ["RR-6"],
    step: "result",
    facts: executed("failed", {
      execution: { reason: "The target could not be reached." },
      operation: { outcome: "failed" },
    }),
  },
  {
    id: "blocked_or_cancelled",
    title: "The restore was cancelled before anything was written",
    rules: ["RR-7"],
    step: "result",
    facts: executed("cancelled", {
      execution: { startedAt: null, reason: "Cancelled by Dana Okafor." },
      operation: { outcome: "cancelled", startedAt: null, done: 0 },
    }),
  },
] as const satisfies readonly Scenario[];
