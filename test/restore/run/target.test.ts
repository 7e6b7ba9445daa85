import { describe, expect, test } from "vitest";
import { type DirectorySync, isOpenSync } from "../../../src/restore/run/target.js";

const sync = (state: DirectorySync["state"]): DirectorySync => ({
  id: "S-1",
  state,
  requestedAt: "2026-03-02T09:00:00Z",
  requestedBy: { id: "U-1", name: "Mara Lindqvist" },
  finishedAt: null,
  changed: null,
  problem: null,
});

describe("PF-12 a reading of the directory that somebody asked for", () => {
  test.each(["queued", "reading"] as const)("has not ended while it is %s", (state) => {
    expect(isOpenSync(sync(state))).toBe(true);
  });

  test.each(["succeeded", "failed"] as const)("has ended once it has %s", (state) => {
    expect(isOpenSync(sync(state))).toBe(false);
  });

  test.each([null, undefined])("is none where nobody asked: %s", (none) => {
    expect(isOpenSync(none)).toBe(false);
  });
});
