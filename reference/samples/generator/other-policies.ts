import type { JsonObject } from "../../../src/safety/json.js";
import { filterId, groupId } from "./directory.js";
import { assign, idOf, object } from "./graph.js";

const modified = "2025-08-02T11:05:33.0000000Z";

/** An endpoint security policy; its settings stand in a file beside it. */
export function intent(name: string): JsonObject {
  return object(
    {
      odataType: "deviceManagementIntent",
      collection: "deviceManagement/intents",
      name,
      modified,
      assignments: [assign.group(groupId("corporate"))],
    },
    { description: "", templateId: idOf("template"), isAssigned: true, isMigratingToConfigurationPolicy: false },
  );
}

/** The settings of an endpoint security policy. */
export function intentSettings(sampleSubmission: "sendSafeSamplesAutomatically" | "neverSend"): readonly JsonObject[] {
  const setting = (kind: string, definitionId: string, value: string | number | boolean): JsonObject => ({
    "@odata.type": `#microsoft.graph.deviceManagement${kind}SettingInstance`,
    id: idOf(definitionId),
    definitionId: `deviceConfiguration--windows10EndpointProtectionConfiguration_${definitionId}`,
    valueJson: JSON.stringify(value),
    value,
  });
  return [
    setting("Boolean", "defenderScanDownloads", true),
    setting("Integer", "defenderScanMaxCpu", 40),
    setting("String", "defenderSubmitSamplesConsentType", sampleSubmission),
  ];
}

/** File name of an endpoint security policy, which carries its id. */
export const intentFile = (name: string, suffix: "" | "_Settings" = "") =>
  `EndpointSecurity/${name}_${idOf(name)}${suffix}.json`;

export function appProtection(): JsonObject {
  const name = "iOS - App protection - Company data";
  return object(
    {
      odataType: "iosManagedAppProtection",
      collection: "deviceAppManagement/iosManagedAppProtections",
      name,
      id: `T_${idOf(name)}`,
      modified,
      assignments: [
        assign.group(groupId("employees")),
        assign.group(groupId("finance"), { id: filterId("companyPhones"), mode: "exclude" }),
      ],
    },
    {
      pinRequired: true,
      minimumPinLength: 6,
      saveAsBlocked: true,
      allowedOutboundDataTransferDestinations: "managedApps",
      periodOfflineBeforeWipeIsEnforced: "P90D",
      apps: [
        {
          mobileAppIdentifier: {
            "@odata.type": "#microsoft.graph.iosMobileAppIdentifier",
            bundleId: "com.contoso.expenses",
          },
        },
      ],
    },
  );
}

/** Conditional access has its own conditions, another name for its time, and neither assignments nor scope tags. */
export function conditionalAccess(state: "enabled" | "enabledForReportingButNotEnforced", at: string): JsonObject {
  const name = "Require strong sign-in for administrators";
  return {
    "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
    id: idOf(name),
    displayName: name,
    createdDateTime: "2025-02-03T09:12:44Z",
    modifiedDateTime: at,
    state,
    conditions: {
      clientAppTypes: ["all"],
      applications: { includeApplications: ["All"], excludeApplications: [] },
      users: { includeUsers: ["All"], excludeUsers: [], includeGroups: [], excludeGroups: [groupId("breakGlass")] },
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
    sessionControls: null,
  };
}

/** A type that the reference does not know. */
export function healthScript(): JsonObject {
  return object(
    {
      odataType: "deviceHealthScript",
      collection: "deviceManagement/deviceHealthScripts",
      name: "Clean up temporary files",
      modified,
      assignments: [assign.group(groupId("pilot"))],
    },
    { publisher: "Contoso IT", runAs32Bit: false, runAsAccount: "system" },
  );
}
