import { afterEach, describe, expect, test, vi } from "vitest";
import { inSteps } from "../../../reference/server/in-steps.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("RW-13 long work of the server", () => {
  test("lets others in between its steps, and is given back whole and in order", async () => {
    let clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => clock);
    const happened: string[] = [];
    setImmediate(() => happened.push("somebody else"));
    const doubled = await inSteps([1, 2, 3], (one) => {
      clock += 1_000;
      happened.push(`item ${one}`);
      return one * 2;
    });
    expect(doubled).toEqual([2, 4, 6]);
    expect(happened).toEqual(["item 1", "somebody else", "item 2", "item 3"]);
  });

  test("that is short is done at once", async () => {
    vi.spyOn(performance, "now").mockReturnValue(0);
    let others = false;
    setImmediate(() => (others = true));
    expect(await inSteps(new Set(["a", "b"]), (one) => one)).toEqual(["a", "b"]);
    expect(others).toBe(false);
  });
});
