import type { BackupQuality, BackupSetSummary } from "../../restore/run/backup-set.js";
import { restoreBasis } from "../../restore/run/basis.js";
import type { CheckEvidence, CheckFinding, PreviewEvidence, PreviewItem } from "../../restore/run/evidence.js";
import { noConfirmation, type Operator, type RestoreFacts } from "../../restore/run/facts.js";
import type { EvidenceSnapshot, Operation } from "../../restore/run/operation.js";
import type { ItemOutcome, OutcomeCounts, RunResults } from "../../restore/run/outcome.js";
import type { ExecutionStatus, RestoreRun, RunExecution } from "../../restore/run/run.js";
import type { Dependency } from "../../restore/run/scope.js";

/** One fixed clock for every scenario, so that pictures never change with the day. */
export const clock = {
  captured: "2026-11-18T02:14:00Z",
  imported: "2026-11-18T08:00:00Z",
  created: "2026-11-20T16:30:00Z",
  targetRead: "2026-11-20T16:31:00Z",
  checked: "2026-11-20T16:40:00Z",
  previewed: "2026-11-20T16:46:00Z",
  queued: "2026-11-20T16:58:00Z",
  started: "2026-11-20T16:58:02Z",
  finished: "2026-11-20T17:01:22Z",
  read: "2026-11-20T17:02:10Z",
} as const;

export const operator: Operator = {
  id: "dana",
  name: "Dana Okafor",
  capabilities: ["restore.prepare", "restore.execute", "operation.view", "evidence.view"],
};

/** A member who may look and not touch. */
export const viewer: Operator = { id: "noor", name: "Noor Haddad", capabilities: ["operation.view", "evidence.view"] };

export const goodQuality: BackupQuality = {
  itemCount: 148,
  usableItems: 145,
  degradedItems: 4,
  metadataOnlyItems: 3,
  assignmentIssues: 6,
  orphanedAssignments: 2,
};

export const nightly: BackupSetSummary = {
  id: "bs_0412",
  name: "Nightly policy set, 18 November",
  capturedAt: clock.captured,
  importedAt: clock.imported,
  tenantId: "7c0e5b7e-1d5c-4c63-9a5d-2f1f3b8f0a11",
  tenantName: "Contoso",
  contentHash: "sha256:4f8e2a7b90c1d3e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d",
  types: ["Settings catalog policy", "Compliance policy", "Update ring", "Assignment filter", "Scope tag"],
  quality: goodQuality,
};

const draft: RestoreRun = {
  id: "rr_2041",
  workspaceId: "contoso",
  environmentId: "env_prod",
  revision: 1,
  createdAt: clock.created,
  updatedAt: clock.created,
  requestedBy: { id: operator.id, name: operator.name },
  target: { tenantId: "7c0e5b7e-1d5c-4c63-9a5d-2f1f3b8f0a11", label: "Contoso Production", environment: "prod" },
  targetIdentity: {
    tenantId: "7c0e5b7e-1d5c-4c63-9a5d-2f1f3b8f0a11",
    label: "Contoso Production",
    readAt: clock.targetRead,
  },
  backupSetId: null,
  scope: null,
  restoreMode: "create_missing",
  mappings: {},
  dryRun: true,
  checks: null,
  preview: null,
  execution: null,
};

/** Names of the policies in the scenarios' scope. */
const policyNames = [
  "BitLocker, corporate laptops",
  "Compliance, Windows 11",
  "Defender antivirus baseline",
  "Edge security baseline",
  "Firewall, all devices",
  "Kiosk lockdown, retail",
  "Local administrator password",
  "Office macro restrictions",
  "Update ring, broad",
  "Update ring, pilot",
  "Wi-Fi, head office",
  "Windows Hello for Business",
] as const;

const itemIds = policyNames.map((_, index) => `settings_catalog/${String(index + 1).padStart(2, "0")}`);

export const fieldGroup: Dependency = {
  key: "group/field-kiosks",
  kind: "group",
  sourceId: "field-kiosks",
  sourceName: "Field kiosks",
  usedBy: itemIds.slice(0, 4),
  excludes: false,
  resolution: { state: "unresolved", cause: "not_in_target" },
};

const pilotGroup: Dependency = {
  key: "group/pilot-ring",
  kind: "group",
  sourceId: "pilot-ring",
  sourceName: "Pilot ring",
  usedBy: itemIds.slice(8, 10),
  excludes: true,
  resolution: { state: "same_id", targetId: "pilot-ring", targetName: "Pilot ring" },
};

/** A run that was just created. */
export const freshDraft: RestoreFacts = {
  run: draft,
  backupSet: null,
  scope: null,
  dependencies: null,
  directoryVersion: "sha256:directory-1",
  operator,
  confirmation: noConfirmation,
  operation: null,
  evidence: [],
};

/** Changes the run of some facts. */
export function withRun(facts: RestoreFacts, change: Partial<RestoreRun>): RestoreFacts {
  return { ...facts, run: { ...facts.run, ...change } };
}

export const sourceSelected: RestoreFacts = {
  ...withRun(freshDraft, { backupSetId: nightly.id, revision: 2 }),
  backupSet: nightly,
};

export const mappingRequired: RestoreFacts = {
  ...withRun(sourceSelected, { scope: { mode: "selected", itemIds }, revision: 3 }),
  scope: { inScope: 12, writable: 12, previewOnly: 0, metadataOnly: 0, requestedItems: itemIds },
  dependencies: [fieldGroup, pilotGroup],
};

export const scoped: RestoreFacts = {
  ...withRun(mappingRequired, {
    mappings: { [fieldGroup.key]: { decision: "map", targetId: "retail-kiosks" } },
    revision: 4,
  }),
  dependencies: [
    { ...fieldGroup, resolution: { state: "mapped", targetId: "retail-kiosks", targetName: "Retail kiosks" } },
    pilotGroup,
  ],
};

function finding(
  index: number,
  check: CheckFinding["check"],
  severity: CheckFinding["severity"],
  detail: string,
): CheckFinding {
  return { check, severity, detail, itemId: itemIds[index] ?? "", itemName: policyNames[index] ?? "" };
}

const warnings: readonly CheckFinding[] = [
  finding(5, "missing_in_target", "warning", "The target no longer has “Kiosk lockdown, retail”. It would be created."),
  finding(
    3,
    "newer_than_backup",
    "warning",
    "“Edge security baseline” was changed in the target on 19 Nov 2026, after the capture.",
  ),
];

const safe: readonly CheckFinding[] = policyNames.map((_, index) =>
  finding(index, "identity", "safe", "Matched by id."),
);

/** Checks as they would be recorded for the present basis of these facts. */
export function checksOf(facts: RestoreFacts, findings: readonly CheckFinding[]): CheckEvidence {
  const count = (severity: CheckFinding["severity"]) => findings.filter((row) => row.severity === severity).length;
  return {
    basis: restoreBasis(facts),
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

export const checksBlocking = withRun(scoped, {
  checks: checksOf(scoped, [
    finding(
      1,
      "identity",
      "blocking",
      "The id of “Compliance, Windows 11” now belongs to another policy in the target.",
    ),
    ...warnings,
    ...safe,
  ]),
  revision: 5,
});

const previewItems: readonly PreviewItem[] = policyNames.map((name, index) => ({
  itemId: itemIds[index] ?? "",
  name,
  type: "settings_catalog",
  action: index === 5 ? "create" : index === 10 ? "none" : "update",
  skipReason: null,
  targetId: index === 5 ? null : `target-${index}`,
  targetFingerprint: index === 5 ? null : `sha256:${index}`,
  assignmentsCaptured: true,
  changes:
    index === 10
      ? []
      : [
          {
            phase: "settings",
            consequence: index % 4 === 0 ? "removes_protection" : "changes",
            path: "Device guard › Virtualization based security",
            before: "Enabled with UEFI lock",
            after: "Enabled without lock",
          },
        ],
  changesNotListed: 0,
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

/** The scope changed, the checks were run again, the preview was not. */
export const previewVoid = withRun(scopeChanged, { checks: checksOf(scopeChanged, warnings), revision: 8 });

/** An older record whose preview does not say what it was produced from. */
export const previewStale = withRun(previewed, {
  preview: { ...previewOfFacts(checkedWithWarnings), basis: null },
});

export const armed: RestoreFacts = {
  ...withRun(previewed, { dryRun: false, revision: 7 }),
  confirmation: { reviewedImpact: true, typedLabel: "Contoso Production" },
};

const noOutcomes: OutcomeCounts = {
  applied: 0,
  already_in_desired_state: 0,
  skipped: 0,
  partially_applied: 0,
  failed: 0,
  unknown: 0,
};

function outcome(index: number, result: ItemOutcome["outcome"], reason: string | null = null): ItemOutcome {
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
      { phase: "assignments", outcome: result, reason },
      { phase: "scope_tags", outcome: "already_in_desired_state", reason: null },
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
      return outcome(index, "failed", "The target refused the write: the policy changed since the preview.");
    if (index === 5) return outcome(index, "partially_applied", "2 of 3 groups assigned. 1 exclusion was refused.");
    if (index === 7) return outcome(index, "unknown", "No answer before the deadline. Read the target again.");
    return outcome(index, index === 10 ? "already_in_desired_state" : "applied");
  }),
};

/** The armed run after execution was requested. */
export function executed(
  status: ExecutionStatus,
  change: {
    readonly execution?: Partial<RunExecution>;
    readonly operation?: Partial<Operation>;
    readonly evidence?: readonly EvidenceSnapshot[];
  },
): RestoreFacts {
  const finished = status !== "queued" && status !== "running";
  return {
    ...withRun(armed, {
      revision: 9,
      execution: {
        status,
        operationId: "op_5521",
        queuedAt: clock.queued,
        startedAt: status === "queued" ? null : clock.started,
        finishedAt: finished ? clock.finished : null,
        safetySnapshot: {
          fingerprint: restoreBasis(armed).fingerprint,
          checksCapturedAt: clock.checked,
          checksFreshness: "current",
          checkWarnings: 2,
          previewCapturedAt: clock.previewed,
          previewFreshness: "current",
          confirmedAt: clock.queued,
          confirmedBy: { id: operator.id, name: operator.name },
          typedLabel: "Contoso Production",
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
    detail: null,
  })),
};

export const results = { allApplied, mixed, countsOnly: { counts: mixed.counts, items: null } } as const;
