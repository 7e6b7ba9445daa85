import { describe, expect, test } from "vitest";
import { recordedType } from "../../../reference/server/backups/recorded-types.js";
import { itemTypes } from "../../../src/restore/rules/item-types.js";

describe("RW-2 the types of a backup set that an earlier version recorded by their English names", () => {
  test.each([
    ["Settings catalog policy", "settings_catalog"],
    ["Update ring", "update_policy"],
    ["Endpoint security policy", "endpoint_security_intent"],
    ["App protection policy", "app_protection"],
    ["Scope tag", "scope_tag"],
    ["Object of an unknown type", "unknown"],
  ])("“%s” is read as %s, so that it is named in the language of the page", (recorded, id) => {
    expect(recordedType(recorded)).toBe(id);
  });

  test("every type of today is read as itself", () => {
    expect(itemTypes.map(({ id }) => recordedType(id))).toEqual(itemTypes.map(({ id }) => id));
  });

  test.each(["", "settings catalog policy", "A type of tomorrow", "toString", "__proto__"])(
    "“%s” is no name of a type, and stays as it was recorded (RW-23)",
    (recorded) => {
      expect(recordedType(recorded)).toBe(recorded);
    },
  );
});
