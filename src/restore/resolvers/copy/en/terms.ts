import type { Formatting } from "../../../../flow/index.js";
import type { ItemTypeId } from "../../../rules/item-types.js";

/** Terms that several pages share, in English (SI-12, SI-21). */
export const englishTerms = ({ counted }: Formatting) => ({
  /** Names of the environments (RW-11). */
  environment: { prod: "Prod", test: "Test" },
  /** The kinds of items, singular. */
  itemType: {
    settings_catalog: "Settings catalog policy",
    compliance_policy: "Compliance policy",
    device_configuration: "Device configuration profile",
    update_policy: "Update ring",
    driver_update_profile: "Driver update profile",
    endpoint_security_intent: "Endpoint security policy",
    app_protection: "App protection policy",
    conditional_access: "Conditional access policy",
    administrative_template: "Administrative template",
    feature_update_profile: "Feature update profile",
    quality_update_profile: "Quality update profile",
    powershell_script: "PowerShell script",
    enrollment_configuration: "Enrollment configuration",
    assignment_filter: "Assignment filter",
    scope_tag: "Scope tag",
    notification_template: "Notification template",
    unknown: "Object of an unknown type",
  } satisfies Readonly<Record<ItemTypeId, string>>,
  platform: {
    windows: "Windows",
    macos: "macOS",
    ios: "iOS",
    android: "Android",
    linux: "Linux",
    cross_platform: "All platforms",
  },
  /** Every status of RW-12; `completed_with_errors` reads as `partial` does. */
  runStatus: {
    draft: "Draft",
    scoped: "Scoped",
    checked: "Checked",
    previewed: "Previewed",
    queued: "Queued",
    running: "Running",
    completed: "Completed",
    partial: "Partial",
    completed_with_errors: "Partial",
    failed: "Failed",
    cancelled: "Cancelled",
  },
  /** What happens to a policy that the target no longer has (RW-18). */
  restoreMode: {
    create_missing: {
      label: "Create missing",
      note: "A policy that the target no longer has is created. The others are updated.",
    },
    update_only: {
      label: "Update only",
      note: "A policy that the target no longer has is a blocking finding. Nothing is created.",
    },
  },
  /** The parts of an item that are written one after the other (BY-9). */
  phase: { settings: "Settings", assignments: "Assignments", scope_tags: "Scope tags" },
  /** What would be done to an item. */
  action: {
    create: "Would be created",
    update: "Would be updated",
    none: "Already in desired state",
    skip: "Would be skipped",
  },
  /** Why an item is not written. */
  skipReason: {
    preview_only: "It can be compared and never written.",
    metadata_only: "Its payload was not captured, so it can be listed and never restored.",
    missing_in_target: "The target no longer has it, and the restore mode is “Update only”.",
    identity_undecided: "Which policy of the target is meant is not decided.",
    mapping_unresolved: "A reference has no counterpart in the target.",
  },
  /** How a change matters (BY-7). */
  consequence: {
    widens: "Widens who is reached",
    removes_protection: "Removes protection",
    enforces: "Starts to enforce",
    changes: "Changes",
    adds: "Adds",
  },
  /** The control that shows what is not on the page yet. */
  showMoreItems: (remaining: number) => `Show ${counted(remaining, { one: "more item", other: "more items" })}`,
  /** The same, with what the remaining items are: "3 would be updated". */
  showMoreItemsOf: (remaining: number, kinds: readonly string[]) =>
    `Show ${counted(remaining, { one: "more item", other: "more items" })}: ${kinds.join(", ")}`,
});

export type TermsWords = Readonly<ReturnType<typeof englishTerms>>;
