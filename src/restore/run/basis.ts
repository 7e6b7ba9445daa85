import { type Basis, basisOf, type EvidenceMarkers, type Freshness, freshnessOf } from "../../safety/index.js";
import type { BackupSetSummary } from "./backup-set.js";
import type { IdentityDecision } from "./decisions.js";
import type { ChecksBasisFields, RestoreBasis, RestoreBasisFields } from "./evidence.js";
import type { RestoreFacts } from "./facts.js";
import type { RestoreRun } from "./run.js";
import type { RestoreScope } from "./scope.js";

/** Version of the rules that checks and preview were computed with; raise it whenever they could answer differently (SI-1). */
export const rulesVersion = "7";

/** The run, and the facts that a basis covers and the run does not hold. */
export type BasisInputs = Pick<RestoreFacts, "run" | "backupSet" | "directoryVersion">;

/**
 * Every input that checks depend on, from present facts (SI-1). Accepting a finding is not one of them: it would void the
 * very checks that it accepts a finding of.
 */
export function checksBasisFields({ run, backupSet, directoryVersion }: BasisInputs): ChecksBasisFields {
  const mappings = mapped(run.mappings, ({ decision, targetId }) => (decision === "map" ? `map:${targetId}` : "skip"));
  return {
    ...source(run, backupSet),
    scopeMode: run.scope?.mode ?? null,
    requestedItems: requestedItems(run.scope),
    restoreMode: run.restoreMode,
    mappings,
    identityDecisions: mapped(run.identityDecisions, identityDecisionKey),
    target: {
      label: run.targetIdentity?.label ?? null,
      tenantId: run.targetIdentity?.tenantId ?? run.target.tenantId,
    },
    directoryVersion: Object.keys(mappings).length > 0 ? directoryVersion : null,
    rulesVersion,
  };
}

/** A decision about identity as a basis spells it: no policy's id spells the decision to create. */
export function identityDecisionKey({ decision, targetId }: IdentityDecision): string {
  return decision === "match" ? `match:${targetId}` : "create";
}

/** Every input that the preview and what is confirmed depend on: those of the checks, and what was accepted of them (SI-1). */
export function restoreBasisFields(inputs: BasisInputs): RestoreBasisFields {
  const accepted = inputs.run.acceptances.map(({ finding, check, itemId }) => [finding, `${check}/${itemId}`] as const);
  return { ...checksBasisFields(inputs), acceptances: Object.fromEntries(accepted) };
}

/** The present basis of checks, with its fingerprint. */
export function checksBasis(inputs: BasisInputs): Basis<ChecksBasisFields> {
  return basisOf(checksBasisFields(inputs));
}

/** The present basis of preview and execution, with its fingerprint. */
export function restoreBasis(inputs: BasisInputs): RestoreBasis {
  return basisOf(restoreBasisFields(inputs));
}

/** Freshness of checks as they stand against the present basis of checks (SI-2). */
export function checksFreshness(checks: EvidenceMarkers | null, inputs: BasisInputs): Freshness {
  return freshnessAgainst(checks, checksBasisFields(inputs));
}

/** Freshness of a preview as it stands against the present basis of previews (SI-2). */
export function previewFreshness(preview: EvidenceMarkers | null, inputs: BasisInputs): Freshness {
  return freshnessAgainst(preview, restoreBasisFields(inputs));
}

/** Freshness of the recorded checks and preview (SI-2). */
export function evidenceFreshness(inputs: BasisInputs): { readonly checks: Freshness; readonly preview: Freshness } {
  return {
    checks: checksFreshness(inputs.run.checks, inputs),
    preview: previewFreshness(inputs.run.preview, inputs),
  };
}

/** A record from before a field was covered does not tell that field's value, so no change of it can be named: it is stale. */
function freshnessAgainst(evidence: EvidenceMarkers | null, present: ChecksBasisFields): Freshness {
  const recorded = evidence?.basis?.fields ?? present;
  const told = Object.keys(present).every((field) => Object.hasOwn(recorded, field));
  return freshnessOf(told || evidence === null ? evidence : { ...evidence, basis: null }, present);
}

// A summary of another set than the chosen one says nothing about the chosen one.
function source(
  run: RestoreRun,
  backupSet: BackupSetSummary | null,
): Pick<ChecksBasisFields, "backupSet" | "backupContent"> {
  if (backupSet === null || backupSet.id !== run.backupSetId) return { backupSet: null, backupContent: null };
  return { backupSet: { id: backupSet.id, name: backupSet.name }, backupContent: backupSet.contentHash };
}

/** Sorted, because a selection is the same in whatever order it was made. A scope that was not defined holds nothing. */
function requestedItems(scope: RestoreScope | null): readonly string[] | null {
  if (scope === null) return [];
  return scope.mode === "all" ? null : [...new Set(scope.itemIds)].sort();
}

function mapped<Value>(
  record: Readonly<Record<string, Value>>,
  text: (value: Value) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, text(value)] as const));
}
