import type { RestoreFacts } from "../../../restore/run/facts.js";
import type { Dependency } from "../../../restore/run/scope.js";
import type { DirectorySync } from "../../../restore/run/target.js";
import { sourceSelected, withRun } from "./draft.js";

/** Names of the policies in the scenarios' scope. */
export const policyNames = [
  "BitLocker, corporate laptops",
  "Compliance, Windows 11",
  "Defender antivirus baseline",
  "Edge security baseline",
  "Firewall, all devices",
  "Kiosk lockdown, retail",
  "Local administrator password",
  "Office macro restrictions",
  "Update ring, broad",
  "Update ring, pilot",
  "Wi-Fi, head office",
  "Windows Hello for Business",
] as const;

/** Ids of those policies, in the same order. */
export const itemIds = policyNames.map((_, index) => `settings_catalog/${String(index + 1).padStart(2, "0")}`);

export const fieldGroup: Dependency = {
  key: "group/field-kiosks",
  kind: "group",
  sourceId: "field-kiosks",
  sourceName: "Field kiosks",
  usedBy: itemIds.slice(0, 4),
  excludes: false,
  suggestion: null,
  resolution: { state: "unresolved", cause: "not_in_target" },
};

export const pilotGroup: Dependency = {
  key: "group/pilot-ring",
  kind: "group",
  sourceId: "pilot-ring",
  sourceName: "Pilot ring",
  usedBy: itemIds.slice(8, 10),
  excludes: true,
  suggestion: null,
  resolution: { state: "same_id", targetId: "pilot-ring", targetName: "Pilot ring" },
};

export const mappingRequired: RestoreFacts = {
  ...withRun(sourceSelected, { scope: { mode: "selected", itemIds }, revision: 3 }),
  scope: { inScope: 12, writable: 12, previewOnly: 0, metadataOnly: 0, requestedItems: itemIds },
  dependencies: [fieldGroup, pilotGroup],
};

const notRead = { state: "unresolved", cause: "directory_not_read" } as const;

export const directoryNotRead: RestoreFacts = {
  ...mappingRequired,
  directoryVersion: null,
  dependencies: [
    { ...fieldGroup, resolution: notRead },
    { ...pilotGroup, resolution: notRead },
  ],
};

export const syncAsked: DirectorySync = {
  id: "sync-1",
  state: "reading",
  requestedAt: "2026-11-20T16:40:00Z",
  requestedBy: mappingRequired.run.requestedBy,
  finishedAt: null,
  changed: null,
  problem: null,
};

export const scoped: RestoreFacts = {
  ...withRun(mappingRequired, {
    mappings: { [fieldGroup.key]: { decision: "map", targetId: "retail-kiosks" } },
    revision: 4,
  }),
  dependencies: [
    { ...fieldGroup, resolution: { state: "mapped", targetId: "retail-kiosks", targetName: "Retail kiosks" } },
    pilotGroup,
  ],
};

const everyItemId = [...itemIds, ...Array.from({ length: 136 }, (_, index) => `other/${index + 12}`)];

export const scopedAll: RestoreFacts = {
  ...withRun(sourceSelected, { scope: { mode: "all" }, revision: 3 }),
  scope: { inScope: 148, writable: 139, previewOnly: 6, metadataOnly: 3, requestedItems: everyItemId },
  dependencies: [pilotGroup],
};

/** Items that are never written: one can be compared, one can only be listed. */
export const compareOnly: readonly string[] = ["other/12", "other/13"];
