import { describe, expect, test } from "vitest";
import { resolveQuality } from "../../../src/restore/resolvers/quality.js";
import type { BackupSetSummary } from "../../../src/restore/run/backup-set.js";
import { parseViewModel } from "../../../src/view-models/schemas/index.js";
import { scenarioContext, sourceSelected } from "../../../src/testing/scenarios/index.js";

const counted = { itemCount: 1_200, usableItems: 1_100, degradedItems: 7, metadataOnlyItems: 5, assignmentIssues: 0 };
const set = (quality: Partial<BackupSetSummary["quality"]> | null): BackupSetSummary => {
  const { backupSet } = sourceSelected;
  if (backupSet === null) throw new Error("The scenario has no backup set.");
  const whole = { ...backupSet.quality, ...counted, orphanedAssignments: 3 };
  return { ...backupSet, quality: (quality === null ? undefined : { ...whole, ...quality }) as never };
};
const rowsOf = (backupSet: BackupSetSummary | null) => {
  const model = resolveQuality(backupSet, scenarioContext);
  expect(parseViewModel("BackupQualitySummaryViewModel", model)).toMatchObject({ ok: true });
  return model.rows.map(({ id, measure, note, emphasis }) => ({ id, said: measure.text, measure, note, emphasis }));
};

describe("PF-6 the quality of a backup set", () => {
  test("has its five counts in order, each by its name, and says what it does not prove", () => {
    const model = resolveQuality(set({}), scenarioContext);
    expect([model.id, model.title]).toEqual(["backup-quality", "Backup quality summary"]);
    expect(model.disclaimer).toMatch(/neither that execution is safe nor that recovery is verified/);
    expect(model.rows.map(({ label, measure }) => [label, measure.text])).toEqual([
      ["Items", "1,200"],
      ["Degraded items", "7"],
      ["Metadata-only items", "5"],
      ["Assignment issues", "0"],
      ["Orphaned assignments", "3"],
    ]);
  });

  test("asks for a look at what is wrong and at nothing else: not at how many items there are, and not at a zero", () => {
    expect(rowsOf(set({})).map(({ id, emphasis }) => [id, emphasis])).toEqual([
      ["item_count", "plain"],
      ["degraded_items", "attention"],
      ["metadata_only_items", "attention"],
      ["assignment_issues", "plain"],
      ["orphaned_assignments", "attention"],
    ]);
  });

  test("says beside the items how many are usable, or that nobody recorded it", () => {
    expect(rowsOf(set({}))[0]?.note).toBe("1,100 usable");
    expect(rowsOf(set({ usableItems: 0 }))[0]?.note).toBe("0 usable");
    expect(rowsOf(set({ usableItems: null }))[0]?.note).toBe("Usable items not recorded");
  });
});

describe("BY-3 a count that was not recorded", () => {
  test("is words, each count alone, with the reason that the set does not record it", () => {
    for (const field of [
      "itemCount",
      "degradedItems",
      "metadataOnlyItems",
      "assignmentIssues",
      "orphanedAssignments",
    ]) {
      const missing = rowsOf(set({ [field]: null })).filter(({ measure }) => measure.state === "unavailable");
      expect(missing.map(({ said, measure, emphasis }) => [said, measure.reason, emphasis])).toEqual([
        ["Not recorded", "This backup set does not record it.", "plain"],
      ]);
    }
  });

  test("is the same where the whole record of quality is absent, as in an older set", () => {
    for (const { measure } of rowsOf(set(null))) expect(measure.reason).toBe("This backup set does not record it.");
  });

  test("is for another reason where no set was chosen", () => {
    const rows = rowsOf(null);
    expect(rows).toHaveLength(5);
    for (const { measure } of rows) expect(measure.reason).toBe("No backup set is selected.");
  });
});
