import type { CheckFinding, IdentityCandidate } from "../run/evidence.js";
import type { BackupItem } from "../run/items.js";
import type { CheckInputs } from "./checks.js";
import { indexOf, matchedPolicy, matchOne, type PolicyIndex } from "./identity.js";

/** Candidates that are listed of one item. */
const listed = 50;

/**
 * Answers: which policies of the target could each item be of which a person has to decide it, or did (BY-4)? `findings` are
 * what the checks found of the same inputs. Policies of its own type under its id, or under a name like its own; empty where
 * there is none, and nothing is put first.
 */
export function identityCandidates(
  { items, policies, identityDecisions = {} }: Pick<CheckInputs, "items" | "policies" | "identityDecisions">,
  findings: readonly CheckFinding[],
): Readonly<Record<string, readonly IdentityCandidate[]>> {
  const open = findings.filter(({ check, severity }) => check === "identity" && severity === "blocking");
  const asked = new Set([...open.map(({ itemId }) => itemId), ...Object.keys(identityDecisions)]);
  if (asked.size === 0) return {};
  const index = indexOf(policies);
  return Object.fromEntries(
    items.filter(({ id }) => asked.has(id)).map((item) => [item.id, candidatesOf(item, index)]),
  );
}

function candidatesOf(item: BackupItem, index: PolicyIndex): readonly IdentityCandidate[] {
  const own = matchOne(item, index);
  const policy = matchedPolicy(own);
  const found = own.kind === "ambiguous" ? own.candidates : policy === null ? [] : [policy];
  return found
    .filter(({ type }) => type === item.type)
    .slice(0, listed)
    .map(({ id, name, modifiedAt }) => ({ id, name, modifiedAt }));
}
