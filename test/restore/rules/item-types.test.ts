import { describe, expect, test } from "vitest";
import { itemTypeOf, itemTypes, phasesOf } from "../../../src/restore/rules/item-types.js";

describe("BY-3 a part that a type lacks is neither captured nor missing", () => {
  test("a policy has settings, assignments and scope tags", () => {
    expect(phasesOf("settings_catalog")).toEqual(["settings", "assignments", "scope_tags"]);
  });

  test("nobody is assigned to a filter, a template, a scope tag or a conditional access policy", () => {
    for (const id of ["assignment_filter", "notification_template", "scope_tag", "conditional_access"]) {
      expect(phasesOf(id), id).not.toContain("assignments");
    }
  });

  test("every type has settings, and a type that is not known is never written", () => {
    for (const { id } of itemTypes) expect(phasesOf(id), id).toContain("settings");
    expect(itemTypeOf("verified_policy")).toMatchObject({ id: "unknown", capability: "preview_only" });
    expect(phasesOf("verified_policy")).toEqual(["settings"]);
  });
});

/** What Graph calls an object, the type that it is here, and whether a restore may write it. */
const known: readonly (readonly [odataType: string, id: string, written: boolean])[] = [
  ["deviceManagementConfigurationPolicy", "settings_catalog", true],
  ["windows10CompliancePolicy", "compliance_policy", true],
  ["macOSCompliancePolicy", "compliance_policy", true],
  ["iosCompliancePolicy", "compliance_policy", true],
  ["androidCompliancePolicy", "compliance_policy", true],
  ["androidWorkProfileCompliancePolicy", "compliance_policy", true],
  ["androidDeviceOwnerCompliancePolicy", "compliance_policy", true],
  ["androidForWorkCompliancePolicy", "compliance_policy", true],
  ["aospDeviceOwnerCompliancePolicy", "compliance_policy", true],
  ["windows81CompliancePolicy", "compliance_policy", true],
  ["windowsUpdateForBusinessConfiguration", "update_policy", true],
  ["windowsDriverUpdateProfile", "driver_update_profile", true],
  ["deviceManagementIntent", "endpoint_security_intent", true],
  ["androidManagedAppProtection", "app_protection", true],
  ["iosManagedAppProtection", "app_protection", true],
  ["windowsManagedAppProtection", "app_protection", true],
  ["deviceAndAppManagementAssignmentFilter", "assignment_filter", true],
  ["payloadCompatibleAssignmentFilter", "assignment_filter", true],
  ["roleScopeTag", "scope_tag", true],
  ["notificationMessageTemplate", "notification_template", true],
  ["conditionalAccessPolicy", "conditional_access", false],
  ["groupPolicyConfiguration", "administrative_template", false],
  ["windowsFeatureUpdateProfile", "feature_update_profile", false],
  ["windowsQualityUpdateProfile", "quality_update_profile", false],
  ["deviceManagementScript", "powershell_script", false],
  ["deviceEnrollmentLimitConfiguration", "enrollment_configuration", false],
  ["deviceEnrollmentPlatformRestrictionsConfiguration", "enrollment_configuration", false],
  ["deviceEnrollmentPlatformRestrictionConfiguration", "enrollment_configuration", false],
  ["windows10EnrollmentCompletionPageConfiguration", "enrollment_configuration", false],
];

describe("RW-5 what an object is, and whether it may be written", () => {
  test.each(known)("%s is %s, written: %s", (odataType, id, written) => {
    const owners = itemTypes.filter(({ odataTypes }) => odataTypes.includes(odataType)).map((type) => type.id);
    expect(owners).toEqual([id]);
    expect(itemTypeOf(id).capability).toBe(written ? "restorable" : "preview_only");
  });

  test("a device configuration is written, of whatever kind it is", () => {
    expect(itemTypeOf("device_configuration").capability).toBe("restorable");
  });

  test("no object is known that is not in this list", () => {
    expect(itemTypes.flatMap(({ odataTypes }) => odataTypes).toSorted()).toEqual(
      known.map(([type]) => type).toSorted(),
    );
  });

  test.each([
    ["SettingsCatalog", "settings_catalog"],
    ["CompliancePolicies", "compliance_policy"],
    ["DeviceConfiguration", "device_configuration"],
    ["UpdatePolicies", "update_policy"],
    ["DriverUpdateProfiles", "driver_update_profile"],
    ["EndpointSecurity", "endpoint_security_intent"],
    ["AppProtection", "app_protection"],
    ["ConditionalAccess", "conditional_access"],
    ["AdministrativeTemplates", "administrative_template"],
    ["FeatureUpdates", "feature_update_profile"],
    ["QualityUpdates", "quality_update_profile"],
    ["PowerShellScripts", "powershell_script"],
    ["EnrollmentRestrictions", "enrollment_configuration"],
    ["EnrollmentStatusPage", "enrollment_configuration"],
    ["AssignmentFilters", "assignment_filter"],
    ["ScopeTags", "scope_tag"],
    ["Notifications", "notification_template"],
  ])("an export keeps in %s what is %s", (folder, id) => {
    expect(itemTypes.filter(({ folders }) => folders.includes(folder)).map((type) => type.id)).toEqual([id]);
  });

  test("foundations are told from policies", () => {
    const foundations = itemTypes.filter(({ family }) => family === "foundation").map(({ id }) => id);
    expect(foundations).toEqual(["assignment_filter", "scope_tag", "notification_template"]);
    expect(itemTypes.filter(({ family }) => family === "policy")).toHaveLength(itemTypes.length - 3);
  });

  test.each([
    [
      "windows",
      [
        "driver_update_profile",
        "administrative_template",
        "feature_update_profile",
        "quality_update_profile",
        "powershell_script",
      ],
    ],
    ["cross_platform", ["conditional_access", "scope_tag", "notification_template"]],
  ])("what is always for %s", (platform, ids) => {
    expect(itemTypes.filter((type) => type.platform === platform).map(({ id }) => id)).toEqual(ids);
  });

  test("an object of no known type is in no folder and under no name of Graph", () => {
    expect(itemTypeOf("unknown")).toMatchObject({ family: "policy", folders: [], odataTypes: [] });
    expect(itemTypeOf("constructor").id).toBe("unknown");
  });

  test.each([
    ["conditional_access", ["settings"]],
    ["scope_tag", ["settings"]],
    ["unknown", ["settings"]],
    ["assignment_filter", ["settings", "scope_tags"]],
    ["notification_template", ["settings", "scope_tags"]],
    ["enrollment_configuration", ["settings", "assignments", "scope_tags"]],
  ])("%s has the parts %j", (id, phases) => {
    expect(phasesOf(id)).toEqual(phases);
  });
});
