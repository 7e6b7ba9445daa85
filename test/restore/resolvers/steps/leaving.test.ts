import { describe, expect, test } from "vitest";
import { resolveLeaving, type Unapplied } from "../../../../src/restore/resolvers/steps/index.js";
import { scenarioContext } from "../../../../src/testing/scenarios/index.js";

const blocked = {
  kind: "blocked",
  id: "apply_scope",
  label: "Apply scope",
  reason: "Not now.",
  clearedBy: null,
} as const;
const open = { kind: "callback", id: "apply_scope", label: "Apply scope" } as const;
const undoes = "Applying another scope voids checks.";
const leaving = (unapplied: Unapplied, page: Partial<Parameters<typeof resolveLeaving>[1]> = {}) =>
  resolveLeaving(unapplied, { apply: open, undoes, ...page }, scenarioContext);

describe("BY-14 who leaves with something unapplied is told what is lost by it, and can stay", () => {
  test.each([
    ["backup_set", "The backup set that you chose is not used yet, and the choice is not kept.", "Leave without it"],
    [
      "scope",
      "The scope that you chose is not applied. It is kept in this tab, and is here again when you come back.",
      "Leave and keep the draft",
    ],
    ["decision", "What you are choosing is not used yet, and the choice is not kept.", "Leave without it"],
    ["reason", "The reason that you are writing is not saved, and is not kept.", "Leave without it"],
  ] as const)("of a %s: %s", (unapplied, detail, leave) => {
    expect(leaving(unapplied)).toMatchObject({
      title: "Leave without applying?",
      detail,
      stay: { kind: "callback", id: "stay", label: "Stay on this page" },
      leave: { kind: "callback", id: "leave", label: leave },
    });
  });

  test.each([
    ["backup_set", "Use this backup set and leave"],
    ["scope", "Apply scope and leave"],
  ] as const)("a %s can be applied on the way out, and what that undoes is said first (BY-2)", (unapplied, label) => {
    expect(leaving(unapplied)).toMatchObject({
      apply: { kind: "callback", id: "apply_and_leave", label },
      undoes,
    });
  });

  test("what cannot be applied as it is says why, and undoes nothing (BY-15)", () => {
    expect(leaving("scope", { apply: blocked })).toMatchObject({
      apply: {
        kind: "blocked",
        id: "apply_and_leave",
        label: "Apply scope and leave",
        reason: "Not now.",
        clearedBy: null,
      },
      undoes: null,
    });
    expect(leaving("backup_set", { apply: null })).toMatchObject({ apply: null, undoes: null });
  });

  test.each(["decision", "reason"] as const)("a %s is finished on the page, not on the way out", (unapplied) => {
    expect(leaving(unapplied)).toMatchObject({ apply: null, undoes: null });
  });
});
