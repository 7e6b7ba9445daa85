import { describe, expect, test } from "vitest";
import { remembered } from "../../../src/restore/rules/field-names.js";

describe("BY-7 what the name of a field says", () => {
  const counting = () => {
    const asked: string[] = [];
    const isLong = remembered((field) => {
      asked.push(field);
      return field.length > 1;
    });
    return { asked, isLong };
  };

  test("is found once for each name, be it yes or no", () => {
    const { asked, isLong } = counting();
    expect(["a", "bb", "a", "bb"].map(isLong)).toEqual([false, true, false, true]);
    expect(asked).toEqual(["a", "bb"]);
  });

  test("is forgotten once five thousand names were asked, so that no export fills the memory", () => {
    const { asked, isLong } = counting();
    for (let index = 0; index < 5_000; index += 1) isLong(`name ${index}`);
    isLong("name 0");
    expect(asked).toHaveLength(5_000);
    isLong("another");
    isLong("name 0");
    expect(asked.slice(5_000)).toEqual(["another", "name 0"]);
  });
});
