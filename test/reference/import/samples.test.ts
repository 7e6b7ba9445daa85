import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { readFolder } from "../../../reference/import/read-folder.js";
import { bytesOf, samples } from "../../../reference/samples/generator/generate.js";
import { dependenciesOf } from "../../../src/restore/rules/mapping.js";
import type { BackupItem, ImportedExport } from "../../../src/restore/run/items.js";

const read = (name: "backup" | "target") =>
  readFolder(fileURLToPath(new URL(`../../../reference/samples/${name}`, import.meta.url)));
const [backupFiles, targetFiles] = await Promise.all([read("backup"), read("target")]);
const backup = parseExport(backupFiles);
const target = parseExport(targetFiles);

const named = (report: ImportedExport, name: string): BackupItem => {
  const item = report.items.find((each) => each.name === name);
  if (item === undefined) throw new Error(`The sample holds no item "${name}".`);
  return item;
};
const tally = (values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [value, values.filter((other) => other === value).length]));

describe("the sample exports", () => {
  it("are what their generator writes", () => {
    for (const [name, files] of [
      ["backup", backupFiles],
      ["target", targetFiles],
    ] as const) {
      const json = files.filter(({ path }) => path.endsWith(".json"));
      const written = samples[name].map((file) => ({
        path: file.path,
        bytes: Buffer.from(bytesOf(file)).toString("base64"),
      }));
      const committed = json.map(({ path, bytes }) => ({
        path,
        bytes: bytes === null ? null : Buffer.from(bytes).toString("base64"),
      }));
      const byPath = (left: { path: string }, right: { path: string }) => (left.path < right.path ? -1 : 1);
      expect(committed).toEqual(written.toSorted(byPath));
    }
  });

  it("account for every file", () => {
    expect(backup.files).toHaveLength(backupFiles.length);
    expect(tally(backup.files.map(({ outcome }) => outcome))).toEqual({
      item: 25,
      metadata_only_item: 2,
      sidecar: 1,
      group: 6,
      migration_table: 1,
      duplicate_of_item: 1,
      not_an_export_file: 1,
    });
    expect(tally(target.files.map(({ outcome }) => outcome))).toEqual({
      item: 27,
      sidecar: 2,
      group: 6,
      migration_table: 1,
    });
  });

  it("come from one tenant, and do not say when they were captured", () => {
    expect(backup).toMatchObject({ tenantName: "Contoso", capturedAt: null });
    expect(target.tenantId).toBe(backup.tenantId);
    expect(backup.tenantId).not.toBeNull();
  });

  it("hold one item for each quality of capture", () => {
    expect(backup.items.filter(({ capture }) => capture === "degraded").map(({ name }) => name)).toEqual([
      "Windows - Custom - VPN pre-shared key",
    ]);
    expect(backup.items.filter(({ capture }) => capture === "metadata_only").map(({ name }) => name)).toEqual([
      "Windows - Delivery optimisation",
      "Windows - Account protection",
    ]);
    expect(named(backup, "Windows - Local administrator password").assignments).toBeNull();
    expect(named(backup, "Windows - Hello for Business").assignments).toEqual([]);
    expect(named(backup, "Clean up temporary files").type).toBe("unknown");
  });

  it("hold assignments of every kind", () => {
    const all = backup.items.flatMap(({ assignments }) => assignments ?? []);
    expect(new Set(all.map((each) => each.target.kind))).toEqual(
      new Set(["include_group", "exclude_group", "all_devices", "all_users"]),
    );
    expect(new Set(all.map((each) => each.filter?.mode))).toEqual(new Set([undefined, "include", "exclude"]));
    expect(new Set(all.map(({ source }) => source))).toEqual(new Set(["direct", "policy_sets"]));
  });

  it("leave exactly one mapping to the operator: a group that was replaced", () => {
    const entries = (type: string) =>
      target.items.flatMap(({ type: own, sourceId, name }) =>
        own === type && sourceId !== null ? [{ id: sourceId, name }] : [],
      );
    const directory = {
      version: "1",
      readAt: "2026-03-01T00:00:00Z",
      groups: target.groups,
      assignmentFilters: entries("assignment_filter"),
      scopeTags: [{ id: "0", name: "Default" }, ...entries("scope_tag")],
      limits: [],
    };
    const open = dependenciesOf(backup.items, directory, {}, backup).filter(
      ({ resolution }) => resolution.state === "unresolved",
    );
    expect(open.map(({ kind, sourceName, excludes }) => ({ kind, sourceName, excludes }))).toEqual([
      { kind: "group", sourceName: "SG-Intune-Kiosk-Devices", excludes: false },
    ]);
    expect(target.groups.map(({ name }) => name)).toContain("SG-Intune-Kiosk-Devices-2026");
  });

  it("differ as their page says: missing, extra, newer, and the same", () => {
    const names = (report: ImportedExport) => new Set(report.items.map(({ name }) => name));
    expect([...names(backup)].filter((name) => !names(target).has(name))).toEqual(["macOS - FileVault"]);
    expect([...names(target)].filter((name) => !names(backup).has(name))).toEqual([
      "Windows - OneDrive - Known folders",
    ]);
    const newer = backup.items.filter(({ name, modifiedAt }) => {
      const now = target.items.find((item) => item.name === name)?.modifiedAt;
      return modifiedAt !== null && now !== undefined && now !== null && Date.parse(now) > Date.parse(modifiedAt);
    });
    expect(newer.map(({ name }) => name)).toContain("Windows - Firewall");
    for (const name of ["Windows - BitLocker", "Compliant devices - macOS"]) {
      expect({ ...named(target, name), problems: [] }).toEqual({ ...named(backup, name), problems: [] });
    }
    expect(named(backup, "Windows - Kiosk - Lobby displays").scopeTagIds).toEqual(["2"]);
    expect(named(target, "Windows - Kiosk - Lobby displays").scopeTagIds).toEqual(["0"]);
  });
});
