import type {
  Assessment,
  CatalogueItem,
  DirectorySync,
  ExecuteRequest,
  HostProblem,
  RunDocument,
} from "../../src/restore/ports.js";
import type { BackupSetSummary } from "../../src/restore/run/backup-set.js";
import type { CheckAcceptance, IdentityDecision } from "../../src/restore/run/decisions.js";
import type { CheckEvidence, PreviewEvidence } from "../../src/restore/run/evidence.js";
import type { AuditMark, Capability, Operator } from "../../src/restore/run/facts.js";
import type { Platform } from "../../src/restore/run/items.js";
import type { EvidenceSnapshot, Operation } from "../../src/restore/run/operation.js";
import type { RunResults } from "../../src/restore/run/outcome.js";
import type { Actor, RestoreRun, RunStatus } from "../../src/restore/run/run.js";
import type { Dependency, RestoreScope } from "../../src/restore/run/scope.js";
import type { RunChange, TransitionRefusal } from "../../src/restore/run/events.js";
import type { TargetProblem } from "../../src/restore/run/target.js";
import type { RestoreReceipt } from "../../src/restore/rules/receipt/document.js";
import type { assessmentSchema } from "./assessments.js";
import type { auditMarkSchema } from "./audit.js";
import type { platformSchema, backupSetSchema, catalogueItemSchema } from "./backup-sets.js";
import type { directorySyncSchema } from "./directories.js";
import type { checkEvidenceSchema, previewEvidenceSchema, runResultsSchema } from "./evidence.js";
import type { operationSchema, evidenceSnapshotSchema } from "./operations.js";
import type { problemSchema } from "./problem.js";
import type { targetCodes, transitionCodes } from "./problem-codes.js";
import type { restoreReceiptSchema } from "./receipt.js";
import type { runChangeSchema, executeRequestSchema } from "./requests.js";
import type {
  checkAcceptanceSchema,
  identityDecisionSchema,
  restoreScopeSchema,
  runStatusSchema,
  restoreRunSchema,
  dependencySchema,
  runDocumentSchema,
} from "./runs.js";
import type { capabilitySchema, actorSchema, operatorSchema } from "./session.js";
import type { Describes, Same } from "./exact.js";

/** Does not compile where a schema and the domain type it carries have drifted apart. */
export const agreement: {
  readonly platform: Describes<typeof platformSchema, Platform>;
  readonly backupSet: Describes<typeof backupSetSchema, BackupSetSummary>;
  readonly catalogueItem: Describes<typeof catalogueItemSchema, CatalogueItem>;
  readonly checkEvidence: Describes<typeof checkEvidenceSchema, CheckEvidence>;
  readonly previewEvidence: Describes<typeof previewEvidenceSchema, PreviewEvidence>;
  readonly runResults: Describes<typeof runResultsSchema, RunResults>;
  readonly directorySync: Describes<typeof directorySyncSchema, DirectorySync>;
  readonly assessment: Describes<typeof assessmentSchema, Assessment>;
  readonly operation: Describes<typeof operationSchema, Operation>;
  readonly evidenceSnapshot: Describes<typeof evidenceSnapshotSchema, EvidenceSnapshot>;
  readonly problem: Describes<typeof problemSchema, HostProblem>;
  readonly runChange: Describes<typeof runChangeSchema, RunChange>;
  readonly executeRequest: Describes<typeof executeRequestSchema, ExecuteRequest>;
  readonly identityDecision: Describes<typeof identityDecisionSchema, IdentityDecision>;
  readonly checkAcceptance: Describes<typeof checkAcceptanceSchema, CheckAcceptance>;
  readonly restoreScope: Describes<typeof restoreScopeSchema, RestoreScope>;
  readonly runStatus: Describes<typeof runStatusSchema, RunStatus>;
  readonly restoreRun: Describes<typeof restoreRunSchema, RestoreRun>;
  readonly dependency: Describes<typeof dependencySchema, Dependency>;
  readonly runDocument: Describes<typeof runDocumentSchema, RunDocument>;
  readonly restoreReceipt: Describes<typeof restoreReceiptSchema, RestoreReceipt>;
  readonly auditMark: Describes<typeof auditMarkSchema, AuditMark>;
  readonly capability: Describes<typeof capabilitySchema, Capability>;
  readonly actor: Describes<typeof actorSchema, Actor>;
  readonly operator: Describes<typeof operatorSchema, Operator>;
  readonly transitionCodes: Same<(typeof transitionCodes)[number], TransitionRefusal["code"]>;
  readonly targetCodes: Same<(typeof targetCodes)[number], `target_${TargetProblem["code"]}`>;
} = {
  platform: true,
  backupSet: true,
  catalogueItem: true,
  checkEvidence: true,
  previewEvidence: true,
  runResults: true,
  directorySync: true,
  assessment: true,
  operation: true,
  evidenceSnapshot: true,
  problem: true,
  runChange: true,
  executeRequest: true,
  identityDecision: true,
  checkAcceptance: true,
  restoreScope: true,
  runStatus: true,
  restoreRun: true,
  dependency: true,
  runDocument: true,
  restoreReceipt: true,
  auditMark: true,
  capability: true,
  actor: true,
  operator: true,
  transitionCodes: true,
  targetCodes: true,
};
