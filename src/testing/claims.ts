import {
  claimFinder,
  type ClaimPolicy,
  type ClaimText,
  type ExternalNames,
  findFalseClaimsInModel,
} from "../safety/index.js";
import { textsOf } from "./dom-texts.js";

/**
 * The matcher's signature, for the types of your test runner:
 *
 * - Vitest: `declare module "vitest" { interface Matchers<T> extends ClaimMatchers<T> {} }`
 * - Jest, with `expect` or `@jest/globals`: `declare module "expect" { interface Matchers<R> extends ClaimMatchers<R> {} }`
 * - Jest, with `@types/jest`: `declare global { namespace jest { interface Matchers<R> extends ClaimMatchers<R> {} } }`
 */
export interface ClaimMatchers<Result = unknown> {
  /** Passes where a text, an element or a view model makes no claim that the policy forbids (RR-12, SI-10). */
  toMakeNoFalseClaim: (policy: ClaimPolicy, external?: ExternalNames) => Result;
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Matchers for `expect.extend(claimMatchers)`, in Vitest and Jest alike. */
export const claimMatchers = {
  toMakeNoFalseClaim(received: unknown, policy: ClaimPolicy, external?: ExternalNames): MatcherResult {
    const found = claimsOf(received, policy, external);
    return {
      pass: found.length === 0,
      message: () =>
        found.length === 0
          ? `Expected a claim that “${policy.scope}” forbids, and there is none.`
          : `Expected no claim that “${policy.scope}” forbids, and found:\n${found.join("\n")}`,
    };
  },
};

/** Each claim as one line of a report. */
function claimsOf(received: unknown, policy: ClaimPolicy, external?: ExternalNames): readonly string[] {
  const find = claimFinder(policy, external?.names);
  const linesOf = (text: ClaimText) => find(text).map(({ claim, text: said, why }) => `  “${said}” (${claim}, ${why})`);
  if (typeof received === "string") return linesOf(received);
  // Nothing is no text: a test that looked nothing up would pass for ever.
  if (typeof received !== "object" || received === null)
    throw new TypeError(`A claim is made by a text, an element or a view model, and this is ${String(received)}.`);
  if (isNode(received)) return textsOf(received).flatMap(linesOf);
  return findFalseClaimsInModel(received, policy, external).map(
    ({ claim, text, why, path }) => `  ${path}: “${text}” (${claim}, ${why})`,
  );
}

function isNode(value: object): value is Node {
  return "nodeType" in value && "childNodes" in value;
}
