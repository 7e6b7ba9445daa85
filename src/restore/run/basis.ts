import { type Basis, basisOf, type Freshness, freshnessOf } from "../../safety/index.js";
import type { RestoreBasisFields } from "./evidence.js";
import type { RestoreFacts } from "./facts.js";

/** Version of the rules that checks and preview were computed with; raise it whenever they could answer differently (SI-1). */
export const rulesVersion = "1";

type BasisInputs = Pick<RestoreFacts, "run" | "backupSet" | "scope" | "directoryVersion">;

/** Every input that checks and preview depend on, from present facts (SI-1). */
export function restoreBasisFields({ run, backupSet, scope, directoryVersion }: BasisInputs): RestoreBasisFields {
  const mode = run.scope?.mode ?? "all";
  const mappings = Object.entries(run.mappings).map(
    ([key, decision]) => [key, decision.decision === "map" ? `map:${decision.targetId}` : "skip"] as const,
  );
  const identity = run.targetIdentity;
  return {
    backupSet: backupSet === null ? null : { id: backupSet.id, name: backupSet.name },
    backupContent: backupSet?.contentHash ?? null,
    scopeMode: mode,
    requestedItems: mode === "all" ? null : (scope?.requestedItems ?? []),
    restoreMode: run.restoreMode,
    mappings: Object.fromEntries(mappings),
    target:
      identity === null
        ? { label: null, tenantId: run.target.tenantId }
        : { label: identity.label, tenantId: identity.tenantId },
    directoryVersion: mappings.length > 0 ? directoryVersion : null,
    rulesVersion,
  };
}

/** The present basis, with its fingerprint. */
export function restoreBasis(inputs: BasisInputs): Basis<RestoreBasisFields> {
  return basisOf(restoreBasisFields(inputs));
}

/** Freshness of checks and preview against the present basis (SI-2). */
export function evidenceFreshness(inputs: BasisInputs): { readonly checks: Freshness; readonly preview: Freshness } {
  const present = restoreBasisFields(inputs);
  return {
    checks: freshnessOf(inputs.run.checks, present),
    preview: freshnessOf(inputs.run.preview, present),
  };
}
