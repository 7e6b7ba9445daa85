import { presentProof, type ProofFact } from "../../flow/index.js";
import { type Place, setApart } from "../../safety/index.js";
import type { AvailableAction, ProofAsideViewModel } from "../../view-models/index.js";
import type { RestoreFacts } from "../run/facts.js";
import { isSameTarget } from "../run/target.js";
import { momentOf, recordedMoment } from "../../safety/moment.js";
import type { RestoreContext } from "./context.js";
import { places } from "./reasons.js";
import { linkedOperation, type ProofState } from "./result-proof.js";
import { evidenceProof, operationProof } from "./result-state.js";

/** Answers: which facts of this run can be shown, and which proof does not exist? (PF-7, RR-8) */
export function resolveProof(
  facts: RestoreFacts,
  diagnosticsSummary: string,
  context: RestoreContext,
): ProofAsideViewModel {
  const words = context.words.proof;
  return presentProof(
    "restore-proof",
    words.title,
    [
      sourceBackup(facts, context),
      targetEnvironment(facts, context),
      {
        id: "requested_by",
        label: words.label.requested_by,
        state: "recorded",
        text: setApart(facts.run.requestedBy.name),
        detail: null,
        at: recordedMoment(facts.run.createdAt),
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
    context.words.flow,
    context,
  );
}

function sourceBackup({ run, backupSet }: RestoreFacts, context: RestoreContext): ProofFact {
  const { label, source } = context.words.proof;
  const fact = { id: "source_backup", label: label.source_backup };
  if (run.backupSetId === null)
    return { ...fact, state: "unknown", text: source.notSelected, detail: source.notSelectedDetail };
  if (backupSet === null)
    return { ...fact, state: "unknown", text: source.notReadable, detail: source.notReadableDetail };
  const { name, tenantName, tenantId, capturedAt } = backupSet;
  const tenant = tenantName ?? tenantId;
  const from = tenant === null ? source.tenantNotRecorded : source.from(tenant);
  const at = recordedMoment(capturedAt);
  return {
    ...fact,
    state: "recorded",
    text: setApart(name),
    detail: at === null ? source.captureNotRecorded(from) : from,
    at,
  };
}

function targetEnvironment({ run }: RestoreFacts, context: RestoreContext): ProofFact {
  const words = context.words.proof;
  const { target, targetIdentity } = run;
  const fact = { id: "target_environment", label: words.label.target_environment, text: setApart(target.label) };
  if (targetIdentity === null) return { ...fact, state: "unknown", detail: words.target.notRead };
  if (!isSameTarget(targetIdentity, target))
    return { ...fact, state: "unknown", detail: words.target.another(targetIdentity.label) };
  const at = recordedMoment(targetIdentity.readAt);
  if (at === null) return { ...fact, state: "unknown", detail: words.target.timeNotRecorded };
  return { ...fact, state: "available", detail: words.target.read[target.environment], at, action: null };
}

function restoreScope({ run, scope }: RestoreFacts, context: RestoreContext): ProofFact {
  const { label, scope: words } = context.words.proof;
  const fact = { id: "restore_scope", label: label.restore_scope };
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

function operationFact(facts: RestoreFacts, context: RestoreContext): ProofFact {
  const words = context.words.proof;
  const fact = { id: "operation_proof", label: words.label.operation_proof };
  const action = link("open_operation", words.viewOperation, places.operation, context);
  const ended = momentOf(facts.operation?.finishedAt) !== null;
  const detail = ended ? null : words.operationEndNotRecorded;
  const proof = operationProof(facts);
  // What only waits its turn never looks as if it ran.
  if (proof.state === "in_progress" && isQueued(facts)) {
    const at = recordedMoment(facts.run.execution?.queuedAt);
    return { ...fact, state: "pending", detail: context.words.results.told.queued.reason, at };
  }
  return proofFact(fact, proof, { detail, action }, words.operationGap);
}

/** Whether the execution waits its turn: by its operation, or by the run where none is linked. */
function isQueued(facts: RestoreFacts): boolean {
  const { status } = linkedOperation(facts) ?? facts.run.execution ?? {};
  return status === "queued";
}

function evidenceFact(facts: RestoreFacts, context: RestoreContext): ProofFact {
  const words = context.words.proof;
  const fact = { id: "post_run_evidence", label: words.label.post_run_evidence };
  const action = link("open_evidence", words.openEvidence, places.evidence, context);
  return proofFact(fact, evidenceProof(facts), { detail: null, action }, words.evidenceGap);
}

function proofFact<Gap extends string>(
  fact: Pick<ProofFact, "id" | "label">,
  proof: ProofState<Gap>,
  available: { readonly detail: string | null; readonly action: AvailableAction },
  gaps: Readonly<Record<Gap, string>>,
): ProofFact {
  switch (proof.state) {
    case "available":
      return { ...fact, state: "available", at: proof.at, ...available };
    case "in_progress":
      return { ...fact, state: "in_progress", at: recordedMoment(proof.at) };
    case "unavailable":
      return { ...fact, state: "unavailable", detail: gaps[proof.cause] };
  }
}

function link(id: string, label: string, place: Place, { href }: RestoreContext): AvailableAction {
  return { kind: "link", id, label, href: href(place) };
}
