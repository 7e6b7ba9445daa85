import { describe, expect, test } from "vitest";
import type { IdentityMatch } from "../../../src/restore/rules/identity.js";
import { identityFinding, presenceFindings } from "../../../src/restore/rules/checks-identity.js";
import { backupItem, policyOf } from "./support.js";

const item = backupItem();
const policy = policyOf(item);
const renamed = policyOf(item, { name: "Firewall v2" });
const tag = backupItem({ type: "scope_tag", name: "Berlin", sourceId: "7" });
const many = Array.from({ length: 7 }, (_, index) => policyOf(item, { name: `FIREWALL${" ".repeat(index)}` }));
const ambiguous = (
  cause: Extract<IdentityMatch, { kind: "ambiguous" }>["cause"],
  candidates: readonly (typeof policy)[] = [],
): IdentityMatch => ({ kind: "ambiguous", cause, candidates });

describe("BY-4 each identity is said in one finding, and only what is certain is called so", () => {
  test.each<readonly [string, IdentityMatch, string, object]>([
    ["found by its id", { kind: "by_id", policy }, "safe", { code: "matched_by_id" }],
    [
      "found by its id under another name",
      { kind: "by_id", policy: renamed },
      "warning",
      { code: "renamed", inTarget: "Firewall v2", inBackup: "Firewall" },
    ],
    ["found by its name", { kind: "by_name", policy }, "safe", { code: "matched_by_name" }],
    [
      "what a person chose",
      { kind: "by_decision", policy: renamed },
      "warning",
      { code: "matched_by_decision", policy: "Firewall v2" },
    ],
    ["missing", { kind: "missing" }, "safe", { code: "nothing_alike" }],
    ["what a person creates", { kind: "create_by_decision" }, "warning", { code: "created_by_decision" }],
    [
      "a decision that does not hold",
      { kind: "broken", cause: "policy_gone" },
      "blocking",
      { code: "decision_broken", cause: "policy_gone" },
    ],
    [
      "an id of another type",
      { kind: "conflict", policy: policyOf(item, { type: "compliance_policy", name: "Other" }) },
      "blocking",
      { code: "id_of_other_type", policy: "Other" },
    ],
    [
      "homonyms",
      ambiguous("homonyms", [policy, policy, renamed]),
      "blocking",
      { code: "homonyms", policy: "Firewall", count: 3 },
    ],
    [
      "similar names",
      ambiguous("similar_names", many),
      "blocking",
      { code: "similar_names", policies: many.slice(0, 5).map(({ name }) => name), count: 7 },
    ],
    [
      "a renamed policy beside one of its old name",
      ambiguous("renamed_beside_namesake", [renamed, policy]),
      "blocking",
      { code: "renamed_beside_namesake", inTarget: "Firewall v2", inBackup: "Firewall" },
    ],
    [
      "a policy that two items mean",
      ambiguous("policy_claimed_twice", [policy]),
      "blocking",
      { code: "policy_claimed_twice", policy: "Firewall" },
    ],
    ["captured twice", ambiguous("captured_more_than_once", [policy]), "blocking", { code: "captured_more_than_once" }],
    ["a name for two", ambiguous("name_needed_twice"), "blocking", { code: "name_needed_twice" }],
    ["no name", ambiguous("no_name"), "blocking", { code: "no_name" }],
  ])("%s", (_, match, severity, reason) => {
    expect(identityFinding(item, match, null)).toEqual([{ check: "identity", severity, reason }]);
  });

  test("what has the id of a scope tag, or the name of an item without an id, and is of another kind is called so", () => {
    const codeOf = (one: typeof item, other: typeof policy) =>
      identityFinding(one, { kind: "conflict", policy: other }, null).map(({ reason }) => reason.code);
    expect(codeOf(tag, policyOf(tag, { type: "compliance_policy" }))).toEqual(["id_of_other_type"]);
    expect(codeOf({ ...item, sourceId: null }, policyOf(item))).toEqual(["name_of_other_kind"]);
  });

  test("a scope tag whose number or name belongs to another one", () => {
    const found = (id: string) =>
      identityFinding(tag, { kind: "conflict", policy: policyOf(tag, { id, name: "Paris" }) }, null)[0]?.reason;
    expect(found("7")).toEqual({ code: "id_of_other_scope_tag", policy: "Paris" });
    expect(found("0")).toEqual({ code: "name_of_built_in_scope_tag", policy: "Paris" });
  });

  test("a policy whose id or name belongs to one of another kind", () => {
    const found = (id: string) =>
      identityFinding(item, { kind: "conflict", policy: policyOf(item, { id, name: "Corp" }) }, null)[0];
    const { severity, reason } = found("other") ?? {};
    expect([severity, reason]).toEqual(["blocking", { code: "name_of_other_kind", policy: "Corp" }]);
    expect(found((item.sourceId ?? "").toUpperCase())?.reason).toEqual({ code: "id_of_other_type", policy: "Corp" });
  });

  test("where not all could be listed, a name is no longer certain, and nothing is said to be unlike everything", () => {
    expect(identityFinding(item, { kind: "by_name", policy }, "throttled")).toEqual([
      { check: "identity", severity: "not_evaluated", reason: { code: "namesakes_not_listed", cause: "throttled" } },
    ]);
    expect(identityFinding(item, { kind: "missing" }, "throttled")).toEqual([]);
    expect(identityFinding(item, { kind: "by_id", policy }, "throttled")[0]?.severity).toBe("safe");
  });

  test("whether the target has what nobody has identified is not said", () => {
    for (const match of [ambiguous("homonyms", [policy]), { kind: "broken", cause: "policy_gone" } as const]) {
      expect(presenceFindings(match, "update_only", null)).toEqual([]);
      expect(presenceFindings(match, "update_only", "throttled")).toEqual([]);
    }
  });
});
