import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { firstFree } from "../../../reference/import/source.js";
import { itemTypes } from "../../../src/restore/rules/item-types.js";
import { became, fileAt, id, json, onlyItem, policy } from "./files.js";

const graph = (type: string) => `#microsoft.graph.${type}`;

describe("what an object is", () => {
  it("the object's own type stands before the folder it lies in", () => {
    const ring = { "@odata.type": graph("windowsUpdateForBusinessConfiguration"), id: id(1), displayName: "Ring" };
    expect(onlyItem(json("DeviceConfiguration/Ring.json", ring)).type).toBe("update_policy");
  });

  it("the nearest known folder decides where the object does not say, at any depth and in any case", () => {
    const profile = { id: id(1), displayName: "Drivers" };
    expect(onlyItem(json("A/IntuneManagement/DRIVERUPDATEPROFILES/b/Drivers.json", profile)).type).toBe(
      "driver_update_profile",
    );
  });

  it("a type of which the registry names no OData type is told by its folder", () => {
    const profile = { "@odata.type": graph("windowsHealthMonitoringConfiguration"), id: id(1), displayName: "Health" };
    expect(onlyItem(json("DeviceConfiguration/Health.json", profile))).toMatchObject({
      type: "device_configuration",
      platform: "windows",
    });
  });

  it("an unknown type is kept, named as unknown, and not guessed from the folder", () => {
    for (const path of ["CompliancePolicies/New.json", "New.json", "SomethingNew/New.json"]) {
      const file = json(path, { "@odata.type": graph("brandNewPolicy"), id: id(1), displayName: "New" });
      const item = onlyItem(file);
      expect(item).toMatchObject({ type: "unknown", name: "New", capture: "full" });
      expect(item.problems.map(({ code }) => code)).toEqual(["type_unknown"]);
      expect(became(file)).toMatchObject({ outcome: "item", reason: expect.stringContaining("brandNewPolicy") });
    }
  });

  it("names of the prototype are names like any other", () => {
    const odd = json("constructor/__proto__/toString.json", {
      "@odata.type": graph("constructor"),
      id: "hasOwnProperty",
      displayName: "valueOf",
    });
    expect(onlyItem(odd)).toMatchObject({ type: "unknown", id: "unknown/hasOwnProperty", name: "valueOf" });
  });

  it.each([
    ["platforms", { platforms: "macOS" }, "macos"],
    ["several platforms", { platforms: "windows10,macOS" }, "cross_platform"],
    ["no platform and a technology that serves one", { platforms: "none", technologies: "linuxMdm" }, "linux"],
    ["no platform and a technology that serves several", { platforms: "none", technologies: "mdm" }, null],
  ])("the platform comes from what the object says: %s", (_, extra, platform) => {
    expect(onlyItem(json("SettingsCatalog/a.json", policy(extra))).platform).toBe(platform);
  });

  it("the time of change is what the export says, and nothing where it says nothing usable", () => {
    const at = (extra: Record<string, unknown>) => onlyItem(json("SettingsCatalog/a.json", policy(extra))).modifiedAt;
    expect(at({ lastModifiedDateTime: "2025-08-22T18:52:01.7475869Z" })).toBe("2025-08-22T18:52:01.7475869Z");
    expect(at({ modifiedDateTime: "2025-08-22T18:52:01Z" })).toBe("2025-08-22T18:52:01Z");
    expect(at({})).toBeNull();
    expect(at({ lastModifiedDateTime: "0001-01-01T00:00:00Z" })).toBeNull();
    expect(at({ lastModifiedDateTime: "yesterday" })).toBeNull();
  });

  it("the payload keeps everything but assignments, scope tags and their metadata", () => {
    const item = onlyItem(
      json("SettingsCatalog/a.json", {
        ...policy({ description: "kept", "description@odata.type": "#kept" }),
        "assignments@odata.context": "x",
        roleScopeTagIds: ["0", "3"],
        "roleScopeTagIds@odata.type": "x",
      }),
    );
    expect(item.scopeTagIds).toEqual(["0", "3"]);
    expect(item.payload).toMatchObject({ name: "Firewall", description: "kept", "description@odata.type": "#kept" });
    expect(Object.keys(item.payload ?? {}).filter((key) => /assignments|roleScope/.test(key))).toEqual([]);
  });

  it("scope tags that were not captured are not an empty list", () => {
    const tags = (extra: Record<string, unknown>) =>
      onlyItem(json("SettingsCatalog/a.json", policy(extra))).scopeTagIds;
    expect(tags({})).toBeNull();
    expect(tags({ roleScopeTagIds: [] })).toEqual([]);
    expect(tags({ roleScopeTags: ["0"] })).toEqual(["0"]);
    expect(tags({ roleScopeTagIds: ["0", {}] })).toBeNull();
  });
});

describe("which item is which", () => {
  it("two objects of one id are both kept, told apart and marked", () => {
    const { items, files } = parseExport([
      json("a/SettingsCatalog/One.json", policy({ name: "One" })),
      json("b/SettingsCatalog/Two.json", policy({ name: "Two" })),
      json("SettingsCatalog/Three.json", policy({ name: "Three", id: id(3) })),
    ]);
    expect(items.map((item) => [item.name, item.id, item.capture])).toEqual([
      ["One", `settings_catalog/${id(1)}`, "degraded"],
      ["Three", `settings_catalog/${id(3)}`, "full"],
      ["Two", `settings_catalog/${id(1)}~2`, "degraded"],
    ]);
    expect(items[0]?.problems).toEqual([
      { code: "duplicate_id", detail: expect.stringContaining("b/SettingsCatalog/Two.json") },
    ]);
    expect(fileAt(files, "a/SettingsCatalog/One.json").reason).toContain("same id");
  });

  it("one id in two types is marked too, and a scope tag's short id is not", () => {
    const { items } = parseExport([
      json("SettingsCatalog/a.json", policy()),
      json("DeviceConfiguration/b.json", { id: id(1).toUpperCase(), displayName: "b", assignments: [] }),
      json("ScopeTags/c.json", { id: "1", displayName: "c" }),
      json("Notifications/d.json", { id: "1", displayName: "d" }),
    ]);
    expect(
      items.filter(({ problems }) => problems.some(({ code }) => code === "duplicate_id")).map(({ name }) => name),
    ).toEqual(["Firewall", "b"]);
  });

  it("objects without an id are told apart by name, then by number", () => {
    const nameless = policy({ id: undefined });
    const { items } = parseExport([
      json("a/SettingsCatalog/x.json", nameless),
      json("b/SettingsCatalog/y.json", nameless),
    ]);
    expect(items.map((item) => item.id)).toEqual(["settings_catalog/Firewall", "settings_catalog/Firewall~2"]);
    expect(items.every(({ sourceId }) => sourceId === null)).toBe(true);
  });

  it("items stand in catalogue order, whatever order the files came in", () => {
    const files = [
      json("ScopeTags/Zone.json", { id: "1", displayName: "Zone" }),
      json("CompliancePolicies/A.json", { id: id(5), displayName: "A", assignments: [] }),
      json("z/SettingsCatalog/b.json", policy({ name: "B", id: id(2) })),
      json("a/SettingsCatalog/b.json", policy({ name: "B", id: id(3) })),
      json("SettingsCatalog/c.json", policy({ name: "A", id: id(4) })),
    ];
    const paths = parseExport(files).items.map(({ path }) => path);
    expect(paths).toEqual([
      "SettingsCatalog/c.json",
      "a/SettingsCatalog/b.json",
      "z/SettingsCatalog/b.json",
      "CompliancePolicies/A.json",
      "ScopeTags/Zone.json",
    ]);
    expect(parseExport(files.toReversed()).items.map(({ path }) => path)).toEqual(paths);
  });

  it("every folder and OData type of the registry leads to one type", () => {
    const folders = itemTypes.flatMap((type) => type.folders.map((folder) => folder.toLowerCase()));
    const odataTypes = itemTypes.flatMap((type) => type.odataTypes);
    expect(new Set(folders).size).toBe(folders.length);
    expect(new Set(odataTypes).size).toBe(odataTypes.length);
  });
});

describe("where a file lies", () => {
  it("paths are told with forward slashes", () => {
    expect(became(json("WINDOWS\\SettingsCatalog\\a.json", policy())).path).toBe("WINDOWS/SettingsCatalog/a.json");
  });

  it("a path that leads out of the folder is not read, and is listed inside", () => {
    expect(became(json("../../etc/x.json", policy()))).toMatchObject({
      path: "etc/x.json",
      outcome: "unreadable",
      reason: expect.stringContaining("out of"),
    });
  });

  it("two files that end up at one path are two rows", () => {
    const { files } = parseExport([json("a\\b.json", policy()), json("a/b.json", policy({ id: id(2) }))]);
    expect(files.map(({ path }) => path)).toEqual(["a/b.json", "a/b.json #2"]);
  });
});

describe("thousands of files that claim to be one", () => {
  const count = 8_000;
  const files = (path: (index: number) => string, objectId: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => json(path(index), policy({ id: objectId(index) })));

  it.each([
    [
      "one id",
      files(
        (index) => `SettingsCatalog/${index}.json`,
        () => id(1),
      ),
    ],
    ["one path", files(() => "SettingsCatalog/a.json", id)],
  ])("with %s are each told from the others", (_, export_) => {
    const { items } = parseExport(export_);
    expect(new Set(items.map((item) => item.id)).size).toBe(count);
    expect(new Set(items.map((item) => item.path)).size).toBe(count);
  });

  it("get the next free name at once, however many have it", () => {
    let asked = 0;
    const taken = new (class extends Map<string, number> {
      override has(name: string): boolean {
        asked += 1;
        return super.has(name);
      }
    })();
    const names = Array.from({ length: count }, () => firstFree("a", "~", taken));
    expect(new Set(names).size).toBe(count);
    expect(asked).toBeLessThan(2 * count);
  });
});
