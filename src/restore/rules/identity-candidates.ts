import type { CheckFinding, IdentityCandidate } from "../run/evidence.js";
import type { CheckInputs } from "./checks.js";
import { possibleDecisions } from "./identity.js";

/** Candidates that are listed of one item. */
const listed = 50;

/** What a person can decide of the items of which they have to, or did, by item id. */
export interface IdentityChoices {
  /** Policies that an item could be; empty where there is none, and nothing is put first. */
  readonly candidates: Readonly<Record<string, readonly IdentityCandidate[]>>;
  /** Items that could be created as none of them. */
  readonly creatable: readonly string[];
}

/**
 * Answers: what can a person decide of each item of which they have to decide which policy it is, or did (BY-4)? `findings` are
 * what the checks found of the same inputs. A decision that would not hold is not among it.
 */
export function identityChoices(
  {
    items,
    policies,
    catalogue = items,
    identityDecisions = {},
  }: Pick<CheckInputs, "items" | "policies" | "catalogue" | "identityDecisions">,
  findings: readonly CheckFinding[],
): IdentityChoices {
  const open = findings.filter(({ check, severity }) => check === "identity" && severity === "blocking");
  const asked = new Set([...open.map(({ itemId }) => itemId), ...Object.keys(identityDecisions)]);
  if (asked.size === 0) return { candidates: {}, creatable: [] };
  const possible = possibleDecisions(items, policies, catalogue, identityDecisions);
  const found = items.filter(({ id }) => asked.has(id)).map((item) => ({ item, ...possible(item) }));
  return {
    candidates: Object.fromEntries(
      found.map(({ item, policies: could }) => [
        item.id,
        could.slice(0, listed).map(({ id, name, modifiedAt }) => ({ id, name, modifiedAt })),
      ]),
    ),
    creatable: found.filter(({ create }) => create).map(({ item }) => item.id),
  };
}
