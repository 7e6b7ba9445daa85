/** An export of 10,000 items, one of them a policy of 540 KB, and another of the target in which every second differs. */
import type { ImportFile } from "../../../reference/api/imports.js";
import { ITEMS } from "../kit/selection/items.js";

/** Not among the first, which stand open once a preview is shown. */
const largeIndex = 10;

/** The name of the policy of 540 KB, every setting of which differs in the target. */
export const largeName = ITEMS[largeIndex].name;

/** Folder and OData type of what `ITEMS` calls its types. */
const kinds: Readonly<Record<string, readonly [folder: string, odataType: string]>> = {
  "Settings catalog": ["SettingsCatalog", "deviceManagementConfigurationPolicy"],
  "Device configuration": ["DeviceConfiguration", "windows10GeneralConfiguration"],
  "Compliance policy": ["CompliancePolicies", "windows10CompliancePolicy"],
  "Endpoint security": ["EndpointSecurity", "deviceManagementIntent"],
  "Administrative template": ["AdministrativeTemplates", "groupPolicyConfiguration"],
  "PowerShell script": ["PowerShellScripts", "deviceManagementScript"],
  "App protection": ["AppProtection", "windowsManagedAppProtection"],
  "Conditional access": ["ConditionalAccess", "conditionalAccessPolicy"],
  "Enrollment restriction": ["EnrollmentRestrictions", "deviceEnrollmentLimitConfiguration"],
  "Scope tag": ["ScopeTags", "roleScopeTag"],
  "Assignment filter": ["AssignmentFilters", "deviceAndAppManagementAssignmentFilter"],
  "Notification template": ["Notifications", "notificationMessageTemplate"],
};

/** Every item, with the setting that stands in it; only every second has another one than 0. */
export function exportOf(setting: number): readonly ImportFile[] {
  return ITEMS.map(({ name, type }, index) => {
    const [folder, odataType] = kinds[type] ?? ["", ""];
    const value = index % 2 === 0 ? setting : 0;
    const content = {
      "@odata.type": `#microsoft.graph.${odataType}`,
      id: idOf(index, type),
      ...(type === "Settings catalog" ? { name } : { displayName: name }),
      description: `Setting ${value}`,
      roleScopeTagIds: ["0"],
      ...(type === "Settings catalog" && {
        platforms: "windows10",
        technologies: "mdm",
        settings: settings(index === largeIndex ? 1_760 : 3, value),
      }),
      assignments: [],
    };
    return {
      path: `${folder}/Item ${index}.json`,
      base64: Buffer.from(JSON.stringify(content)).toString("base64"),
    };
  });
}

function idOf(index: number, type: string): string {
  return type === "Scope tag" ? `${index + 1}` : `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

function settings(count: number, value: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    settingInstance: {
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance",
      settingDefinitionId: `device_vendor_msft_policy_config_bench_setting_number_${index}`,
      choiceSettingValue: {
        value: `device_vendor_msft_policy_config_bench_setting_number_${index}_${value}`,
        children: [],
      },
    },
  }));
}
