import { describe, expect, test } from "vitest";
import { previewItemSchema } from "../../../reference/api/evidence.js";
import { previewAsData } from "../../../reference/server/database/recorded-changes.js";
import { inWords } from "../../restore/rules/support.js";

const recorded = (changesNotListed: number) => ({
  itemId: "a",
  name: "Firewall",
  type: "settings_catalog",
  action: "update",
  skipReason: null,
  targetId: "t",
  targetFingerprint: "sha256:1",
  assignmentsCaptured: true,
  changes: [
    {
      phase: "assignments",
      consequence: "widens",
      path: "Assignments › Filter",
      before: "All devices, only with filter Corporate",
      after: "All devices",
    },
    { phase: "settings", consequence: "changes", path: "Firewall › Inbound action", before: null, after: "Block" },
  ] as const,
  changesNotListed,
  noiseHidden: 3,
});

describe("RW-13 a preview that was recorded before changes were data", () => {
  test("reads word by word as it did, and says that nothing is recorded of its certainty", () => {
    const [item] = previewAsData({ items: [recorded(0)] }).items;
    expect(item?.changes.map(inWords)).toEqual([
      ["widens", "Assignments › Filter", "All devices, only with filter Corporate", "All devices"],
      ["changes", "Firewall › Inbound action", null, "Block"],
    ]);
    expect(item?.changes.map(({ certainty }) => certainty.cause)).toEqual(["not_recorded", "not_recorded"]);
    expect(previewItemSchema.parse(item)).toEqual(item);
  });

  test("counts what it did not list at the gravest that it can have been", () => {
    const counted = (changes: ReturnType<typeof recorded>["changes"] | readonly []) =>
      previewAsData({ items: [{ ...recorded(7), changes }] }).items[0]?.changesNotListed;
    expect(counted(recorded(7).changes)).toMatchObject({ widens: 0, changes: 7 });
    expect(counted([])).toMatchObject({ widens: 7, changes: 0 });
  });
});
