import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type {
  BrokenDecision,
  EnforcementSwitch,
  FilteredTargets,
  NamedReference,
  NamedReferences,
  TargetLimitCause,
} from "../../../run/findings.js";
import type { FindingWords } from "../finding-words.js";

const limits: Readonly<Record<TargetLimitCause, string>> = {
  permission_missing: "a permission is missing",
  not_licensed: "the tenant has no licence for them",
  throttled: "the target limited the requests",
  not_supported: "the target does not offer them",
};

const broken: Readonly<Record<BrokenDecision, string>> = {
  policy_gone: "the target no longer has the chosen policy",
  other_type: "the chosen policy is of another type",
  other_platform: "the chosen policy is for another platform",
  built_in_scope_tag: "the chosen tag is the one that every tenant has, and is never written",
  claimed_by_another_item: "another item of the backup means the chosen policy too",
  matched_by_id: "the target has this very policy, under its own id",
  name_taken: "the target has a policy of this type and name, and takes a name only once",
  name_needed_twice: "another item in scope would be given this name too, and the target takes a name only once",
};

const reach = { all_users: "all users", all_devices: "all devices" } as const;

const kinds: Readonly<Record<NamedReference["kind"], string>> = {
  group: "group",
  assignment_filter: "assignment filter",
  scope_tag: "scope tag",
};

/** What the checks say, in English. */
export const englishFindings = ({ number, instant }: Formatting): FindingWords => {
  const inRow = (parts: readonly string[], more: number) =>
    `${parts.join(", ")}${more > 0 ? ` and ${number(more)} more` : ""}`;
  const named = ({ references, more }: NamedReferences) =>
    inRow(
      references.map(({ kind, id, name }) => `${kinds[kind]} ${setApart(name ?? "") || `with id ${setApart(id)}`}`),
      more,
    );
  const quoted = (names: readonly string[], more: number) =>
    inRow(
      names.map((name) => `“${setApart(name)}”`),
      more,
    );
  const filtered = ({ everyone = [], from, more }: FilteredTargets) =>
    inRow([...everyone.map((all) => reach[all]), ...from.map((name) => `“${setApart(name)}”`)], more);
  const switched = (switches: readonly EnforcementSwitch[], more: number) =>
    inRow(
      switches.map(({ setting, from, to }) => `${setApart(setting)} from “${setApart(from)}” to “${setApart(to)}”`),
      more,
    );
  const ownTimestamp = "The time of capture was not recorded, so the item's own timestamp was compared.";
  return {
    checks: {
      missing_in_target: "Presence in target",
      newer_than_backup: "Newer than backup",
      identity: "Identity",
      assignment_mapping: "Mapping",
      orphaned_group: "Orphaned group",
      scope_tag_mapping: "Scope tags",
      scope_tag_missing: "Scope tag missing",
      widening: "Widening",
      enforcement: "Enforcement",
      lockout: "Lockout",
      preview_only: "Compare only",
      target_limits: "Limits of the target",
    },
    reasons: {
      content_not_captured: () => "Its content was not captured. It is listed and will be skipped.",
      built_in_scope_tag: () =>
        "It is the tag that every tenant has. It is never created or written, and will be skipped.",
      secret_not_captured: () =>
        "It holds a secret that was not captured, which writing would overwrite. It is compared and will be skipped.",
      type_never_written: () => "Items of this type are compared and never written. It will be skipped.",
      matched_by_id: () => "Matched by id.",
      matched_by_name: () => "Matched by name and type; no other has them.",
      matched_by_decision: (r) => `Matched to “${setApart(r.policy)}” in the target by your decision.`,
      created_by_decision: () => "None of the target’s policies is it, by your decision.",
      nothing_alike: () => "Nothing of its type in the target has its id or its name.",
      renamed: (r) =>
        `Matched by id, and renamed: “${setApart(r.inTarget)}” in the target, “${setApart(r.inBackup)}” in the backup.`,
      id_of_other_type: (r) => `Its id belongs to “${setApart(r.policy)}” in the target, a policy of another type.`,
      id_of_other_scope_tag: (r) =>
        `Its id belongs to “${setApart(r.policy)}” in the target. Tenants give out the ids of scope tags on their own, so it is another tag.`,
      name_of_built_in_scope_tag: (r) =>
        `“${setApart(r.policy)}” is the tag that every tenant has, and is never written.`,
      name_of_other_kind: (r) =>
        `Its name belongs to “${setApart(r.policy)}” in the target, which is a policy of another kind and never written over.`,
      renamed_beside_namesake: (r) =>
        `Two policies in the target could be meant: “${setApart(r.inTarget)}” has its id, and another one has its name, “${setApart(r.inBackup)}”.`,
      homonyms: (r) =>
        `${number(r.count)} policies in the target could be meant: all of this type are called “${setApart(r.policy)}”.`,
      similar_names: (r) =>
        `The names differ only in letter case, spaces or characters that look the same: ${quoted(r.policies, r.count - r.policies.length)} in the target.`,
      policy_claimed_twice: (r) =>
        `Another item of the backup means the same policy in the target, “${setApart(r.policy)}”.`,
      captured_more_than_once: () =>
        "The scope holds this object more than once, and it would be created more than once.",
      name_needed_twice: () =>
        "Another item in scope would be given this name too, and the target takes a name only once for each type.",
      no_name: () =>
        "No policy in the target has its id, and it has no name in the backup, so which policy it is cannot be told.",
      namesakes_not_listed: (r) =>
        `Matched by name, and another policy of this name may exist: the target could not list all of this type, because ${limits[r.cause]}.`,
      decision_broken: (r) => `Your decision about it does not hold: ${broken[r.cause]}.`,
      present: () => "Present in the target.",
      missing_would_be_created: () => "The target does not have it. It would be created.",
      missing_and_only_updating: () => "The target does not have it, and this restore only updates.",
      not_listed: (r) =>
        `Whether the target has it is not known: it could not list all items of this type, because ${limits[r.cause]}. Where it is not listed it would be created, and could then exist twice.`,
      not_listed_and_only_updating: (r) =>
        `Whether the target has it is not known: it could not list all items of this type, because ${limits[r.cause]}. This restore only updates, so where it is not listed it will be skipped.`,
      modified_after_capture: (r) => `Modified in the target at ${instant(r.at).text}, after the backup was captured.`,
      not_modified_since_capture: () => "Not modified in the target since the capture.",
      modified_after_item: (r) =>
        `Modified in the target at ${instant(r.at).text}, later than in the backup. ${ownTimestamp}`,
      not_modified_since_item: () => `Not modified in the target since the item was. ${ownTimestamp}`,
      modified_time_not_told: () => "The target does not say when the policy was last modified.",
      no_time_to_compare_with: () => "Neither the time of capture nor the item's own timestamp was recorded.",
      references_resolved: () => "Every reference is resolved.",
      references_unresolved: (r) => `Not resolved in the target: ${named(r)}.`,
      references_not_readable: (r) => `Whether the target has it could not be read: ${named(r)}.`,
      references_left_out: (r) =>
        `Left out, so it would not reach them: ${named(r)}.${r.nobodyLeft ? " Nobody would be left for it to reach." : ""}`,
      included_and_excluded: (r) => `“${setApart(r.group)}” would be included and excluded at once: ${named(r)}.`,
      groups_not_known: (r) =>
        `Neither named in the backup nor in the target, so nobody can tell whom it reached: ${named(r)}.`,
      groups_not_named: (r) =>
        `Not named in the backup, so what it stands for rests on your mapping alone: ${named(r)}.`,
      scope_tags_missing: (r) => `The target has no such tag, by number or by name: ${named(r)}.`,
      mapped_to_default_scope_tag: (r) =>
        `Mapped to the default tag, so every administrator could see and change it: ${named(r)}.`,
      assignments_untouched: (r) =>
        ({
          not_captured: "Assignments were not captured in the backup; the target's stay as they are.",
          from_policy_set: "Assignments in the backup came from a policy set; the target's stay as they are.",
          policy_set_in_target: "Assignments in the target come from a policy set; they stay as they are.",
        })[r.cause],
      created_without_assignments: (r) =>
        `${r.cause === "not_captured" ? "Assignments were not captured" : "Its assignments came from a policy set"}; it would be created without any and reach nobody.`,
      scope_tags_not_captured: () =>
        "Scope tags were not captured; it would be created with whatever tag the target gives.",
      exclusions_dropped: (r) =>
        `Excluded in the target today, and no longer afterwards: ${quoted(r.groups, r.more)}. More would be reached.`,
      exclusions_left_out: (r) => `Excluded in the backup, and left out: ${named(r)}. More would be reached.`,
      filters_dropped: (r) =>
        `Filtered in the target today, and no longer afterwards: ${filtered(r)}. More would be reached.`,
      filters_replaced: (r) =>
        `Filtered in another way in the target today: ${filtered(r)}. Whether more would be reached cannot be told.`,
      assignments_in_target_not_told: () =>
        "The target does not tell whom the policy reaches today, so whether an exclusion would be dropped is not known.",
      would_be_enforced: (r) =>
        r.written
          ? `It only reports in the target and would be enforced: ${switched(r.switches, r.more)}.`
          : `It only reports in the target and is enforced in the backup: ${switched(r.switches, r.more)}. It is compared and never written.`,
      enforcement_in_target_not_told: () =>
        "The target does not tell its settings, so whether it only reports there today is not known.",
      applies_to_everyone: (r) =>
        r.written
          ? "It would apply to all users and exclude nobody, so it could lock everyone out."
          : "In the backup it applies to all users and excludes nobody. It is compared and never written.",
      applies_to_all_but_guests: (r) =>
        r.written
          ? "It would apply to all users and exclude only guests, so it could lock out everyone who administers."
          : "In the backup it applies to all users and excludes only guests. It is compared and never written.",
      reach_not_readable: (r) =>
        `Whom it applies to cannot be read, so whether it could lock everyone out is not known.${r.written ? "" : " It is compared and never written."}`,
      inventory_may_be_partial: (r) =>
        `The inventory may be partial: the target could not list all items of this type, because ${limits[r.cause]}.`,
      restore_may_be_partial: (r) =>
        `The restore may be partial: the target does not let items of this type be written, because ${limits[r.cause]}.`,
      recorded_in_words: (r) => setApart(r.text),
    },
    notReadable: "This finding was recorded by another version and cannot be shown. Run the checks again.",
  };
};
