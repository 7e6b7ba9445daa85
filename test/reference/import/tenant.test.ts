import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { fileAt, id, json, text } from "./files.js";

const entry = (last: number, DisplayName: string, Type = "Group") => ({ Id: id(last), DisplayName, Type });
const table = (objects: unknown, extra: Record<string, unknown> = {}) => ({
  TenantId: id(100),
  Organization: "Contoso",
  Objects: objects,
  ...extra,
});

describe("the tenant an export came from", () => {
  it.each([[{}], [{ SchemaVersion: 2 }]])("is named by the migration table: %j", (extra) => {
    const objects = [
      entry(1, "Pilot"),
      entry(2, "An app", "ServicePrincipal"),
      entry(3, "Strong", "AuthenticationStrength"),
      { Id: null, Type: "Group" },
      "odd",
    ];
    const report = parseExport([json("a/MigrationTable.json", table(objects, extra))]);
    expect(report).toMatchObject({
      tenantId: id(100),
      tenantName: "Contoso",
      groups: [{ id: id(1), name: "Pilot" }],
      items: [],
    });
    expect(report.files).toEqual([{ path: "a/MigrationTable.json", outcome: "migration_table", reason: null }]);
  });

  it("is not known without one, and neither is when the export was captured", () => {
    expect(parseExport([])).toEqual({
      tenantId: null,
      tenantName: null,
      capturedAt: null,
      items: [],
      groups: [],
      files: [],
    });
  });

  it("is not known where two tables disagree, and both say so", () => {
    const report = parseExport([
      json("a/MigrationTable.json", table([])),
      json("b/MigrationTable.json", table([], { TenantId: id(101), Organization: "Fabrikam" })),
    ]);
    expect(report).toMatchObject({ tenantId: null, tenantName: null });
    expect(report.files.map(({ reason }) => reason)).toEqual(
      Array(2).fill(expect.stringContaining("different tenants")),
    );
  });

  it("a table that cannot be read is reported and is no item", () => {
    for (const file of [text("MigrationTable.json", "{"), json("MigrationTable.json", {})]) {
      const report = parseExport([file]);
      expect(report.items).toEqual([]);
      expect(report.files[0]).toMatchObject({ outcome: "unreadable", reason: expect.any(String) });
    }
  });
});

describe("directory groups", () => {
  it("exported groups stand before the table's, which also lists what was deleted since", () => {
    const report = parseExport([
      json("MigrationTable.json", table([entry(1, "Old name"), entry(2, "Deleted")])),
      json("Groups/Pilot.json", { id: id(1), displayName: "Pilot" }),
    ]);
    expect(report.groups).toEqual([{ id: id(1), name: "Pilot" }]);
    expect(fileAt(report.files, "Groups/Pilot.json").outcome).toBe("group");
  });

  it("a placeholder in place of an id is no group", () => {
    expect(
      parseExport([json("MigrationTable.json", table([{ Id: "%PilotGroup%", DisplayName: "Pilot", Type: "Group" }]))])
        .groups,
    ).toEqual([]);
  });

  it("two groups of one name are two groups", () => {
    const same = [1, 2].map((last) => json(`Groups/${last}.json`, { id: id(last), displayName: "Pilot" }));
    expect(parseExport(same).groups).toHaveLength(2);
  });

  it("a group file that cannot be read is reported, and becomes no item", () => {
    const report = parseExport([text("Groups/a.json", "{"), json("Groups/b.json", { displayName: "No id" })]);
    expect(report).toMatchObject({ groups: [], items: [] });
    expect(report.files.map(({ outcome }) => outcome)).toEqual(["unreadable", "unreadable"]);
  });
});
