import { type Basis, type BasisChange, type BasisFields, changesBetween, fingerprintOf } from "./basis.js";
import { recordedMoment } from "./moment.js";

/** What every recorded check or preview carries. A marker that was never recorded is null. */
export interface EvidenceMarkers {
  readonly basis: Basis | null;
  /** When the evidence was produced, RFC 3339. */
  readonly capturedAt: string | null;
}

/** Why evidence cannot prove that it is current: its record does not tell, or what it was compared with may have moved since it was read. */
export type StaleCause =
  | "basis_not_recorded"
  | "capture_time_not_recorded"
  | "basis_does_not_match_its_fingerprint"
  | "inputs_overtaken";

/** Whether evidence still describes the present inputs (SI-2). */
export type Freshness =
  | { readonly state: "not_run" }
  | { readonly state: "current"; readonly at: string }
  | {
      readonly state: "invalidated";
      readonly at: string;
      readonly changes: readonly [BasisChange, ...BasisChange[]];
    }
  | { readonly state: "stale"; readonly at: string | null; readonly cause: StaleCause };

/** Answers: does this evidence still describe what would happen? Age never matters; the inputs do (SI-2). */
export function freshnessOf(evidence: EvidenceMarkers | null, present: BasisFields): Freshness {
  if (evidence === null) return { state: "not_run" };
  const at = recordedMoment(evidence.capturedAt);
  if (evidence.basis === null) return { state: "stale", at, cause: "basis_not_recorded" };
  if (at === null) return { state: "stale", at, cause: "capture_time_not_recorded" };
  // A fingerprint that its own fields do not produce proves nothing about either.
  if (fingerprintOf(evidence.basis.fields) !== evidence.basis.fingerprint) {
    return { state: "stale", at, cause: "basis_does_not_match_its_fingerprint" };
  }
  const [first, ...others] = changesBetween(evidence.basis.fields, present);
  if (first === undefined) return { state: "current", at };
  return { state: "invalidated", at, changes: [first, ...others] };
}
