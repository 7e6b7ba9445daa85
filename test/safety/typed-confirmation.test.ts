import { describe, expect, test } from "vitest";
import { compareTypedConfirmation } from "../../src/safety/index.js";

describe("BY-11 typed confirmation is exact", () => {
  test("the very label matches", () => {
    expect(compareTypedConfirmation("Contoso Production", "Contoso Production")).toEqual({ state: "matches" });
  });

  test("the first differing character is named, counted from one", () => {
    expect(compareTypedConfirmation("Contoso production", "Contoso Production")).toEqual({
      state: "differs",
      position: 9,
      expected: "P",
      typed: "p",
    });
    expect(compareTypedConfirmation("Contoso", "Contoso Production")).toMatchObject({ position: 8, typed: null });
    expect(compareTypedConfirmation("Contoso Production!", "Contoso Production")).toMatchObject({
      position: 19,
      expected: null,
    });
  });

  test("a look-alike letter does not match", () => {
    expect(compareTypedConfirmation("Cоntoso", "Contoso")).toEqual({
      state: "differs",
      position: 2,
      expected: "o",
      typed: "о",
    });
  });

  test.each(["", " ", "\u00a0\t"])("typing %j is not yet typing", (typed) => {
    expect(compareTypedConfirmation(typed, "Contoso")).toEqual({ state: "empty" });
  });

  test("a character outside the basic plane counts as one", () => {
    expect(compareTypedConfirmation("😀😀x", "😀😀y")).toEqual({
      state: "differs",
      position: 3,
      expected: "y",
      typed: "x",
    });
  });

  test("space around the label is flagged, not forgiven", () => {
    expect(compareTypedConfirmation(" Contoso", "Contoso")).toEqual({ state: "surrounding_space" });
    expect(compareTypedConfirmation("Contoso\u00a0", "Contoso")).toEqual({ state: "surrounding_space" });
  });

  test.each(["", " ", "\u2003"])("an empty label %j can never be confirmed", (label) => {
    expect(compareTypedConfirmation(label, label)).toEqual({ state: "label_missing" });
    expect(compareTypedConfirmation("", label)).toEqual({ state: "label_missing" });
  });

  test.each([
    "\u200b",
    "\u2800",
    "\u3164",
    "---",
    "Contoso\u202eProd",
    "Contoso\u200bProd",
    "A\nB",
    "A\tB",
    "A\u2028B",
    "Contoso\u2800",
  ])("a label %j that cannot be read as it is spelled can never be confirmed", (label) => {
    expect(compareTypedConfirmation(label, label)).toEqual({ state: "label_missing" });
  });

  test.each(["Contoso Production", "コントソ 本番", "Société Générale", "عقد 1", "7"])(
    "a label %j in any script can be confirmed",
    (label) => {
      expect(compareTypedConfirmation(label, label)).toEqual({ state: "matches" });
    },
  );
});
