import { describe, expect, test } from "vitest";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { claimMatchers, type ClaimMatchers, resultOf } from "../../src/testing/index.js";

declare module "vitest" {
  interface Matchers<T> extends ClaimMatchers<T> {}
}

expect.extend(claimMatchers);

const policy = restoreClaims.completed_with_evidence;

describe("BY-13 toMakeNoFalseClaim", () => {
  test("reads a text", () => {
    expect("Recovery is not verified.").toMakeNoFalseClaim(policy);
    expect("Recovery verified.").not.toMakeNoFalseClaim(policy);
  });

  test("reads a view model", () => {
    const { decision } = resultOf("completed_with_evidence");
    expect(decision).toMakeNoFalseClaim(policy);
    expect({ ...decision, reason: "The tenant is healthy." }).not.toMakeNoFalseClaim(policy);
  });

  test("says where the claim is made, and which", () => {
    const { pass, message } = claimMatchers.toMakeNoFalseClaim({ status: { text: "Healthy" } }, policy);
    expect(pass).toBe(false);
    expect(message()).toBe(
      "Expected no claim that “restore: completed_with_evidence” forbids, and found:\n  status.text: “Healthy” (healthy, asserted)",
    );
  });

  test("says so where a claim was expected and none is made", () => {
    const { pass, message } = claimMatchers.toMakeNoFalseClaim("Restore failed", policy);
    expect(pass).toBe(true);
    expect(message()).toBe("Expected a claim that “restore: completed_with_evidence” forbids, and there is none.");
  });

  test.each([undefined, null, 7])("does not pass over %s, which is nothing to read", (nothing) => {
    expect(() => claimMatchers.toMakeNoFalseClaim(nothing, policy)).toThrow("A claim is made by a text");
  });

  test("exempts the names it is given", () => {
    const model = { rows: [{ name: "Compliant devices" }], text: "“Compliant devices” differs." };
    expect(model).not.toMakeNoFalseClaim(policy);
    expect(model).toMakeNoFalseClaim(policy, { names: ["Compliant devices"], fields: ["name"] });
  });
});
