import { basisOf, fingerprintOf } from "../../src/safety/index.js";
import { claimMatchers, type ClaimMatchers } from "../../src/testing/index.js";
import { describe, expect, test } from "vitest";
import { whileUnanswered } from "../../examples/claims/offboarding-claims.js";
import { closeAccounts } from "../../examples/server/close-accounts.js";
import { offboardingFacts, offboardingViews } from "../../examples/workflows/offboard-users-states.js";
import { type OffboardingFacts, rehearsalBasis } from "../../examples/workflows/offboard-users.js";

declare module "vitest" {
  interface Matchers<T> extends ClaimMatchers<T> {}
}

expect.extend(claimMatchers);

describe("RW-16 the sample server", () => {
  const armed = offboardingFacts.offboarding_armed;
  const seen = fingerprintOf(rehearsalBasis(armed));

  async function close(facts: OffboardingFacts, fingerprint: unknown, startOnce = true) {
    const request = new Request("http://localhost/", { method: "POST", body: JSON.stringify({ fingerprint }) });
    const started: string[] = [];
    const response = await closeAccounts("leavers", request, {
      load: async () => facts,
      startOnce: async (id) => {
        started.push(id);
        return startOnce;
      },
    });
    return { status: response.status, body: (await response.json()) as unknown, started };
  }

  test("starts what the gates allow and the operator saw, once", async () => {
    expect(await close(armed, seen)).toEqual({ status: 202, body: { state: "started" }, started: ["leavers"] });
  });

  test("refuses with every reason while a gate is open, whatever the browser says", async () => {
    const { status, body, started } = await close(offboardingFacts.offboarding_void, seen);
    expect({ status, body, started }).toEqual({
      status: 409,
      body: { reasons: ["What was rehearsed is not what would be closed now."] },
      started: [],
    });
  });

  test("refuses a decision about another list, though that list could be closed too", async () => {
    const list = { id: "leavers-2026-12", people: 2, unmatched: [] };
    const other = { ...armed, list };
    const rehearsed = { basis: basisOf(rehearsalBasis(other)), capturedAt: "2026-11-20T16:05:00Z", refused: 0 };
    const { status, started } = await close({ ...other, rehearsal: rehearsed }, seen);
    expect({ status, started }).toEqual({ status: 409, started: [] });
  });

  test("refuses what somebody else started in the meantime", async () => {
    expect((await close(armed, seen, false)).status).toBe(409);
    expect((await close(offboardingFacts.offboarding_running, seen)).started).toEqual([]);
  });
});

describe("BY-13 the sample policy", () => {
  test("lets the screen of unanswered accounts pass, and no sentence that closes them", () => {
    expect(offboardingViews("offboarding_unanswered")).toMakeNoFalseClaim(whileUnanswered);
    expect(() => expect("All 500 accounts are closed.").toMakeNoFalseClaim(whileUnanswered)).toThrow("everyone_is_out");
  });
});
