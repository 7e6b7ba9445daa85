import type { JsonObject } from "../../../src/safety/json.js";
import { idOf, object, tenantId } from "./graph.js";

const groupNames = {
  pilot: "SG-Intune-Pilot-Devices",
  corporate: "SG-Intune-Corporate-Devices",
  kiosk: "SG-Intune-Kiosk-Devices",
  newKiosk: "SG-Intune-Kiosk-Devices-2026",
  employees: "SG-Intune-All-Employees",
  breakGlass: "SG-Break-Glass-Accounts",
  finance: "SG-Finance-Users",
} as const;

type GroupKey = keyof typeof groupNames;

/** Ids of the groups that assignments refer to. */
export const groupId = (key: GroupKey) => idOf(groupNames[key]);

/** A directory group as an exporter writes it. */
export function group(key: GroupKey): JsonObject {
  const dynamic = key === "corporate";
  return {
    "@odata.type": "#microsoft.graph.group",
    id: groupId(key),
    displayName: groupNames[key],
    description: null,
    groupTypes: dynamic ? ["DynamicMembership"] : [],
    mailEnabled: false,
    membershipRule: dynamic ? '(device.deviceOwnership -eq "Company")' : null,
    membershipRuleProcessingState: dynamic ? "On" : null,
    onPremisesSyncEnabled: null,
    securityEnabled: true,
  };
}

/** Names of the files that groups are exported to. */
export const groupFile = (key: GroupKey) => `Groups/${groupNames[key]}.json`;

/** A migration table of the named groups, and of one that no longer exists. */
export function migrationTable(keys: readonly GroupKey[], extra: JsonObject): JsonObject {
  const entry = (DisplayName: string) => ({ DisplayName, Id: idOf(DisplayName), Type: "Group" });
  return {
    ...extra,
    TenantId: tenantId,
    Organization: "Contoso",
    Objects: [...keys.map((key) => entry(groupNames[key])), entry("SG-Intune-Deleted-Last-Year")],
  };
}

export const scopeTagId = { helpdesk: "1", kiosks: "2" } as const;

/** A scope tag as an exporter writes it: no modification time, no tags of its own. */
export function scopeTag(key: keyof typeof scopeTagId, displayName: string): JsonObject {
  return {
    "@odata.type": "#microsoft.graph.roleScopeTag",
    id: scopeTagId[key],
    displayName,
    description: "",
    isBuiltIn: false,
  };
}

const filterNames = { corporateWindows: "Corporate-owned Windows", companyPhones: "Company phones" } as const;

export const filterId = (key: keyof typeof filterNames) => idOf(filterNames[key]);

/** An assignment filter as an exporter writes it. */
export function filter(key: keyof typeof filterNames, platform: string, rule: string): JsonObject {
  return {
    "@odata.type": "#microsoft.graph.deviceAndAppManagementAssignmentFilter",
    id: filterId(key),
    displayName: filterNames[key],
    description: "",
    platform,
    rule,
    assignmentFilterManagementType: "devices",
    createdDateTime: "2025-01-14T08:00:00.0000000Z",
    lastModifiedDateTime: "2025-01-14T08:00:00.0000000Z",
    roleScopeTags: ["0"],
  };
}

export const notificationName = "Device is not compliant";

/** A notification template with one message. */
export function notification(): JsonObject {
  return object(
    {
      odataType: "notificationMessageTemplate",
      collection: "deviceManagement/notificationMessageTemplates",
      name: notificationName,
      modified: "2025-03-11T10:20:00.0000000Z",
    },
    {
      defaultLocale: "en-gb",
      brandingOptions: "includeCompanyLogo",
      localizedNotificationMessages: [
        {
          locale: "en-gb",
          subject: "Your device needs attention",
          messageTemplate: "Open the company portal to see what to do.",
          isDefault: true,
        },
      ],
    },
  );
}
