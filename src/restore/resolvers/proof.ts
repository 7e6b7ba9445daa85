import {
  contractVersion,
  type AvailableAction,
  type ProofAsideViewModel,
  type ProofFactModel,
} from "../../view-models/index.js";
import type { RestoreFacts } from "../run/facts.js";
import type { RestoreContext } from "./context.js";
import { places } from "./reasons.js";
import { momentOf } from "../run/moment.js";
import { instantOf } from "./moments.js";
import type { ProofState } from "./result-proof.js";
import { evidenceProof, operationProof } from "./result-state.js";

/** Answers: which facts of this run can be shown, and which proof does not exist? (PF-7, RR-8) */
export function resolveProof(
  facts: RestoreFacts,
  diagnosticsSummary: string,
  context: RestoreContext,
): ProofAsideViewModel {
  const words = context.words.proof;
  return {
    contract: contractVersion,
    id: "restore-proof",
    title: words.title,
    facts: [
      sourceBackup(facts, context),
      targetEnvironment(facts, context),
      {
        id: "requested_by",
        label: words.label.requested_by,
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
        label: words.label.diagnostics,
        state: "recorded",
        text: diagnosticsSummary,
        detail: null,
        at: null,
        action: { kind: "link", id: "go_to_diagnostics", label: words.goToDiagnostics, href: "#diagnostics" },
      },
    ],
  };
}

function sourceBackup({ run, backupSet }: RestoreFacts, context: RestoreContext): ProofFactModel {
  const { label, source } = context.words.proof;
  const fact = { id: "source_backup", label: label.source_backup, action: null };
  if (run.backupSetId === null)
    return { ...fact, state: "unknown", text: source.notSelected, detail: source.notSelectedDetail };
  if (backupSet === null)
    return { ...fact, state: "unknown", text: source.notReadable, detail: source.notReadableDetail };
  const { name, tenantName, tenantId, capturedAt } = backupSet;
  const tenant = tenantName ?? tenantId;
  const from = tenant === null ? source.tenantNotRecorded : source.from(tenant);
  const at = instantOf(capturedAt, context);
  return { ...fact, state: "recorded", text: name, detail: at === null ? source.captureNotRecorded(from) : from, at };
}

function targetEnvironment({ run }: RestoreFacts, context: RestoreContext): ProofFactModel {
  const words = context.words.proof;
  const { target, targetIdentity } = run;
  const fact = { id: "target_environment", label: words.label.target_environment, text: target.label, action: null };
  if (targetIdentity === null) return { ...fact, state: "unknown", detail: words.target.notRead };
  if (targetIdentity.tenantId !== target.tenantId || targetIdentity.label !== target.label)
    return { ...fact, state: "unknown", detail: words.target.another(targetIdentity.label) };
  const at = instantOf(targetIdentity.readAt, context);
  if (at === null) return { ...fact, state: "unknown", detail: words.target.timeNotRecorded };
  return { ...fact, state: "available", detail: words.target.read[target.environment], at };
}

function restoreScope({ run, scope }: RestoreFacts, context: RestoreContext): ProofFactModel {
  const { label, scope: words } = context.words.proof;
  const fact = { id: "restore_scope", label: label.restore_scope, action: null };
  if (run.scope === null) return { ...fact, state: "unknown", text: words.notDefined, detail: words.notDefinedDetail };
  if (scope === null) return { ...fact, state: "unknown", text: words.notReadable, detail: words.notReadableDetail };
  return {
    ...fact,
    state: "recorded",
    text: run.scope.mode === "all" ? words.all(scope.inScope) : words.selected(scope.inScope),
    detail: words.mode[run.restoreMode],
    at: null,
  };
}

function operationFact(facts: RestoreFacts, context: RestoreContext): ProofFactModel {
  const words = context.words.proof;
  const fact = { id: "operation_proof", label: words.label.operation_proof };
  const action: AvailableAction = {
    kind: "link",
    id: "open_operation",
    label: words.viewOperation,
    href: context.href(places.operation),
  };
  const proof = proofFact(fact, operationProof(facts), action, words.operationGap, context);
  const ended = momentOf(facts.operation?.finishedAt) !== null;
  return proof.state === "available" && !ended ? { ...proof, detail: words.operationEndNotRecorded } : proof;
}

function evidenceFact(facts: RestoreFacts, context: RestoreContext): ProofFactModel {
  const words = context.words.proof;
  const fact = { id: "post_run_evidence", label: words.label.post_run_evidence };
  const action: AvailableAction = {
    kind: "link",
    id: "open_evidence",
    label: words.openEvidence,
    href: context.href(places.evidence),
  };
  return proofFact(fact, evidenceProof(facts), action, words.evidenceGap, context);
}

function proofFact<Gap extends string>(
  fact: { readonly id: string; readonly label: string },
  proof: ProofState<Gap>,
  action: AvailableAction,
  gaps: Readonly<Record<Gap, string>>,
  context: RestoreContext,
): ProofFactModel {
  const words = context.words.proof;
  switch (proof.state) {
    case "available":
      return {
        ...fact,
        state: "available",
        text: words.available,
        detail: null,
        at: context.instant(proof.at),
        action,
      };
    case "in_progress":
      return {
        ...fact,
        state: "in_progress",
        text: words.inProgress,
        detail: null,
        at: instantOf(proof.at, context),
        action: null,
      };
    case "unavailable":
      return { ...fact, state: "unavailable", text: words.unavailable, detail: gaps[proof.cause], action: null };
  }
}
