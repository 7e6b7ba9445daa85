import { englishGrammar, type ForbiddenClaim, type Spelling, spellings } from "../../safety/index.js";
import type { RestoreClaims } from "./groups.js";

const recovery: readonly Spelling[] = spellings("recovery, recoveries, restoration, disaster recovery");
const restore: readonly Spelling[] = spellings(`
    restore, restores, restored, restoring, restoration, rollback, rolled back
  `);
const verified: readonly Spelling[] = spellings(`
    confirm, guarantee, validate, certify, ensure, demonstrate, certain, sure, beyond doubt, verified, verify, verifies, proven, proved, proves, prove, confirmed, confirms, validated, validates, certified,
    certifies, guaranteed, guarantees, assured, attested, demonstrated, demonstrates, established, ensured, ensures,
    verifiable, ✓
  `);
const done: readonly Spelling[] = spellings(`
    works, went well, 100%, complete, completed, completes, successful, successfully, succeeded, succeeds, success, done, finished,
    achieved, accomplished, full, total, perfect, passed, worked, ok, okay, ✓
  `);
const exists: readonly Spelling[] = spellings(`
    exists, exist, available, complete, completed, established, shown, obtained, given, found, recorded, present,
    ready, captured, in place
  `);
const proof: readonly Spelling[] = ["proof", "proofs", "evidence"];

const claim = (
  id: string,
  kind: ForbiddenClaim["kind"],
  order: ForbiddenClaim["order"],
  gap: number,
  ...words: ForbiddenClaim["words"]
): ForbiddenClaim => ({ id, kind, order, gap, words });

/** What English may not say about a restore, by what would have to be true. */
export const englishClaims: RestoreClaims = {
  grammar: englishGrammar,
  always: [
    claim("recovery_verified", "act", "any", 12, recovery, verified),
    claim("recovery_verified", "act", "any", 4, restore, spellings("verified, proven, certified, guaranteed, ✓")),
    claim("recovery_verified", "quality", "any", 4, recovery, ["verification"], done),
    claim(
      "recovery_verified",
      "act",
      "any",
      3,
      spellings(`
    everything, outcome, outcomes, result, results, end state
  `),
      ["verified", "proven", "guaranteed"],
    ),
    claim("recovery_verified", "quality", "as_written", 1, ["shows", "documents"], recovery),
    claim("recovered", "act", "as_written", 0, ["recovered"]),
    claim("recovered", "quality", "as_written", 3, spellings("tenant, environment, system, service, configuration"), [
      "restored",
      "works again",
      "working again",
    ]),
    claim("recovery_complete", "quality", "any", 6, recovery, done),
    claim("recovery_proof", "quality", "as_written", 4, recovery, proof, exists),
    claim("recovery_proof", "quality", "as_written", 4, proof, recovery, exists),
    claim(
      "recovery_proof",
      "quality",
      "as_written",
      3,
      spellings(`
    is, are, as, constitutes, provides, gives, shows, have, has
  `),
      recovery,
      proof,
    ),
    claim(
      "recovery_proof",
      "quality",
      "as_written",
      3,
      spellings("is, are, as, constitutes, provides, gives, have, has"),
      proof,
      recovery,
    ),
    claim(
      "restored_successfully",
      "quality",
      "any",
      3,
      restore,
      spellings(`
    went well, worked, works, without errors, without error, without issues, successfully, successful, succeeded, succeeds, success, fully, completely, entirely, perfectly, flawlessly
  `),
    ),
    claim("restored_successfully", "quality", "any", 3, ["everything", "all"], ["restored"]),
    claim(
      "healthy",
      "quality",
      "as_written",
      0,
      spellings(`
    healthy, good health, perfect health, full health, back to normal, back to health, up and running, fully
    operational, fully functional
  `),
    ),
    claim(
      "healthy",
      "quality",
      "any",
      4,
      ["health"],
      spellings("good, ok, okay, perfect, restored, green, fine, excellent, 100%, ✓, 🟢"),
    ),
    claim(
      "customer_safe",
      "quality",
      "any",
      2,
      ["customer safety", "client safety"],
      spellings("guaranteed, ensured, given, confirmed, assured, verified, ✓"),
    ),
    claim("healthy", "undeniable", "as_written", 0, ["healthier", "healthiest"]),
    claim(
      "healthy",
      "quality",
      "as_written",
      3,
      ["everything", "all", "all systems"],
      spellings(`
    fine, ok, okay, good, green, in order, works, working, well, operational, ✓, 🟢
  `),
    ),
    claim(
      "compliant",
      "quality",
      "as_written",
      0,
      spellings(`
    compliant, compliantly, in compliance, conformant, complies, conforms
  `),
    ),
    claim(
      "compliant",
      "quality",
      "any",
      2,
      ["compliance", "conformity"],
      spellings(`
    full, 100%, verified, confirmed, achieved, restored, met, proven, established, reached, guaranteed, passed, certified, ✓
  `),
    ),
    claim(
      "compliant",
      "quality",
      "as_written",
      3,
      spellings("meet, meets, fulfil, fulfill, fulfils, fulfills, satisfy, satisfies"),
      spellings("requirements, standards, regulations, baseline"),
    ),
    claim(
      "customer_safe",
      "quality",
      "any",
      2,
      spellings(`
    customer, customers, client, clients, consumers, end users, users
  `),
      spellings("safe, safely, ready, secure, protected"),
    ),
    claim(
      "safe_to_use",
      "quality",
      "as_written",
      1,
      spellings("safe, ready, fit, good, cleared, approved"),
      spellings(`
    to use, for use, for production, to rely on, to hand over, to release, to trust, to go live, to operate, for
    release, for service, for business
  `),
    ),
    claim(
      "safe_to_use",
      "quality",
      "as_written",
      0,
      spellings(`
    production ready, production safe, safe and sound, rest assured, trustworthy, can be trusted, may be trusted,
    can be relied on, may be relied on, can be relied upon, can rely on, may rely on
  `),
    ),
  ],
  calm: [
    claim(
      "calm",
      "quality",
      "as_written",
      0,
      spellings(`
    safe, safely, ready, green, harmless, fine, ok, okay, 🟢, 👍
  `),
    ),
    claim(
      "calm",
      "undeniable",
      "as_written",
      0,
      spellings(`
    risk free, no risk, no risks, without risk, no danger, no worries, no problems, no issues, no concerns, nothing
    to worry, all clear, good to go, nothing can go wrong
  `),
    ),
  ],
  executed: [
    claim(
      "executed",
      "quality",
      "as_written",
      3,
      ["execution", "restore", "changes"],
      spellings("completed, finished, succeeded, executed, applied, done"),
    ),
    claim("executed", "quality", "any", 1, spellings("completed, executed, finished, applied"), ["successfully"]),
  ],
  final: [
    claim("final", "quality", "as_written", 3, spellings("results, result, evidence, outcome, outcomes"), [
      "final",
      "complete",
    ]),
  ],
  allApplied: [
    claim(
      "all_applied",
      "quality",
      "as_written",
      3,
      ["all", "every", "everything"],
      ["applied", "written", "as intended"],
    ),
    claim(
      "all_applied",
      "undeniable",
      "as_written",
      0,
      spellings(`
    no follow up needed, no follow up required, no follow up is needed, no follow up is required, nothing to review,
    no review needed
  `),
    ),
  ],
  executionProof: [claim("execution_proof", "quality", "any", 6, ["execution proof", "proof of execution"], exists)],
  operationProof: [claim("operation_proof", "quality", "any", 4, ["operation proof"], exists)],
  evidence: [
    claim(
      "evidence",
      "quality",
      "any",
      4,
      ["post-run evidence", "evidence snapshot", "evidence of the target"],
      exists,
    ),
  ],
  previewEvidence: [claim("preview_evidence", "quality", "any", 2, ["preview evidence"], exists)],
  partialRecovery: [
    claim(
      "partial_recovery",
      "quality",
      "any",
      4,
      recovery,
      spellings(`
    partial, partly, partially, mostly, largely, nearly, almost, likely, probable, expected, good, possible
  `),
    ),
  ],
  followUp: [
    claim("follow_up", "quality", "as_written", 2, ["follow up"], ["required", "needed", "necessary"]),
    claim("follow_up", "quality", "as_written", 2, ["skipped items"], ["exist"]),
  ],
};
