import type { JsonObject, JsonValue } from "../../../src/safety/json.js";
import * as catalog from "./catalog-policies.js";
import * as device from "./device-policies.js";
import {
  filter,
  group,
  groupFile,
  groupId,
  migrationTable,
  notification,
  notificationName,
  scopeTag,
} from "./directory.js";
import { assign, idOf } from "./graph.js";
import * as other from "./other-policies.js";

/** How a file is written. Exporters differ, and a checkout can change it. */
type Encoding = "utf-16le with mark" | "utf-8 with mark" | "utf-8";

/** One file of a sample export. */
export interface SampleFile {
  readonly path: string;
  readonly encoding: Encoding;
  readonly content: JsonValue;
  /** Share of the file that is kept, where it is cut off. */
  readonly keep?: number;
}

const file = (path: string, content: JsonValue, encoding: Encoding = "utf-8"): SampleFile => ({
  path,
  content,
  encoding,
});

const inFolder = (folder: string, encoding: Encoding, ...objects: readonly JsonObject[]) =>
  objects.map((content) => file(`${folder}/${nameOf(content)}.json`, content, encoding));

function nameOf({ name, displayName }: JsonObject): string {
  const text = name ?? displayName;
  if (typeof text !== "string") throw new Error("A sample object needs a name.");
  return text;
}

const lostIntent = "Windows - Account protection";
const keptIntent = "Windows - Endpoint detection";

const shared: readonly SampleFile[] = [
  ...inFolder("SettingsCatalog", "utf-16le with mark", catalog.bitLocker()),
  ...inFolder("CompliancePolicies", "utf-16le with mark", device.macCompliance(), device.androidCompliance()),
  ...inFolder("DeviceConfiguration", "utf-16le with mark", device.customProfile(), device.iosRestrictions()),
  ...inFolder("UpdatePolicies", "utf-16le with mark", device.updateRing("Pilot", 0)),
  ...inFolder("DriverUpdateProfiles", "utf-16le with mark", device.driverProfile()),
  ...inFolder("AppProtection", "utf-8", other.appProtection()),
  ...inFolder("DeviceHealthScripts", "utf-8", other.healthScript()),
  ...inFolder(
    "AssignmentFilters",
    "utf-8",
    filter("corporateWindows", "windows10AndLater", '(device.deviceOwnership -eq "Corporate")'),
    filter("companyPhones", "iOS", '(device.deviceOwnership -eq "Corporate")'),
  ),
  ...inFolder("ScopeTags", "utf-8", scopeTag("helpdesk", "Helpdesk EMEA"), scopeTag("kiosks", "Kiosk operations")),
  file(`Notifications/${notificationName}.json`, notification()),
  file(other.intentFile(lostIntent), other.intent(lostIntent), "utf-16le with mark"),
  file(other.intentFile(keptIntent), other.intent(keptIntent), "utf-16le with mark"),
  ...(["pilot", "corporate", "employees", "breakGlass", "finance"] as const).map((key) =>
    file(groupFile(key), group(key)),
  ),
];

/** The tenant when it was backed up. */
export const backup: readonly SampleFile[] = [
  ...shared,
  ...inFolder(
    "SettingsCatalog",
    "utf-16le with mark",
    catalog.defender({ cloudLevel: "2", exclusions: ["C:\\Contoso\\Build"], pilotExcluded: true }),
    catalog.edge({
      passwordManager: "0",
      smartscreenOverride: "0",
      allowedExtensions: ["contoso-expenses", "contoso-sign"],
    }),
    catalog.windowsFirewall("true"),
    catalog.kiosk(true),
    catalog.fileVault(),
    catalog.laps(undefined, 30),
    catalog.hello([]),
  ),
  {
    path: `SettingsCatalog/Windows - Delivery optimisation_${idOf("Windows - Delivery optimisation")}.json`,
    content: catalog.deliveryOptimisation(),
    encoding: "utf-16le with mark",
    keep: 0.6,
  },
  file("NativeImport/Windows - BitLocker.json", portalExport(catalog.bitLocker()), "utf-8 with mark"),
  ...inFolder("CompliancePolicies", "utf-16le with mark", device.windowsCompliance(24, "2025-09-18T07:40:12.5310000Z")),
  ...inFolder("UpdatePolicies", "utf-16le with mark", device.updateRing("Broad", 7)),
  ...inFolder("ConditionalAccess", "utf-8", other.conditionalAccess("enabled", "2025-07-21T15:00:09Z")),
  file(
    other.intentFile(keptIntent, "_Settings"),
    other.intentSettings("sendSafeSamplesAutomatically"),
    "utf-16le with mark",
  ),
  file(groupFile("kiosk"), group("kiosk")),
  file(
    "MigrationTable.json",
    migrationTable(["pilot", "corporate", "kiosk", "employees", "breakGlass", "finance"], {}),
  ),
];

const changed = "2026-01-19T16:44:02.3700000Z";

/** The same tenant later, after administrators worked on it. */
export const target: readonly SampleFile[] = [
  ...shared,
  ...inFolder(
    "SettingsCatalog",
    "utf-16le with mark",
    catalog.defender(
      { cloudLevel: "0", exclusions: ["C:\\Contoso\\Build", "C:\\Temp"], pilotExcluded: false },
      changed,
    ),
    catalog.edge({ passwordManager: "1", smartscreenOverride: "1", allowedExtensions: ["contoso-expenses"] }, changed),
    catalog.windowsFirewall("false", "2026-02-11T08:15:47.0010000Z"),
    catalog.kiosk(false),
    catalog.laps([assign.allDevices()], 365, changed),
    catalog.hello([assign.group(groupId("employees"))]),
    catalog.deliveryOptimisation(),
    catalog.oneDrive(changed),
  ),
  ...inFolder("CompliancePolicies", "utf-16le with mark", device.windowsCompliance(240, changed)),
  ...inFolder("UpdatePolicies", "utf-16le with mark", device.updateRing("Broad", 14, changed)),
  ...inFolder(
    "ConditionalAccess",
    "utf-8",
    other.conditionalAccess("enabledForReportingButNotEnforced", "2026-01-19T16:50:31Z"),
  ),
  file(other.intentFile(keptIntent, "_Settings"), other.intentSettings("neverSend"), "utf-16le with mark"),
  file(
    other.intentFile(lostIntent, "_Settings"),
    other.intentSettings("sendSafeSamplesAutomatically"),
    "utf-16le with mark",
  ),
  file(groupFile("newKiosk"), group("newKiosk")),
  file(
    "MigrationTable.json",
    migrationTable(["pilot", "corporate", "employees", "breakGlass", "finance", "newKiosk"], { SchemaVersion: 2 }),
  ),
];

/** What the portal's own export of a settings catalog policy leaves out. */
function portalExport(policy: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(policy).filter(
      ([key]) => key === "@odata.context" || !(key.includes("@odata") || key === "assignments"),
    ),
  );
}
