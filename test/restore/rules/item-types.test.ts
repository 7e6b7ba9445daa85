import { describe, expect, test } from "vitest";
import { itemTypeOf, itemTypes, phasesOf } from "../../../src/restore/rules/item-types.js";

describe("BY-3 a part that a type lacks is neither captured nor missing", () => {
  test("a policy has settings, assignments and scope tags", () => {
    expect(phasesOf("settings_catalog")).toEqual(["settings", "assignments", "scope_tags"]);
  });

  test("nobody is assigned to a filter, a template, a scope tag or a conditional access policy", () => {
    for (const id of ["assignment_filter", "notification_template", "scope_tag", "conditional_access"]) {
      expect(phasesOf(id), id).not.toContain("assignments");
    }
  });

  test("every type has settings, and a type that is not known is never written", () => {
    for (const { id } of itemTypes) expect(phasesOf(id), id).toContain("settings");
    expect(itemTypeOf("verified_policy")).toMatchObject({ id: "unknown", capability: "preview_only" });
    expect(phasesOf("verified_policy")).toEqual(["settings"]);
  });
});
