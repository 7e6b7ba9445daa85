import type { IdentityCandidate } from "../run/evidence.js";
import type { BackupItem } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import type { CheckInputs } from "./checks.js";
import { indexOf, matchAll, matchedPolicy, matchOne } from "./identity.js";
import { writability } from "./writability.js";

/** Candidates that are listed of one item. */
const listed = 50;

/**
 * Answers: which policies of the target could each item be of which a person has to decide it, or did (BY-4)? Policies of
 * its own type under its id, or under a name like its own; empty where there is none, and nothing is put first.
 */
export function identityCandidates({
  items,
  policies,
  catalogue,
  identityDecisions,
}: CheckInputs): Readonly<Record<string, readonly IdentityCandidate[]>> {
  const matches = matchAll(items, policies, catalogue ?? items, identityDecisions);
  const index = indexOf(policies);
  const asked = items.filter((item) => {
    const kind = matches.get(item.id)?.kind;
    return writability(item) === "writable" && kind !== undefined && !certain.includes(kind);
  });
  return Object.fromEntries(asked.map((item) => [item.id, candidatesOf(item, matchOne(item, index))]));
}

// Everything else waits for a person, or was decided by one.
const certain: readonly string[] = ["by_id", "by_name", "missing"];

function candidatesOf(item: BackupItem, own: ReturnType<typeof matchOne>): readonly IdentityCandidate[] {
  const policy = own.kind === "conflict" ? null : matchedPolicy(own);
  const found: readonly TargetPolicy[] = own.kind === "ambiguous" ? own.candidates : policy === null ? [] : [policy];
  return found
    .filter(({ type }) => type === item.type)
    .slice(0, listed)
    .map(({ id, name, modifiedAt }) => ({ id, name, modifiedAt }));
}
