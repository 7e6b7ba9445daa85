import { checksBasis, restoreBasis } from "../../../restore/run/basis.js";
import { notCovered } from "../../../restore/run/evidence-coverage.js";
import { type CheckAcceptance, findingReference } from "../../../restore/run/decisions.js";
import type { CheckEvidence, CheckFinding, PreviewEvidence, PreviewItem } from "../../../restore/run/evidence.js";
import type { Assessment, HostProblem } from "../../../restore/run/assessment.js";
import type { RestoreFacts } from "../../../restore/run/facts.js";
import { changesAt, reachNotRead } from "./changes.js";
import { clock, nightly, operator, withRun } from "./draft.js";
import { itemIds, policyNames, scoped } from "./scope.js";

function finding(
  index: number,
  check: CheckFinding["check"],
  severity: CheckFinding["severity"],
  reason: CheckFinding["reason"],
): CheckFinding {
  return { check, severity, reason, itemId: itemIds[index] ?? "", itemName: policyNames[index] ?? "" };
}

/** What the operator answered for, by name and with a reason. */
const accept = (found: CheckFinding, reason: string): CheckAcceptance => ({
  ...findingReference(found),
  reason,
  acceptedBy: { id: operator.id, name: operator.name },
  acceptedAt: clock.previewed,
});

const warnings: readonly CheckFinding[] = [
  finding(5, "missing_in_target", "warning", { code: "missing_would_be_created" }),
  finding(3, "newer_than_backup", "warning", { code: "modified_after_capture", at: "2026-11-19T09:26:00.000Z" }),
];

const safe: readonly CheckFinding[] = policyNames.map((_, index) =>
  finding(index, "identity", "safe", { code: "matched_by_id" }),
);

function withoutConflict(itemId: string): CheckFinding {
  const itemName = policyNames[itemIds.indexOf(itemId)] ?? itemId;
  return { check: "identity", severity: "safe", reason: { code: "matched_by_id" }, itemId, itemName };
}

/** Checks as they would be recorded for the present basis of these facts: these findings, and of every other item that nothing was found. */
export function checksOf(facts: RestoreFacts, found: readonly CheckFinding[]): CheckEvidence {
  const inScope = facts.run.scope?.mode === "selected" ? facts.run.scope.itemIds : (facts.scope?.requestedItems ?? []);
  const findings = [...found, ...notCovered(inScope, found).map(withoutConflict)];
  const count = (severity: CheckFinding["severity"]) => findings.filter((row) => row.severity === severity).length;
  return {
    basis: checksBasis(facts),
    capturedAt: clock.checked,
    findings,
    summary: {
      blocking: count("blocking"),
      warning: count("warning"),
      safe: count("safe"),
      not_evaluated: count("not_evaluated"),
    },
  };
}

export const checkedWithWarnings = withRun(scoped, { checks: checksOf(scoped, [...warnings, ...safe]), revision: 5 });

export const checkedWithoutConflict = withRun(scoped, { checks: checksOf(scoped, safe), revision: 5 });

export const checksBlocking = withRun(scoped, {
  checks: checksOf(scoped, [
    finding(1, "identity", "blocking", { code: "id_of_other_type", policy: "Compliance, Windows 10" }),
    ...warnings,
    ...safe,
  ]),
  revision: 5,
});

/** The target could not list every policy, so whether one of them exists is not known. */
const notListed = finding(5, "missing_in_target", "not_evaluated", { code: "not_listed", cause: "throttled" });

export const checksNotEvaluated = withRun(scoped, { checks: checksOf(scoped, [notListed, ...safe]), revision: 5 });

/** The target has two policies of the name of one item. */
export const identityUndecided = withRun(scoped, {
  checks: {
    ...checksOf(scoped, [
      finding(3, "identity", "blocking", { code: "homonyms", policy: policyNames[3] ?? "", count: 2 }),
      ...safe,
    ]),
    candidates: {
      [itemIds[3] ?? ""]: [
        { id: "7a1d", name: policyNames[3] ?? "", modifiedAt: "2026-11-02T10:12:00Z" },
        { id: "9c40", name: policyNames[3] ?? "", modifiedAt: "2026-11-19T08:30:00Z" },
      ],
    },
  },
  revision: 5,
});

/** The operator said which of the two it is. */
export const identityDecided = withRun(identityUndecided, {
  identityDecisions: { [itemIds[3] ?? ""]: { decision: "match", targetId: "9c40" } },
  revision: 6,
});

/** The operator accepted that one finding by name. */
export const checkAccepted = withRun(checksNotEvaluated, {
  acceptances: [accept(notListed, "The kiosk policy was deleted last week, change 4711.")],
  revision: 6,
});

export const missingWhileUpdating = (() => {
  const updating = withRun(scoped, { restoreMode: "update_only" });
  const missing = finding(5, "missing_in_target", "blocking", { code: "missing_and_only_updating" });
  return withRun(updating, { checks: checksOf(updating, [missing, ...safe]), revision: 5 });
})();

const enforced = finding(2, "enforcement", "blocking", {
  code: "would_be_enforced",
  switches: [{ setting: "attackSurfaceReductionRules", from: "audit", to: "block" }],
  more: 0,
  written: true,
});

export const wouldBeEnforced = withRun(scoped, { checks: checksOf(scoped, [enforced, ...safe]), revision: 5 });

const previewItems: readonly PreviewItem[] = policyNames.map((name, index) => ({
  itemId: itemIds[index] ?? "",
  name,
  type: "settings_catalog",
  action: index === 5 ? "create" : index === 10 ? "none" : "update",
  skipReason: null,
  targetId: index === 5 ? null : `target-${index}`,
  targetFingerprint: index === 5 ? null : `sha256:${index}`,
  assignmentsCaptured: true,
  changes: index === 10 ? [] : changesAt(index),
  changesNotListed: { widens: 0, removes_protection: 0, enforces: 0, changes: 0, adds: 0 },
  noiseHidden: 3,
}));

/** A preview as it would be recorded for the present basis of these facts. */
export function previewOfFacts(facts: RestoreFacts): PreviewEvidence {
  return {
    basis: restoreBasis(facts),
    capturedAt: clock.previewed,
    summary: {
      itemsInScope: 12,
      policiesChanged: 10,
      policiesCreated: 1,
      assignmentsChanged: 7,
      scopeTagsChanged: 2,
      unchanged: 1,
      skipped: 0,
      blastRadius: {
        policiesWritten: 11,
        includeGroups: 9,
        excludeGroups: 3,
        policiesForAllUsers: 1,
        policiesForAllDevices: null,
      },
    },
    items: previewItems,
  };
}

export const previewed = withRun(checkedWithWarnings, { preview: previewOfFacts(checkedWithWarnings), revision: 6 });

/** Two policies left the scope after checks and preview were recorded. */
export const scopeChanged: RestoreFacts = {
  ...withRun(previewed, { scope: { mode: "selected", itemIds: itemIds.slice(0, 10) }, revision: 7 }),
  scope: { inScope: 10, writable: 10, previewOnly: 0, metadataOnly: 0, requestedItems: itemIds.slice(0, 10) },
};

/** Another backup set was chosen after everything was recorded: the scope is gone, the evidence is void and stays. */
export const sourceChanged: RestoreFacts = {
  ...withRun(previewed, { backupSetId: "bs_0413", scope: null, mappings: {}, revision: 7 }),
  backupSet: {
    ...nightly,
    id: "bs_0413",
    name: "Weekly policy set, 15 November",
    contentHash: `sha256:${"8".repeat(64)}`,
  },
  scope: null,
  dependencies: null,
};

/** The scope changed, the checks were run again, the preview was not. */
export const previewVoid = withRun(scopeChanged, { checks: checksOf(scopeChanged, warnings), revision: 8 });

/** An older record whose preview does not say what it was produced from. */
export const previewStale = withRun(previewed, {
  preview: { ...previewOfFacts(checkedWithWarnings), basis: null },
});

export const armed: RestoreFacts = {
  ...withRun(previewed, { dryRun: false, revision: 7 }),
  confirmation: { reviewedImpact: true, typedLabel: "Contoso Production", pasted: false },
};

const checkedAndAccepted = withRun(scoped, {
  checks: checksOf(scoped, [notListed, enforced, ...warnings.slice(1), ...safe]),
  acceptances: [
    accept(notListed, "The kiosk policy was deleted last week, change 4711."),
    accept(enforced, "The audit found nothing in six weeks."),
  ],
  dryRun: false,
  revision: 7,
});

const wouldLoseProtection: ReadonlySet<number> = new Set([0, 3, 4, 6, 7, 8, 9]);
const notReadAt: ReadonlySet<number> = new Set([1, 11]);

/** What the policy at this place would do, where many lose protection and of two it is not known whom they reach. */
function graveAt(item: PreviewItem, index: number): PreviewItem {
  const [setting, ...others] = item.changes;
  if (setting === undefined) return item;
  const lost = wouldLoseProtection.has(index) ? "removes_protection" : setting.consequence;
  const changed = { ...setting, consequence: index === 2 ? "enforces" : lost } as const;
  return { ...item, changes: [...(notReadAt.has(index) ? [reachNotRead] : []), changed, ...others] };
}

/** Every gate is complete, and much would be gone past: what loses protection, what is not known, what was accepted. */
export const armedWithLosses: RestoreFacts = (() => {
  const preview = previewOfFacts(checkedAndAccepted);
  const blastRadius = { ...preview.summary.blastRadius, policiesForAllDevices: 0 };
  const items = preview.items.map(graveAt);
  return {
    ...withRun(checkedAndAccepted, { preview: { ...preview, summary: { ...preview.summary, blastRadius }, items } }),
    confirmation: armed.confirmation,
  };
})();

const testTarget = { tenantId: "5d1b9a1c-0a57-4f0e-9d53-6b1f4e2c7a90", label: "Contoso Lab" } as const;

const previewedTest = withRun(scoped, {
  target: { ...testTarget, environment: "test" },
  targetIdentity: { ...testTarget, readAt: clock.targetRead },
  dryRun: false,
  revision: 7,
});

/** Everything is ready, and the target is a test environment. */
export const armedTest: RestoreFacts = {
  ...withRun(previewedTest, {
    checks: checksOf(previewedTest, [...warnings, ...safe]),
    preview: previewOfFacts(previewedTest),
  }),
  confirmation: { reviewedImpact: true, typedLabel: testTarget.label, pasted: false },
};

/** Checks of the scope that were asked for, and are on their way. */
const checksAsked: Assessment = {
  id: "as_0071",
  kind: "checks",
  state: "running",
  stage: "reading_target",
  requestedAt: clock.checked,
  requestedBy: { id: operator.id, name: operator.name },
  startedAt: clock.checked,
  finishedAt: null,
  fingerprint: checksBasis(scoped).fingerprint,
  problem: null,
};

const unreachable: HostProblem = {
  type: "urn:checkrail:problem:target_not_readable",
  title: "The target could not be read",
  status: 503,
  code: "target_not_readable",
  detail: "It did not answer. Nothing was recorded.",
  reasons: [],
};

export const checksRunning: RestoreFacts = { ...scoped, assessment: checksAsked };

export const checksFailed: RestoreFacts = {
  ...scoped,
  assessment: { ...checksAsked, state: "failed", stage: null, finishedAt: clock.previewed, problem: unreachable },
};

/** The checks hold, and were asked for once more by somebody else. */
export const checksRunningAgain: RestoreFacts = {
  ...checkedWithWarnings,
  assessment: {
    ...checksAsked,
    fingerprint: checksBasis(checkedWithWarnings).fingerprint,
    state: "queued",
    stage: null,
    requestedAt: clock.previewed,
    startedAt: null,
  },
};

export const previewRunning: RestoreFacts = {
  ...checkedWithWarnings,
  assessment: {
    ...checksAsked,
    id: "as_0072",
    kind: "preview",
    fingerprint: restoreBasis(checkedWithWarnings).fingerprint,
    stage: "comparing",
    requestedAt: clock.previewed,
    startedAt: clock.previewed,
  },
};

export const previewFailed: RestoreFacts = {
  ...checkedWithWarnings,
  assessment: {
    ...checksAsked,
    id: "as_0072",
    kind: "preview",
    fingerprint: restoreBasis(checkedWithWarnings).fingerprint,
    state: "failed",
    stage: null,
    requestedAt: clock.previewed,
    startedAt: clock.previewed,
    finishedAt: clock.queued,
    problem: unreachable,
  },
};
