import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { dependenciesOf } from "../../../src/restore/rules/mapping.js";
import { nameInReference, namedReference } from "../../../src/restore/rules/references.js";
import { became, id, json, onlyItem, text } from "./files.js";

const graph = (type: string) => `#microsoft.graph.${type}`;
const toGroup = (groupName: string, extra: Record<string, unknown> = {}) => ({
  source: "direct",
  target: {
    "@odata.type": graph("groupAssignmentTarget"),
    deviceAndAppManagementAssignmentFilterId: null,
    deviceAndAppManagementAssignmentFilterType: "none",
    groupName,
    groupType: "StaticMembership",
    ...extra,
  },
});

/** A settings catalog policy as IntuneCD writes it: without id and times, with names in place of references. */
const policy = (extra: Record<string, unknown> = {}) => ({
  name: "Firewall",
  platforms: "windows10",
  technologies: "mdm",
  roleScopeTagIds: ["Default"],
  settingCount: 1,
  settings: [{ id: "0", settingInstance: { settingDefinitionId: "firewall_on" } }],
  assignments: [toGroup("Laptops")],
  ...extra,
});
const path = "backup/Settings Catalog/Firewall_mdm.json";

describe("an export of IntuneCD is told by its folders", () => {
  it.each([
    ["Settings Catalog/a.json", "settings_catalog"],
    ["Compliance Policies/Policies/a.json", "compliance_policy"],
    ["Compliance Policies/Message Templates/a.json", "notification_template"],
    ["Compliance Policies/Scripts/a.json", "unknown"],
    ["Device Configurations/a.json", "device_configuration"],
    ["Driver Updates/a.json", "driver_update_profile"],
    ["Feature Updates/a.json", "feature_update_profile"],
    ["Quality Updates/a.json", "quality_update_profile"],
    ["App Protection/a.json", "app_protection"],
    ["Conditional Access/a.json", "conditional_access"],
    ["Group Policy Configurations/a.json", "administrative_template"],
    ["Enrollment Configurations/a.json", "enrollment_configuration"],
    ["Enrollment Profiles/Windows/ESP/a.json", "enrollment_configuration"],
    ["Filters/a.json", "assignment_filter"],
    ["Scope Tags/a.json", "scope_tag"],
    ["Scripts/Powershell/a.json", "powershell_script"],
    ["Scripts/Shell/a.json", "unknown"],
    ["Proactive Remediations/a.json", "unknown"],
  ])("%s holds %s", (at, type) => {
    expect(onlyItem(json(`backup/${at}`, { displayName: "A", settings: [] })).type).toBe(type);
  });

  it("and a folder that only happens to be called as half of one is none of it", () => {
    expect(became(json("Scripts/package.json", { name: "tool" })).outcome).toBe("not_an_export_file");
    expect(became(json("Policies/a.json", { displayName: "A" })).outcome).toBe("not_an_export_file");
  });

  it("an update ring among the device configurations is one by its own word", () => {
    const ring = { "@odata.type": graph("windowsUpdateForBusinessConfiguration"), displayName: "Ring" };
    expect(onlyItem(json("Device Configurations/Ring.json", ring)).type).toBe("update_policy");
  });

  it("an endpoint security policy holds its settings itself, at whatever depth it lies", () => {
    const settings = [{ definitionId: "x", value: true }];
    const intent = { displayName: "Antivirus", templateId: id(9), settingsDelta: settings };
    const item = onlyItem(json("Management Intents/Microsoft Defender/Antivirus.json", intent));
    expect(item).toMatchObject({ type: "endpoint_security_intent", capture: "full", payload: { settings } });
    expect(item.payload).not.toHaveProperty("settingsDelta");
    const without = onlyItem(json("Management Intents/Antivirus.json", { displayName: "Antivirus" }));
    expect(without).toMatchObject({ capture: "metadata_only", problems: [{ code: "sidecar_missing" }, {}] });
  });

  it("the id is taken from the file name where IntuneCD was told to append it", () => {
    expect(onlyItem(json(path, policy())).sourceId).toBeNull();
    expect(onlyItem(json(`Settings Catalog/Firewall_mdm__${id(4)}.json`, policy())).sourceId).toBe(id(4));
  });

  it("a YAML file says what to do, and is no item", () => {
    for (const name of ["a.yaml", "a.YML"])
      expect(became(text(`Settings Catalog/${name}`, "name: a"))).toMatchObject({
        outcome: "not_an_export_file",
        reason: expect.stringContaining("let the exporter write JSON"),
      });
  });
});

describe("what IntuneCD leaves out is not captured, and not none (BY-3)", () => {
  it("a policy without assignments looks as one whose assignments were left out", () => {
    expect(onlyItem(json(path, policy({ assignments: undefined })))).toMatchObject({
      assignments: null,
      problems: [{ code: "assignments_not_captured" }],
    });
  });

  it("times are not there, so nothing can be called newer", () => {
    expect(onlyItem(json(path, policy())).modifiedAt).toBeNull();
  });
});

describe("BY-5 a name in place of an id is a reference that a person maps, and never the first hit", () => {
  const filtered = toGroup("Laptops", {
    deviceAndAppManagementAssignmentFilterId: "Corporate",
    deviceAndAppManagementAssignmentFilterType: "include",
  });
  const report = parseExport([json(path, policy({ assignments: [filtered], roleScopeTagIds: ["Default", "HR"] }))]);
  const directory = {
    version: "1",
    readAt: "2026-05-01T10:00:00Z",
    groups: [{ id: id(1), name: "Laptops" }],
    assignmentFilters: [
      { id: id(2), name: "Corporate" },
      { id: id(3), name: "Corporate" },
    ],
    scopeTags: [
      { id: "0", name: "Default" },
      { id: "7", name: "HR" },
    ],
    limits: [],
  };
  const dependencies = dependenciesOf(report.items, directory, {}, report);

  it("group, filter and scope tag each keep their name, and stay open although the target has one of it", () => {
    expect(
      dependencies.map(({ kind, sourceName, resolution, suggestion }) => [
        kind,
        sourceName,
        resolution.state,
        suggestion?.targetId ?? null,
      ]),
    ).toEqual([
      ["group", "Laptops", "unresolved", id(1)],
      ["assignment_filter", "Corporate", "unresolved", null],
      ["scope_tag", null, "same_id", null],
      ["scope_tag", "HR", "unresolved", "7"],
    ]);
  });

  it("and a decision about it is written with the id that was chosen", () => {
    const [group] = dependencies;
    const decided = dependenciesOf(
      report.items,
      directory,
      { [group?.key ?? ""]: { decision: "map", targetId: id(1) } },
      report,
    );
    expect(decided[0]?.resolution).toEqual({ state: "mapped", targetId: id(1), targetName: "Laptops" });
  });

  it("an exclusion by name is one too", () => {
    const excluded = toGroup("Kiosks", { "@odata.type": graph("exclusionGroupAssignmentTarget") });
    expect(onlyItem(json(path, policy({ assignments: [excluded] }))).assignments?.[0]?.target).toEqual({
      kind: "exclude_group",
      groupId: namedReference("Kiosks"),
      groupName: "Kiosks",
    });
  });

  it("names that differ in case only are two references", () => {
    const both = parseExport([json(path, policy({ assignments: [toGroup("HR"), toGroup("hr")] }))]);
    const open = dependenciesOf(both.items, directory, {}, both).filter(({ kind }) => kind === "group");
    expect(open.map(({ sourceName }) => sourceName)).toEqual(["HR", "hr"]);
    expect(new Set(open.map(({ key }) => key)).size).toBe(2);
  });

  it.each(["Laptops", "", "a:b", "line\nbreak", "name:0123456789ab:x"])(
    "%j is found again in its reference",
    (name) => {
      expect(nameInReference(namedReference(name))).toBe(name);
    },
  );

  it.each([id(1), "0", "name:", "name:Laptops", ""])("the id %j is no name", (own) => {
    expect(nameInReference(own)).toBeNull();
  });
});

describe("what macOS packs beside each file is no part of an export", () => {
  it.each(["__MACOSX/SettingsCatalog/._Firewall.json", "SettingsCatalog/._Firewall.json", "export/__MACOSX/x.json"])(
    "%s",
    (shadow) => {
      expect(became(text(shadow, "\0\u0005\u0016\u0007"))).toMatchObject({
        outcome: "not_an_export_file",
        reason: expect.stringContaining("macOS"),
      });
    },
  );
});
