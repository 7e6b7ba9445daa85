import {
  checksBasis,
  type CheckEvidence,
  confirmationHolds,
  findingReference,
  noConfirmation,
  type PreviewEvidence,
  restoreBasis,
  type RestoreFacts,
  type RestoreRun,
  type RunEvent,
  type RunResults,
  transition,
  unacceptedFindings,
  whatWouldThisUndo,
} from "../src/restore/index.js";
import { type RestoreScenarioId, scenario } from "../src/testing/index.js";

/** Something that can be tried in the playground. */
export interface Move {
  readonly id: string;
  readonly label: string;
  /** Whether it is so already; null where it happens, and is no state. */
  readonly isSo: ((facts: RestoreFacts) => boolean) | null;
  /** What happens to the run; null where the operator enters something that no record keeps. */
  readonly event: ((facts: RestoreFacts, at: string) => RunEvent) | null;
  /** Code of the refusal of what is no event of the run; null where nothing stands against it. */
  readonly refused?: (facts: RestoreFacts) => string | null;
  /** What the host knows from then on, beside the run. */
  readonly known?: (facts: RestoreFacts) => Partial<RestoreFacts>;
}

/** What a move would do, before it is made. */
export interface Outlook {
  /** Code of the refusal; null where the transition takes it. */
  readonly refused: string | null;
  /** What would be void or gone afterwards (BY-2). */
  readonly undoes: readonly string[];
}

const facts = (id: RestoreScenarioId): RestoreFacts => scenario(id).facts;
const nightly = facts("source_selected").backupSet;
const weekly = facts("source_changed").backupSet;
const all = facts("mapping_required").scope?.requestedItems ?? [];
const groups = facts("mapping_required").dependencies ?? [];
const group = groups[0]?.key ?? "";

const scoped = (count: number): Move => ({
  id: `scope_${count}`,
  label: `Select ${count} items`,
  isSo: ({ scope }) => scope?.inScope === count,
  event: () => ({
    event: "scope_defined",
    scope: { mode: "selected", itemIds: all.slice(0, count) },
    restoreMode: "create_missing",
  }),
});

const chosen = (id: string, label: string, set: RestoreFacts["backupSet"]): Move => ({
  id,
  label,
  isSo: ({ run }) => run.backupSetId === set?.id,
  event: () => ({ event: "backup_set_selected", backupSetId: set?.id ?? "" }),
});

const checked = (id: string, label: string, like: RestoreScenarioId): Move => ({
  id,
  label,
  isSo: null,
  event: (present, at) => ({ event: "checks_completed", checks: checksLike(facts(like).run.checks, present, at) }),
});

const confirmed = (id: string, label: string, typedLabel: string): Move => ({
  id,
  label,
  isSo: ({ confirmation }) => confirmation.reviewedImpact && confirmation.typedLabel === typedLabel,
  event: null,
  refused: ({ run }) => (run.execution === null ? null : "run_already_left_preparation"),
  known: () => ({ confirmation: { reviewedImpact: true, typedLabel, pasted: false } }),
});

const finished = (id: string, label: string, status: "completed" | "partial", like: RestoreScenarioId): Move => ({
  id,
  label,
  isSo: ({ run }) => run.execution?.status === status,
  event: (present) => ({
    event: "execution_finished",
    status,
    results: resultsLike(facts(like).run.execution?.results ?? null, present),
    reason: null,
  }),
  known: () => ({ operation: facts(like).operation }),
});

/** Everything that can be tried, in the order in which an operator meets it. */
export const moves: readonly { readonly title: string; readonly moves: readonly Move[] }[] = [
  {
    title: "Source",
    moves: [chosen("nightly", "Choose the nightly set", nightly), chosen("weekly", "Choose the weekly set", weekly)],
  },
  {
    title: "Scope and mappings",
    moves: [
      scoped(12),
      scoped(10),
      {
        id: "map",
        label: "Map Field kiosks",
        isSo: ({ run }) => run.mappings[group]?.decision === "map",
        event: () => ({
          event: "mapping_decided",
          key: group,
          decision: { decision: "map", targetId: "retail-kiosks" },
        }),
      },
      {
        id: "skip",
        label: "Leave Field kiosks out",
        isSo: ({ run }) => run.mappings[group]?.decision === "skip",
        event: () => ({ event: "mapping_decided", key: group, decision: { decision: "skip" } }),
      },
    ],
  },
  {
    title: "Checks",
    moves: [
      checked("checks_warn", "Run checks: two warn", "preview_required"),
      checked("checks_block", "Run checks: one blocks", "checks_blocking"),
      checked("checks_open", "Run checks: one not evaluated", "checks_not_evaluated"),
      {
        id: "accept",
        label: "Accept the open finding",
        isSo: ({ run }) => run.acceptances.length > 0,
        event: ({ run }) => {
          const [open] = unacceptedFindings(run.checks?.findings ?? [], run.acceptances);
          const none = { finding: "", check: "identity", itemId: "" } as const;
          return { event: "check_accepted", ...(open ? findingReference(open) : none), reason: "Deleted last week." };
        },
      },
    ],
  },
  {
    title: "Preview",
    moves: [
      {
        id: "preview",
        label: "Generate preview",
        isSo: null,
        event: (present, at) => ({ event: "preview_completed", preview: previewOf(present, at) }),
      },
    ],
  },
  {
    title: "Confirm and execute",
    moves: [
      {
        id: "dry_run_off",
        label: "Turn dry-run off",
        isSo: ({ run }) => !run.dryRun,
        event: ({ run }) => ({ event: "dry_run_set", dryRun: !run.dryRun }),
      },
      confirmed("confirm", "Review impact, type the label", facts("armed").confirmation.typedLabel),
      confirmed("mistype", "Review impact, mistype the label", facts("confirmation_differs").confirmation.typedLabel),
      {
        id: "execute",
        label: "Execute",
        isSo: ({ run }) => run.execution !== null,
        event: (present) => ({
          event: "execution_queued",
          operationId: facts("queued").operation?.id ?? "",
          fingerprint: restoreBasis(present).fingerprint,
          confirmation: present.confirmation,
        }),
        known: () => ({ operation: facts("queued").operation }),
      },
    ],
  },
  {
    title: "Operation",
    moves: [
      {
        id: "start",
        label: "Start",
        isSo: ({ run }) => run.execution !== null && run.execution.startedAt !== null,
        event: () => ({ event: "execution_started" }),
        known: () => ({ operation: facts("in_progress").operation }),
      },
      finished("finish", "Finish", "completed", "completed_with_evidence"),
      finished("finish_in_part", "Finish in part", "partial", "needs_review"),
      {
        id: "cancel",
        label: "Cancel",
        isSo: ({ run }) => run.execution?.status === "cancelled",
        event: ({ operator }) => ({
          event: "cancelled",
          reason: { code: "cancelled_by", name: operator.name },
          attemptedWrites: false,
          results: null,
        }),
        known: () => ({ operation: facts("blocked_or_cancelled").operation }),
      },
      {
        id: "read_back",
        label: "Read the target back",
        isSo: ({ evidence }) => evidence.length > 0,
        event: null,
        refused: ({ operation }) => (operation?.status === "finished" ? null : "operation_not_finished"),
        known: (present) => ({ evidence: evidenceOf(present) }),
      },
    ],
  },
];

/** The facts that a playground begins with. */
export const firstFacts: RestoreFacts = facts("fresh_draft");

/** Answers, before the move: would the run take it, and what would be undone? */
export function outlook(present: RestoreFacts, move: Move, at: string): Outlook {
  if (move.event === null) return { refused: move.refused?.(present) ?? null, undoes: [] };
  const event = move.event(present, at);
  const result = transition(present.run, event, { ...present, at, by: present.operator });
  if (!result.ok) return { refused: result.refusal.code, undoes: [] };
  const set = result.run.backupSetId === weekly?.id ? weekly : nightly;
  const { voids, clears } = whatWouldThisUndo(present, event, set);
  return {
    refused: null,
    undoes: [...voids.map(({ evidence }) => `voids ${evidence}`), ...clears.map((input) => `clears ${input}`)],
  };
}

/** The facts after a move; the same ones where the run refuses it. */
export function made(present: RestoreFacts, move: Move, at: string): RestoreFacts {
  const after = move.event === null ? following(present, present.run) : changed(present, move.event(present, at), at);
  return after === null ? present : { ...after, ...move.known?.(after) };
}

/** The facts after an event of the run; null where the run refuses it. */
export function changed(present: RestoreFacts, event: RunEvent, at: string): RestoreFacts | null {
  const result = transition(present.run, event, { ...present, at, by: present.operator });
  return result.ok ? following(present, result.run) : null;
}

function following(present: RestoreFacts, run: RestoreRun): RestoreFacts {
  const after = known({ ...present, run });
  return confirmationHolds(present, after) ? after : { ...after, confirmation: noConfirmation };
}

/** What a host reads beside the run: the chosen set, the items in scope, and the groups that they refer to. */
function known(after: RestoreFacts): RestoreFacts {
  const { run } = after;
  const itemIds = itemsOf(run);
  return {
    ...after,
    backupSet: [nightly, weekly].find((set) => set?.id === run.backupSetId) ?? null,
    scope:
      run.scope === null
        ? null
        : {
            inScope: itemIds.length,
            writable: itemIds.length,
            previewOnly: 0,
            metadataOnly: 0,
            requestedItems: itemIds,
          },
    dependencies:
      run.scope === null
        ? null
        : groups.map((one) => {
            const decision = run.mappings[one.key];
            if (decision === undefined) return one;
            return {
              ...one,
              resolution:
                decision.decision === "skip"
                  ? { state: "skipped" }
                  : { state: "mapped", targetId: decision.targetId, targetName: "Retail kiosks" },
            };
          }),
  };
}

function itemsOf({ scope }: RestoreRun): readonly string[] {
  return scope?.mode === "selected" ? scope.itemIds : [];
}

function inScope<Row extends { readonly itemId: string }>(rows: readonly Row[], run: RestoreRun): readonly Row[] {
  const itemIds = new Set(itemsOf(run));
  return rows.filter(({ itemId }) => itemIds.has(itemId));
}

function checksLike(like: CheckEvidence | null, present: RestoreFacts, at: string): CheckEvidence {
  const findings = inScope(like?.findings ?? [], present.run);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    basis: checksBasis(present),
    capturedAt: at,
    findings,
    summary: {
      blocking: count("blocking"),
      warning: count("warning"),
      safe: count("safe"),
      not_evaluated: count("not_evaluated"),
    },
  };
}

function previewOf(present: RestoreFacts, at: string): PreviewEvidence {
  const like = facts("preview_current").run.preview;
  if (like === null) throw new TypeError("The scenario “preview_current” has no preview.");
  const items = inScope(like.items, present.run);
  const count = (action: string) => items.filter((item) => item.action === action).length;
  const written = count("create") + count("update");
  return {
    ...like,
    basis: restoreBasis(present),
    capturedAt: at,
    items,
    summary: {
      ...like.summary,
      itemsInScope: items.length,
      policiesCreated: count("create"),
      policiesChanged: count("update"),
      unchanged: count("none"),
      blastRadius: { ...like.summary.blastRadius, policiesWritten: written },
    },
  };
}

function resultsLike(like: RunResults | null, { run }: RestoreFacts): RunResults {
  const items = inScope(like?.items ?? [], run);
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
  return {
    items,
    counts: {
      applied: count("applied"),
      already_in_desired_state: count("already_in_desired_state"),
      skipped: count("skipped"),
      partially_applied: count("partially_applied"),
      failed: count("failed"),
      unknown: count("unknown"),
    },
  };
}

function evidenceOf({ run }: RestoreFacts): RestoreFacts["evidence"] {
  return facts("completed_with_evidence").evidence.map((snapshot) => {
    const findings = inScope(snapshot.findings ?? [], run);
    return { ...snapshot, findings, coverage: { checked: findings.length, notChecked: 0 } };
  });
}
