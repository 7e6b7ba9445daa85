import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { readFolder } from "../../../reference/import/read-folder.js";
import type { ImportedExport } from "../../../src/restore/run/items.js";

// Real public exports under another licence: read where they are present, never part of this repository.
const folder = process.env["CHECKRAIL_OIB"] ?? fileURLToPath(new URL("../../../../shared/data/oib", import.meta.url));
const present = existsSync(join(folder, "old")) && existsSync(join(folder, "new"));

const tally = (values: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
const imported = async (version: string): Promise<ImportedExport> =>
  parseExport(await readFolder(join(folder, version)));

/**
 * The newer version has six settings catalog policies more. Each version holds 19 policies twice: 17 for macOS and 2 for
 * Windows 365 were also exported from the portal, into NativeImport. 12 of those copies have the policy's id, 7 only its
 * name and platform; one of the 7 was exported in another state than the policy.
 */
const versions = [
  { version: "old", files: 108, items: 89, settingsCatalog: 72, assignmentsNotCaptured: 63 },
  { version: "new", files: 114, items: 95, settingsCatalog: 78, assignmentsNotCaptured: 68 },
] as const;

describe.skipIf(!present)("OpenIntuneBaseline, real exports (skipped without them: set CHECKRAIL_OIB)", () => {
  it.each(versions)(
    "$version: every file is accounted for, and none is unreadable",
    async ({ version, files, items }) => {
      const report = await imported(version);
      expect(report.files).toHaveLength(files);
      expect(tally(report.files.map(({ outcome }) => outcome))).toEqual({ item: items, duplicate_of_item: 19 });
    },
  );

  it.each(versions)("$version: every object has its type and platform", async ({ version, settingsCatalog }) => {
    const { items } = await imported(version);
    expect(tally(items.map(({ type }) => type))).toEqual({
      settings_catalog: settingsCatalog,
      compliance_policy: 8,
      device_configuration: 1,
      update_policy: 3,
      driver_update_profile: 3,
      app_protection: 2,
    });
    expect(items.filter(({ platform }) => platform === null)).toEqual([]);
    expect(items.filter(({ modifiedAt }) => modifiedAt === null)).toEqual([]);
  });

  it.each(versions)(
    "$version: second copies say how they were recognised, and where they differ",
    async ({ version }) => {
      const { files } = await imported(version);
      const copies = files.filter(({ outcome }) => outcome === "duplicate_of_item");
      expect(copies.every(({ path }) => path.includes("/NativeImport/"))).toBe(true);
      expect(copies.filter(({ reason }) => reason?.includes("with the same id"))).toHaveLength(12);
      expect(copies.filter(({ reason }) => reason?.includes("with the same name and platform"))).toHaveLength(7);
      expect(copies.filter(({ reason }) => reason?.includes("It differs"))).toHaveLength(1);
    },
  );

  it.each(versions)(
    "$version: everything is captured in full, except assignments that are not there",
    async ({ version, items, assignmentsNotCaptured }) => {
      const report = await imported(version);
      expect(tally(report.items.map(({ capture }) => capture))).toEqual({ full: items });
      expect(tally(report.items.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual({
        assignments_not_captured: assignmentsNotCaptured,
      });
      expect(report.items.filter(({ assignments }) => assignments === null)).toHaveLength(assignmentsNotCaptured);
      expect(report.items.filter(({ assignments }) => assignments?.length === 0)).toHaveLength(
        items - assignmentsNotCaptured,
      );
      expect(report).toMatchObject({ tenantId: null, tenantName: null, capturedAt: null, groups: [] });
    },
  );
});
