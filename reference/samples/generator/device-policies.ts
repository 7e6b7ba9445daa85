import type { JsonObject } from "../../../src/safety/json.js";
import { filterId, groupId, notificationName } from "./directory.js";
import { assign, idOf, object } from "./graph.js";

const configurations = "deviceManagement/deviceConfigurations";
const modified = "2025-09-18T07:40:12.5310000Z";

/** Policies that are the same in both exports unless an argument says otherwise. */
export function windowsCompliance(gracePeriodHours: number, at: string): JsonObject {
  return object(
    {
      odataType: "windows10CompliancePolicy",
      collection: "deviceManagement/deviceCompliancePolicies",
      name: "Compliant devices - Windows",
      modified: at,
      assignments: [assign.allDevices({ id: filterId("corporateWindows"), mode: "include" })],
    },
    {
      bitLockerEnabled: true,
      secureBootEnabled: true,
      defenderEnabled: true,
      osMinimumVersion: "10.0.22631.0",
      passwordRequired: true,
      passwordMinimumLength: 8,
      scheduledActionsForRule: [
        {
          ruleName: null,
          scheduledActionConfigurations: [
            {
              gracePeriodHours: 0,
              actionType: "notification",
              notificationTemplateId: idOf(notificationName),
              notificationMessageCCList: [],
            },
            {
              gracePeriodHours,
              actionType: "block",
              notificationTemplateId: "00000000-0000-0000-0000-000000000000",
              notificationMessageCCList: [],
            },
          ],
        },
      ],
    },
  );
}

export function macCompliance(): JsonObject {
  return object(
    {
      odataType: "macOSCompliancePolicy",
      collection: "deviceManagement/deviceCompliancePolicies",
      name: "Compliant devices - macOS",
      modified,
      assignments: [assign.group(groupId("employees"))],
    },
    {
      storageRequireEncryption: true,
      firewallEnabled: true,
      osMinimumVersion: "14.0",
      systemIntegrityProtectionEnabled: true,
    },
  );
}

export function androidCompliance(): JsonObject {
  return object(
    {
      odataType: "androidDeviceOwnerCompliancePolicy",
      collection: "deviceManagement/deviceCompliancePolicies",
      name: "Compliant devices - Android Enterprise",
      modified,
      assignments: [assign.byPolicySet(groupId("employees"))],
    },
    { osMinimumVersion: "13", passwordRequired: true, storageRequireEncryption: true },
  );
}

/** A custom profile whose secret Graph does not give out. */
export function customProfile(): JsonObject {
  return object(
    {
      odataType: "windows10CustomConfiguration",
      collection: configurations,
      name: "Windows - Custom - VPN pre-shared key",
      modified,
      assignments: [assign.group(groupId("pilot"))],
    },
    {
      omaSettings: [
        {
          "@odata.type": "#microsoft.graph.omaSettingString",
          displayName: "Pre-shared key",
          omaUri: "./Vendor/MSFT/VPNv2/Contoso/NativeProfile/L2tpPsk",
          isEncrypted: true,
          secretReferenceValueId: `${idOf("secret")}_${idOf("oma")}`,
          value: "****",
        },
        {
          "@odata.type": "#microsoft.graph.omaSettingBoolean",
          displayName: "Always on",
          omaUri: "./Vendor/MSFT/VPNv2/Contoso/AlwaysOn",
          isEncrypted: false,
          secretReferenceValueId: null,
          value: true,
        },
      ],
    },
  );
}

export function iosRestrictions(): JsonObject {
  return object(
    {
      odataType: "iosGeneralDeviceConfiguration",
      collection: configurations,
      name: "iOS - Device restrictions",
      modified,
      // Exports spell "all users" as a group of this id, which no directory holds.
      assignments: [
        assign.group("acacacac-9df4-4c7d-9d50-4ef0226f57a9", { id: filterId("companyPhones"), mode: "include" }),
      ],
    },
    { airDropBlocked: true, passcodeRequired: true, passcodeMinimumLength: 6, screenCaptureBlocked: false },
  );
}

export function updateRing(ring: "Pilot" | "Broad", deferralDays: number, at = modified): JsonObject {
  return object(
    {
      odataType: "windowsUpdateForBusinessConfiguration",
      collection: configurations,
      name: `Windows Update - ${ring}`,
      modified: at,
      assignments:
        ring === "Pilot" ? [assign.group(groupId("pilot"))] : [assign.allDevices(), assign.without(groupId("pilot"))],
    },
    {
      automaticUpdateMode: "autoInstallAtMaintenanceTime",
      qualityUpdatesDeferralPeriodInDays: deferralDays,
      featureUpdatesDeferralPeriodInDays: deferralDays * 4,
      driversExcluded: true,
      microsoftUpdateServiceAllowed: true,
    },
  );
}

export function driverProfile(): JsonObject {
  return object(
    {
      odataType: "windowsDriverUpdateProfile",
      collection: "deviceManagement/windowsDriverUpdateProfiles",
      name: "Windows drivers - Automatic approval",
      modified,
      assignments: [assign.group(groupId("corporate"))],
    },
    { approvalType: "automatic", deploymentDeferralInDays: 5 },
  );
}
