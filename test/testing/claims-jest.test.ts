import { expect as jestExpect } from "expect";
import { describe, expect, test } from "vitest";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { claimMatchers, type ClaimMatchers } from "../../src/testing/index.js";

declare module "expect" {
  interface Matchers<R> extends ClaimMatchers<R> {}
}

jestExpect.extend(claimMatchers);

const policy = restoreClaims.completed_with_evidence;

describe("BY-13 toMakeNoFalseClaim in Jest", () => {
  test("passes over what makes no claim, and over a claim with .not", () => {
    jestExpect("Recovery is not verified.").toMakeNoFalseClaim(policy);
    jestExpect({ status: { text: "Healthy" } }).not.toMakeNoFalseClaim(policy);
  });

  test("fails with the claim and its place", () => {
    expect(() => jestExpect({ status: { text: "Healthy" } }).toMakeNoFalseClaim(policy)).toThrow(
      "status.text: “Healthy” (healthy, asserted)",
    );
    expect(() => jestExpect("Restore failed").not.toMakeNoFalseClaim(policy)).toThrow("there is none");
  });

  test("does not type-check without a policy", () => {
    // @ts-expect-error a claim is forbidden by a policy
    expect(() => jestExpect("Restore failed").toMakeNoFalseClaim()).toThrow(TypeError);
  });
});
