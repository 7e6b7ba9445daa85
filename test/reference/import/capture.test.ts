import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { became, fileAt, id, json, onlyItem, policy, text } from "./files.js";

const intent = {
  "@odata.type": "#microsoft.graph.deviceManagementIntent",
  id: id(7),
  displayName: "Antivirus",
  assignments: [],
};
const stem = `EndpointSecurity/Antivirus_${id(7)}`;

describe("what an export does not hold of a policy", () => {
  it.each([
    ["a masked value", { omaSettings: [{ value: "****" }] }],
    ["a reference to a secret", { omaSettings: [{ isEncrypted: true, secretReferenceValueId: "abc", value: "x" }] }],
    ["an encrypted token", { settings: [{ simpleSettingValue: { valueState: "encryptedValueToken", value: "t" } }] }],
  ])("%s degrades it: restoring would not bring the secret back", (_, secret) => {
    const file = json("DeviceConfiguration/a.json", { id: id(1), displayName: "VPN", assignments: [], ...secret });
    expect(onlyItem(file)).toMatchObject({ capture: "degraded", problems: [{ code: "secret_not_captured" }] });
    expect(became(file)).toMatchObject({ outcome: "item", reason: expect.stringContaining("masked") });
  });

  it("an unencrypted value without a reference is a value", () => {
    const own = { omaSettings: [{ isEncrypted: false, secretReferenceValueId: null, value: "***" }] };
    expect(
      onlyItem(json("DeviceConfiguration/a.json", { id: id(1), displayName: "a", assignments: [], ...own })).capture,
    ).toBe("full");
  });

  it("a settings catalog policy without its settings is never restored as an empty one", () => {
    for (const extra of [{ settings: undefined }, { settings: [], settingCount: 12 }]) {
      const item = onlyItem(json("SettingsCatalog/a.json", policy(extra)));
      expect(item).toMatchObject({ capture: "metadata_only", payload: null });
    }
  });

  it("a policy that holds fewer settings than it says is degraded", () => {
    const item = onlyItem(json("SettingsCatalog/a.json", policy({ settingCount: 12 })));
    expect(item).toMatchObject({
      capture: "degraded",
      problems: [{ detail: "The file holds 1 of the policy's 12 settings." }],
    });
    expect(onlyItem(json("SettingsCatalog/a.json", policy({ "settings@odata.nextLink": "https://x" }))).capture).toBe(
      "degraded",
    );
  });

  it("missing assignments are told and do not degrade the settings", () => {
    const item = onlyItem(json("SettingsCatalog/a.json", policy({ assignments: undefined })));
    expect(item).toMatchObject({
      assignments: null,
      capture: "full",
      problems: [{ code: "assignments_not_captured" }],
    });
  });

  it("a type that has no assignments misses none", () => {
    for (const path of ["ConditionalAccess/a.json", "ScopeTags/a.json", "AssignmentFilters/a.json"]) {
      expect(onlyItem(json(path, { id: id(1), displayName: "a" }))).toMatchObject({ assignments: null, problems: [] });
    }
  });
});

describe("settings that stand beside an endpoint security policy", () => {
  it.each([
    ["a list", [{ definitionId: "x", value: true }]],
    ["a list inside an object", { value: [{ definitionId: "x", value: true }] }],
  ])("%s becomes part of the policy", (_, settings) => {
    const { items, files } = parseExport([json(`${stem}.json`, intent), json(`${stem}_Settings.json`, settings)]);
    expect(items[0]).toMatchObject({ capture: "full", payload: { settings: [{ definitionId: "x", value: true }] } });
    expect(fileAt(files, `${stem}_Settings.json`)).toMatchObject({ outcome: "sidecar", reason: null });
  });

  it("are found by the policy's id where the names differ", () => {
    const { items } = parseExport([json("EndpointSecurity/Renamed.json", intent), json(`${stem}_Settings.json`, [])]);
    expect(items[0]).toMatchObject({ capture: "full", payload: { settings: [] } });
  });

  it("missing, they leave a policy that can be listed and never restored", () => {
    const file = json(`${stem}.json`, intent);
    expect(onlyItem(file)).toMatchObject({
      capture: "metadata_only",
      payload: null,
      assignments: [],
      problems: [{ code: "sidecar_missing" }],
    });
    expect(became(file).outcome).toBe("metadata_only_item");
  });

  it("unreadable, they are reported and the policy is not restored", () => {
    const { items, files } = parseExport([json(`${stem}.json`, intent), text(`${stem}_Settings.json`, "[{")]);
    expect(items).toHaveLength(1);
    expect(items[0]?.capture).toBe("metadata_only");
    expect(fileAt(files, `${stem}_Settings.json`)).toMatchObject({
      outcome: "unreadable",
      reason: expect.stringContaining("cut off"),
    });
  });

  it("without a policy they are settings of nothing, and say so", () => {
    const { items, files } = parseExport([json(`${stem}_Settings.json`, [])]);
    expect(items).toEqual([]);
    expect(files[0]).toMatchObject({
      outcome: "sidecar",
      reason: expect.stringContaining("no endpoint security policy"),
    });
  });

  it("a policy whose own name ends like a settings file is a policy", () => {
    expect(onlyItem(json("SettingsCatalog/Edge_Settings.json", policy())).type).toBe("settings_catalog");
    expect(onlyItem(json("SettingsCatalog/Edge_Settings.json", policy({ "@odata.type": undefined }))).type).toBe(
      "settings_catalog",
    );
  });
});

describe("portal exports of policies that the export holds anyway", () => {
  const portal = (extra: Record<string, unknown> = {}) =>
    policy({ "@odata.type": undefined, assignments: undefined, ...extra });
  const full = json("IntuneManagement/SettingsCatalog/Firewall.json", policy());
  const copy = "NativeImport/Firewall.json";

  it("the same id is a second copy, and the item that stands for it is named", () => {
    const { items, files } = parseExport([full, json(copy, portal())]);
    expect(items.map(({ path }) => path)).toEqual([full.path]);
    expect(fileAt(files, copy)).toMatchObject({
      outcome: "duplicate_of_item",
      reason: expect.stringContaining(full.path),
    });
  });

  it("the same name and platform under another id is a second copy, and differences are told", () => {
    const other = portal({ id: id(9), description: "edited" });
    const { items, files } = parseExport([full, json(copy, other)]);
    expect(items).toHaveLength(1);
    expect(fileAt(files, copy).reason).toMatch(/under another id\. It differs in one value, which is not used/);
  });

  it("another platform, or no such policy, makes it an item of its own", () => {
    expect(parseExport([full, json(copy, portal({ id: id(9), platforms: "macOS" }))]).items).toHaveLength(2);
    expect(onlyItem(json(copy, portal()))).toMatchObject({ type: "settings_catalog", assignments: null });
    const anywhere = {
      ...portal(),
      "@odata.context": "https://graph.microsoft.com/beta/$metadata#deviceManagement/configurationPolicies/$entity",
    };
    expect(onlyItem(json("Downloads/Firewall.json", anywhere)).type).toBe("settings_catalog");
  });

  it("where two policies could be meant it is kept, because the first hit may be the wrong one", () => {
    const twin = json("b/SettingsCatalog/Firewall.json", policy({ id: id(2) }));
    expect(parseExport([full, twin, json(copy, portal({ id: id(9) }))]).items).toHaveLength(3);
  });

  it("a policy whose own file is damaged keeps the portal's copy", () => {
    const { items } = parseExport([text(full.path, "{"), json(copy, portal())]);
    expect(items.map(({ path, capture }) => [path, capture])).toEqual([
      [full.path, "metadata_only"],
      [copy, "full"],
    ]);
  });
});
