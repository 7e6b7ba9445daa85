import type { RestorePhase } from "../run/evidence.js";
import type { Platform } from "../run/items.js";

/** What can be done with items of a type. `preview_only` types are compared and never written. */
export type TypeCapability = "restorable" | "preview_only";

/** The kinds of objects that an export can hold; copy names them. */
export type ItemTypeId =
  | "settings_catalog"
  | "compliance_policy"
  | "device_configuration"
  | "update_policy"
  | "driver_update_profile"
  | "endpoint_security_intent"
  | "app_protection"
  | "conditional_access"
  | "administrative_template"
  | "feature_update_profile"
  | "quality_update_profile"
  | "powershell_script"
  | "enrollment_configuration"
  | "assignment_filter"
  | "scope_tag"
  | "notification_template"
  | "unknown";

/** One kind of object that an export can hold. */
export interface ItemType {
  readonly id: ItemTypeId;
  readonly family: "policy" | "foundation";
  readonly capability: TypeCapability;
  readonly platform: Platform | null;
  /** Export folders of the IntuneManagement layout that hold the type. */
  readonly folders: readonly string[];
  /** OData types, without the leading "#microsoft.graph."; empty where the folder alone decides. */
  readonly odataTypes: readonly string[];
}

/**
 * Every item type the reference knows. An object of another type is kept as `unknown`, preview-only:
 * it can be listed and compared and is never written.
 */
export const itemTypes: readonly ItemType[] = [
  {
    id: "settings_catalog",
    family: "policy",
    capability: "restorable",
    platform: null,
    folders: ["SettingsCatalog"],
    odataTypes: ["deviceManagementConfigurationPolicy"],
  },
  {
    id: "compliance_policy",
    family: "policy",
    capability: "restorable",
    platform: null,
    folders: ["CompliancePolicies"],
    odataTypes: [
      "windows10CompliancePolicy",
      "macOSCompliancePolicy",
      "iosCompliancePolicy",
      "androidCompliancePolicy",
      "androidWorkProfileCompliancePolicy",
      "androidDeviceOwnerCompliancePolicy",
      "androidForWorkCompliancePolicy",
      "aospDeviceOwnerCompliancePolicy",
      "windows81CompliancePolicy",
    ],
  },
  {
    id: "device_configuration",
    family: "policy",
    capability: "restorable",
    platform: null,
    folders: ["DeviceConfiguration"],
    odataTypes: [],
  },
  {
    id: "update_policy",
    family: "policy",
    capability: "restorable",
    platform: null,
    folders: ["UpdatePolicies"],
    odataTypes: ["windowsUpdateForBusinessConfiguration"],
  },
  {
    id: "driver_update_profile",
    family: "policy",
    capability: "restorable",
    platform: "windows",
    folders: ["DriverUpdateProfiles"],
    odataTypes: ["windowsDriverUpdateProfile"],
  },
  {
    id: "endpoint_security_intent",
    family: "policy",
    capability: "restorable",
    platform: null,
    folders: ["EndpointSecurity"],
    odataTypes: ["deviceManagementIntent"],
  },
  {
    id: "app_protection",
    family: "policy",
    capability: "restorable",
    platform: null,
    folders: ["AppProtection"],
    odataTypes: ["androidManagedAppProtection", "iosManagedAppProtection", "windowsManagedAppProtection"],
  },
  {
    id: "conditional_access",
    family: "policy",
    capability: "preview_only",
    platform: "cross_platform",
    folders: ["ConditionalAccess"],
    odataTypes: ["conditionalAccessPolicy"],
  },
  {
    id: "administrative_template",
    family: "policy",
    capability: "preview_only",
    platform: "windows",
    folders: ["AdministrativeTemplates"],
    odataTypes: ["groupPolicyConfiguration"],
  },
  {
    id: "feature_update_profile",
    family: "policy",
    capability: "preview_only",
    platform: "windows",
    folders: ["FeatureUpdates"],
    odataTypes: ["windowsFeatureUpdateProfile"],
  },
  {
    id: "quality_update_profile",
    family: "policy",
    capability: "preview_only",
    platform: "windows",
    folders: ["QualityUpdates"],
    odataTypes: ["windowsQualityUpdateProfile"],
  },
  {
    id: "powershell_script",
    family: "policy",
    capability: "preview_only",
    platform: "windows",
    folders: ["PowerShellScripts"],
    odataTypes: ["deviceManagementScript"],
  },
  {
    id: "enrollment_configuration",
    family: "policy",
    capability: "preview_only",
    platform: null,
    folders: ["EnrollmentRestrictions", "EnrollmentStatusPage"],
    odataTypes: [
      "deviceEnrollmentLimitConfiguration",
      "deviceEnrollmentPlatformRestrictionsConfiguration",
      "deviceEnrollmentPlatformRestrictionConfiguration",
      "windows10EnrollmentCompletionPageConfiguration",
    ],
  },
  {
    id: "assignment_filter",
    family: "foundation",
    capability: "restorable",
    platform: null,
    folders: ["AssignmentFilters"],
    odataTypes: ["deviceAndAppManagementAssignmentFilter", "payloadCompatibleAssignmentFilter"],
  },
  {
    id: "scope_tag",
    family: "foundation",
    capability: "restorable",
    platform: "cross_platform",
    folders: ["ScopeTags"],
    odataTypes: ["roleScopeTag"],
  },
  {
    id: "notification_template",
    family: "foundation",
    capability: "restorable",
    platform: "cross_platform",
    folders: ["Notifications"],
    odataTypes: ["notificationMessageTemplate"],
  },
  {
    id: "unknown",
    family: "policy",
    capability: "preview_only",
    platform: null,
    folders: [],
    odataTypes: [],
  },
];

const everyPhase: readonly RestorePhase[] = ["settings", "assignments", "scope_tags"];

// A foundation is assigned to nobody, conditional access names its people in its own settings, and a scope tag carries none.
const phasesByType: Readonly<Record<string, readonly RestorePhase[]>> = {
  conditional_access: ["settings"],
  assignment_filter: ["settings", "scope_tags"],
  notification_template: ["settings", "scope_tags"],
  scope_tag: ["settings"],
  unknown: ["settings"],
};

/** The parts that items of a type have at all; a part that a type lacks is neither captured nor missing. */
export function phasesOf(id: string): readonly RestorePhase[] {
  return phasesByType[itemTypeOf(id).id] ?? everyPhase;
}

const byId = new Map<string, ItemType>(itemTypes.map((type) => [type.id, type]));

/** The type of an item; a type that the registry does not know is `unknown`, and so never written. */
export function itemTypeOf(id: string): ItemType {
  return byId.get(id) ?? byId.get("unknown")!;
}
