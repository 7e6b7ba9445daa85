import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type AllowedClaim,
  allowedClaims,
  restoreClaims,
  type RestoreClaimState,
} from "../../src/restore/claims/index.js";
import { findFalseClaims } from "../../src/safety/index.js";

const states = Object.keys(restoreClaims) as RestoreClaimState[];
const firesIn = (sentence: string) =>
  states.filter((state) => findFalseClaims(sentence, restoreClaims[state]).length > 0);

describe("RR-12 in every state", () => {
  test.each([
    "Recovery verified",
    "Healthy",
    "Compliant",
    "Customer-safe",
    "Wiederherstellung verifiziert",
    "Gesund",
    "Konform",
    "Kundensicher",
  ])("“%s” is forbidden", (claim) => {
    expect(firesIn(claim)).toEqual(states);
  });

  test("the claims that a state allows are not forbidden in it", () => {
    for (const [state, { en, de }] of Object.entries(allowedClaims))
      for (const claim of [...en, ...de])
        expect(findFalseClaims(claim, restoreClaims[state as keyof typeof allowedClaims]), claim).toEqual([]);
  });

  test("a policy is data: it survives JSON", () => {
    for (const state of states) expect(JSON.parse(JSON.stringify(restoreClaims[state]))).toEqual(restoreClaims[state]);
  });
});

describe("SI-10 calm words", () => {
  test.each(["Safe", "Ready", "All clear", "No risk", "Good to go", "Sicher", "Bereit", "Kein Risiko", "🟢"])(
    "“%s” is said only once every gate before execution is complete",
    (claim) => {
      expect(firesIn(claim)).toEqual(states.filter((state) => state !== "preparation_complete"));
    },
  );

  test.each(["Not safe", "Not ready", "Nicht sicher", "Nicht bereit"])("“%s” calms nobody", (claim) => {
    expect(firesIn(claim)).toEqual([]);
  });
});

describe("PF-15 before execution", () => {
  test.each([
    "Restore completed",
    "Execution proof available",
    "Operation proof exists",
    "Post-run evidence available",
    "Results are final",
  ])("“%s” is forbidden", (claim) => {
    expect(firesIn(claim)).toEqual(expect.arrayContaining(["preparation", "preparation_complete", "not_executed"]));
  });
});

describe("RR-2, RR-3, RR-6 and RR-7", () => {
  test.each([
    ["in_progress", "Preview evidence exists"],
    ["in_progress", "Follow-up required"],
    ["completed_proof_incomplete", "Evidence snapshot available"],
    ["failed", "Execution proof available"],
    ["failed", "Skipped items exist"],
    ["failed", "Restore completed"],
    ["blocked_or_cancelled", "Execution completed"],
    ["not_known", "Execution proof available"],
  ] as const)("%s may not say “%s”", (state, claim) => {
    expect(findFalseClaims(claim, restoreClaims[state])).not.toEqual([]);
  });
});

test("a claim that its state does not allow does not compile", () => {
  expectTypeOf<AllowedClaim<"in_progress">>().toEqualTypeOf<"Execution in progress">();
  expectTypeOf<AllowedClaim<"needs_review">>().toEqualTypeOf<"Follow-up required" | "Skipped items exist">();
  expectTypeOf<AllowedClaim<"failed", "de">>().toEqualTypeOf<"Ausführung fehlgeschlagen">();
  expectTypeOf<AllowedClaim<"blocked_or_cancelled">>().toBeNever();
  // @ts-expect-error: another state's claim
  const claim: AllowedClaim<"failed"> = "Execution in progress";
  expect(claim).toBe("Execution in progress");
});
