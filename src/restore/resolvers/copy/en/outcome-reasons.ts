import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { ChangeValue } from "../../../run/change.js";
import { pathInWords, valueInWords } from "../../change-words.js";
import { englishChanges } from "./changes.js";
import type { EvidenceReason, OutcomeReason } from "../../../run/outcome-reason.js";

/** A sentence per reason of an outcome, and per reason of a finding; none missing. */
export interface OutcomeReasonsWords {
  readonly outcome: {
    readonly [Code in OutcomeReason["code"]]: (reason: Extract<OutcomeReason, { code: Code }>) => string;
  };
  readonly finding: {
    readonly [Code in EvidenceReason["code"]]: (reason: Extract<EvidenceReason, { code: Code }>) => string;
  };
  /** A finding told by its parts: "settings (2), assignments (1)". */
  readonly differs: (parts: readonly { readonly phase: Phase; readonly differences: number }[]) => string;
  readonly notReturned: (parts: readonly Phase[]) => string;
  readonly leftAlone: (parts: readonly Phase[]) => string;
  /** A code that this version does not know. */
  readonly notKnown: string;
}

type Phase = "settings" | "assignments" | "scope_tags";

const kinds = { group: "group", assignment_filter: "assignment filter", scope_tag: "scope tag" } as const;
const phases: Readonly<Record<Phase, string>> = {
  settings: "settings",
  assignments: "assignments",
  scope_tags: "scope tags",
};
const untouched = {
  not_captured: "were not captured in the backup; the target’s stay as they are.",
  from_policy_set: "in the backup came from a policy set; the target’s stay as they are.",
  policy_set_in_target: "in the target come from a policy set; they stay as they are.",
} as const;
const answers = {
  not_found: "The target does not have it.",
  changed: "The policy changed in the target between reading and writing it.",
  refused: "The target refused the request.",
  throttled: "The target took no more requests.",
  unreachable: "The target could not be reached.",
  outcome_unknown: "The connection to the target broke; the write may have been applied.",
} as const;

/** Why outcomes and findings are what they are, in English. */
export const englishOutcomeReasons = (format: Formatting): OutcomeReasonsWords => {
  const { number } = format;
  const changes = englishChanges(format);
  const side = (value: ChangeValue) => (value.kind === "absent" ? "not set" : valueInWords(value, changes));
  const changed = (what: string) => `Changed since the preview: ${what}. Nothing was written.`;
  const changedRun = (what: string) => `${changed(what)} Create another run and look at its preview.`;
  const said = ({ code, detail }: { readonly code: string; readonly detail: string }) =>
    detail.trim() === ""
      ? Object.hasOwn(answers, code)
        ? answers[code as keyof typeof answers]
        : "The target gave no reason."
      : setApart(detail);
  const list = (parts: readonly Phase[]) => parts.map((phase) => phases[phase]).join(", ");
  return {
    outcome: {
      left_untouched: ({ phase, cause }) =>
        `${phase === "assignments" ? "Assignments" : "Scope tags"} ${untouched[cause]}`,
      part_before_failed: () => "Not attempted, because the phase before it did not succeed.",
      no_value_planned: () => "The plan holds no value for this part.",
      target_answered: ({ problem }) => said(problem),
      not_in_preview: () => "It was not part of the preview, so nothing was written.",
      policy_appeared: ({ name }) => changed(`the target now has a policy that it matches, “${setApart(name)}”`),
      policy_gone: () => changed("the policy no longer exists in the target"),
      policy_not_readable: ({ problem }) => `The policy could not be read before writing: ${said(problem)}`,
      policy_changed: ({ fields, notNamed }) => {
        if (fields.length === 0) return changed("the policy, in a part that cannot be named");
        const named = fields.map(
          ({ path, before, after }) => `${pathInWords(path, changes)} (was ${side(before)}, is ${side(after)})`,
        );
        return changed(`${named.join("; ")}${notNamed > 0 ? `; and ${number(notNamed)} more` : ""}`);
      },
      match_changed: () => changed("the item now matches the target differently"),
      write_changed: () => changed("what would be written is no longer what was shown"),
      references_not_recorded: () => changedRun("the preview does not tell how its references were resolved"),
      reference_changed: ({ kind, name, change }) => {
        const called = `the ${kinds[kind]} “${setApart(name)}”`;
        switch (change.how) {
          case "gone":
            return changedRun(`${called} is no longer what the preview found in the target`);
          case "resolved_differently":
            return changedRun(`${called} is resolved differently`);
          case "another_object":
            return changedRun(`${called} is another object`);
          case "renamed":
            return changedRun(`${called} is now called “${setApart(change.calledNow)}”`);
          case "added":
            return changedRun(`${called} is new`);
        }
      },
      directory_changed: () =>
        changedRun(
          "the target’s groups, assignment filters or scope tags are not those that the mappings were made with",
        ),
      backup_set_not_readable: () => "The backup set could not be read.",
      target_not_readable: () => "The target could not be read.",
      target_identity_not_readable: ({ problem }) => `The target’s identity could not be read: ${said(problem)}`,
      target_is_another: ({ expected, actual }) =>
        `The target now says it is ${setApart(actual.label)} (${setApart(actual.tenantId)}), not ${setApart(expected.label)} (${setApart(expected.tenantId)}). Nothing was written.`,
      cancelled_by: ({ name }) => `Cancelled by ${setApart(name)}.`,
      cancelled_before_item: ({ name }) => `${setApart(name)} cancelled before this item was written.`,
      found_after_interruption: () => "Found so in the target after an interruption.",
      interrupted_while_writing: () => "Execution was interrupted while this was being written.",
      interrupted_before: () => "Not attempted, because execution was interrupted before it.",
      interrupted_each_time: ({ times }) =>
        `Execution was begun ${number(times)} times, was interrupted each time and was ended. What was not begun by then was not attempted.`,
      record_brought_back: () =>
        "The record was brought back from a copy, and does not tell what was written since that was made.",
    },
    finding: {
      not_part_of_restore: () => "It was not part of what the restore would write.",
      absent_in_target: () => "The target does not have it.",
      type_not_listed: () => "The target could not list all items of this type.",
      another_type_in_target: () => "The target holds a policy of another type under its id.",
      creation_not_known: () => "Whether it was created is not known, and so neither is which policy it would be.",
      intended_not_known: () => "What was intended can no longer be worked out from the target as it is.",
      read_refused: ({ problem }) => `The target could not be read: ${said(problem)}`,
    },
    differs: (parts) =>
      `Different from what was intended: ${parts
        .map(({ phase, differences }) => `${phases[phase]} (${number(differences)})`)
        .join(", ")}.`,
    notReturned: (parts) => `The target did not return: ${list(parts)}.`,
    leftAlone: (parts) => `Not compared, because the restore left them alone: ${list(parts)}.`,
    notKnown: "The record gives a reason that this version does not know.",
  };
};
