/** Backup sets of an earlier version recorded the names of their types in English; the rows are never changed (RW-23). */
const formerNames: Readonly<Record<string, string>> = {
  "Settings catalog policy": "settings_catalog",
  "Compliance policy": "compliance_policy",
  "Device configuration profile": "device_configuration",
  "Update ring": "update_policy",
  "Driver update profile": "driver_update_profile",
  "Endpoint security policy": "endpoint_security_intent",
  "App protection policy": "app_protection",
  "Conditional access policy": "conditional_access",
  "Administrative template": "administrative_template",
  "Feature update profile": "feature_update_profile",
  "Quality update profile": "quality_update_profile",
  "PowerShell script": "powershell_script",
  "Enrollment configuration": "enrollment_configuration",
  "Assignment filter": "assignment_filter",
  "Scope tag": "scope_tag",
  "Notification template": "notification_template",
  "Object of an unknown type": "unknown",
};

/** The id of a recorded type. */
export function recordedType(recorded: string): string {
  return Object.hasOwn(formerNames, recorded) ? (formerNames[recorded] ?? recorded) : recorded;
}
