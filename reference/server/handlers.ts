import type { Handlers } from "./http/handlers.js";
import { assessment, cancelAssessment, checks, preview } from "./resources/assessments.js";
import { audit } from "./resources/audit.js";
import { cancel } from "./resources/cancel.js";
import { change } from "./resources/changes.js";
import { directory, syncDirectory } from "./resources/directories.js";
import { demoTargetChange } from "./resources/demo.js";
import { execute } from "./resources/execute.js";
import { imports } from "./resources/imports.js";
import { openapi } from "./resources/openapi.js";
import { operation, operations, requestEvidence } from "./resources/operations.js";
import { receipt } from "./resources/receipt.js";
import { runEvents } from "./resources/progress.js";
import { createRestoreRun, restoreRun, restoreRuns } from "./resources/runs.js";
import { health, live, ready, session } from "./resources/session.js";
import { backupSetItems, backupSets, workspace } from "./resources/workspaces.js";

/** Every endpoint with what answers it; one that is missing does not compile. */
export const productHandlers: Handlers = {
  openapi,
  health,
  live,
  ready,
  session,
  workspace,
  backup_sets: backupSets,
  backup_set_items: backupSetItems,
  directory,
  sync_directory: syncDirectory,
  restore_runs: restoreRuns,
  create_restore_run: createRestoreRun,
  restore_run: restoreRun,
  receipt,
  run_events: runEvents,
  change,
  checks,
  preview,
  assessment,
  cancel_assessment: cancelAssessment,
  execute,
  cancel,
  request_evidence: requestEvidence,
  operations,
  operation,
  audit,
  imports,
  demo_target_change: demoTargetChange,
};
