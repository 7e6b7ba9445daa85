import {
  contractVersion,
  type AvailableAction,
  type ProofAsideViewModel,
  type ProofFactModel,
} from "../../view-models/index.js";
import type { BackupSetSummary } from "../run/backup-set.js";
import type { RestoreFacts } from "../run/facts.js";
import type { RestoreContext } from "./context.js";
import { places } from "./reasons.js";
import { momentOf } from "../run/moment.js";
import { instantOf } from "./moments.js";
import type { EvidenceGap, OperationGap, ProofState } from "./result-proof.js";
import { evidenceProof, operationProof } from "./result-state.js";

/** Answers: which facts of this run can be shown, and which proof does not exist? (PF-7, RR-8) */
export function resolveProof(
  facts: RestoreFacts,
  diagnosticsSummary: string,
  context: RestoreContext,
): ProofAsideViewModel {
  return {
    contract: contractVersion,
    id: "restore-proof",
    title: "Restore Proof",
    facts: [
      sourceBackup(facts, context),
      targetEnvironment(facts, context),
      {
        id: "requested_by",
        label: "Requested by",
        state: "recorded",
        text: facts.run.requestedBy.name,
        detail: null,
        at: instantOf(facts.run.createdAt, context),
        action: null,
      },
      restoreScope(facts, context),
      operationFact(facts, context),
      evidenceFact(facts, context),
      {
        id: "diagnostics",
        label: "Diagnostics",
        state: "recorded",
        text: diagnosticsSummary,
        detail: null,
        at: null,
        action: { kind: "link", id: "go_to_diagnostics", label: "Go to diagnostics", href: "#diagnostics" },
      },
    ],
  };
}

function sourceBackup({ run, backupSet }: RestoreFacts, context: RestoreContext): ProofFactModel {
  const fact = { id: "source_backup", label: "Source backup", action: null };
  if (run.backupSetId === null) {
    return { ...fact, state: "unknown", text: "Not selected", detail: "No backup set is selected." };
  }
  if (backupSet === null) {
    return { ...fact, state: "unknown", text: "Not readable", detail: "The selected backup set cannot be read." };
  }
  return {
    ...fact,
    state: "recorded",
    text: backupSet.name,
    detail: sourceDetail(backupSet),
    at: instantOf(backupSet.capturedAt, context),
  };
}

function sourceDetail({ tenantName, tenantId, capturedAt }: BackupSetSummary): string {
  const tenant = tenantName ?? tenantId;
  const from = tenant === null ? "Tenant not recorded" : `From ${tenant}`;
  return capturedAt === null ? `${from}. Capture time not recorded.` : from;
}

function targetEnvironment({ run }: RestoreFacts, context: RestoreContext): ProofFactModel {
  const fact = { id: "target_environment", label: "Target environment", action: null };
  const { target, targetIdentity } = run;
  if (targetIdentity === null) {
    return { ...fact, state: "unknown", text: target.label, detail: "Its identity has not been read from the target." };
  }
  if (targetIdentity.tenantId !== target.tenantId || targetIdentity.label !== target.label) {
    return {
      ...fact,
      state: "unknown",
      text: target.label,
      detail: `The target now says it is ${targetIdentity.label}.`,
    };
  }
  const at = instantOf(targetIdentity.readAt, context);
  if (at === null) {
    return { ...fact, state: "unknown", text: target.label, detail: "When its identity was read was not recorded." };
  }
  return {
    ...fact,
    state: "available",
    text: target.label,
    detail: `${target.environment === "prod" ? "Prod" : "Test"}. Identity read from the target.`,
    at,
  };
}

function restoreScope({ run, scope }: RestoreFacts, context: RestoreContext): ProofFactModel {
  const fact = { id: "restore_scope", label: "Restore scope", action: null };
  if (run.scope === null) return { ...fact, state: "unknown", text: "Not defined", detail: "Defined in step 2." };
  if (scope === null)
    return { ...fact, state: "unknown", text: "Not readable", detail: "The items in scope cannot be read." };
  const count = scope.inScope === 1 ? "1 item" : `${context.number(scope.inScope)} items`;
  return {
    ...fact,
    state: "recorded",
    text: run.scope.mode === "all" ? `All ${count}` : `${count} selected`,
    detail:
      run.restoreMode === "create_missing"
        ? "Creates what the target does not have"
        : "Updates only what the target has",
    at: null,
  };
}

function operationFact(facts: RestoreFacts, context: RestoreContext): ProofFactModel {
  const fact = { id: "operation_proof", label: "Operation proof" };
  const action: AvailableAction = {
    kind: "link",
    id: "open_operation",
    label: "View operation",
    href: context.href(places.operation),
  };
  const proof = proofFact(fact, operationProof(facts), action, context, operationGaps);
  const ended = momentOf(facts.operation?.finishedAt) !== null;
  return proof.state === "available" && !ended ? { ...proof, detail: "When it ended was not recorded." } : proof;
}

/** Why an operation cannot be shown as proof, in words. */
export const operationGaps: Readonly<Record<OperationGap, string>> = {
  not_executed: "Nothing has been executed.",
  none: "No operation is linked to this run.",
  not_readable: "The linked operation cannot be read.",
  foreign: "The linked operation belongs to another run, workspace or environment.",
  unauthorised: "You may not see this operation.",
  outcome_not_recorded: "How the operation ended was not recorded.",
  result_not_known: "The result of this run is not known, so nothing of it counts as proof.",
};

function evidenceFact(facts: RestoreFacts, context: RestoreContext): ProofFactModel {
  const fact = { id: "post_run_evidence", label: "Post-run evidence" };
  const action: AvailableAction = {
    kind: "link",
    id: "open_evidence",
    label: "Open evidence",
    href: context.href(places.evidence),
  };
  return proofFact(fact, evidenceProof(facts), action, context, evidenceGaps);
}

const evidenceGaps: Readonly<Record<EvidenceGap, string>> = {
  not_executed: "Nothing has been executed.",
  none: "No snapshot exists for this operation.",
  foreign: "The snapshot belongs to another operation, workspace or environment.",
  unauthorised: "You may not see this evidence.",
  not_final: "The execution has not ended.",
  operation_not_proven: "Evidence counts only beside its operation, which cannot be shown.",
  failed: "The target could not be read back.",
  capture_time_not_readable: "When it was captured cannot be read, so it cannot be shown to be the latest.",
  result_not_known: "The result of this run is not known, so nothing of it counts as proof.",
};

function proofFact<Gap extends string>(
  fact: { readonly id: string; readonly label: string },
  proof: ProofState<Gap>,
  action: AvailableAction,
  context: RestoreContext,
  gaps: Readonly<Record<Gap, string>>,
): ProofFactModel {
  switch (proof.state) {
    case "available":
      return { ...fact, state: "available", text: "Available", detail: null, at: context.instant(proof.at), action };
    case "in_progress":
      return {
        ...fact,
        state: "in_progress",
        text: "In progress",
        detail: null,
        at: instantOf(proof.at, context),
        action: null,
      };
    case "unavailable":
      return { ...fact, state: "unavailable", text: "Unavailable", detail: gaps[proof.cause], action: null };
  }
}
