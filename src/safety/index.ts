export type { JsonObject, JsonValue } from "./json.js";
export { canonicalJson } from "./canonical.js";
export { basisOf, changesBetween, fingerprintOf, type Basis, type BasisChange, type BasisFields } from "./basis.js";
export { freshnessOf, type EvidenceMarkers, type Freshness, type StaleCause } from "./freshness.js";
export {
  completeFinding,
  evaluateGates,
  findingOnEvidence,
  gateWriter,
  openFinding,
  type Blocker,
  type CodedReason,
  type CompleteFinding,
  type CompleteGateState,
  type CoreReason,
  type Gate,
  type GateDefinition,
  type GateFinding,
  type GateRule,
  type GateWriter,
  type Gates,
  type OpenFinding,
  type OpenGateState,
  type Place,
  type Reason,
} from "./gates.js";
export { executionAvailability, type ExecutionAvailability } from "./execution.js";
export { compareTypedConfirmation, type TypedConfirmation } from "./typed-confirmation.js";
export { claimFinder, findFalseClaims } from "./claims/find.js";
export { claimVerdict, type ClaimVerdict } from "./claims/allowed.js";
export { setApart } from "./claims/external.js";
export { findFalseClaimsInModel, type ExternalNames, type ModelClaim } from "./claims/model.js";
export { spellings } from "./claims/spellings.js";
export { englishGrammar } from "./claims/english.js";
export { germanGrammar } from "./claims/german.js";
export type {
  ClaimGrammar,
  ClaimPolicy,
  ClaimText,
  ExternalText,
  FalseClaim,
  FalseClaimCause,
  ForbiddenClaim,
  LanguageClaims,
  Spelling,
} from "./claims/policy.js";
export { confusedCharacters, labelCautions, type ConfusedCharacter, type LabelCaution } from "./confused-characters.js";
export { scriptOf, type Script } from "./look-alikes.js";
