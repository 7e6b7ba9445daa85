import type { BackupQuality, BackupSetSummary } from "../../../restore/run/backup-set.js";
import { noConfirmation, type Operator, type RestoreFacts } from "../../../restore/run/facts.js";
import type { RestoreRun } from "../../../restore/run/run.js";

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
  types: ["settings_catalog", "compliance_policy", "update_policy", "assignment_filter", "scope_tag"],
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
  identityDecisions: {},
  acceptances: [],
  dryRun: true,
  checks: null,
  preview: null,
  execution: null,
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
