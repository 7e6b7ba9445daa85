import type { Formatting } from "../../../../flow/index.js";
import { type BasisChange, type StaleCause, setApart } from "../../../../safety/index.js";
import type { FindingReason } from "../../../run/findings.js";
import type { HostProblem } from "../../../run/assessment.js";
import type { AttemptStage, RestoreReason } from "../../reasons.js";
import { findingSentence } from "../finding-words.js";
import { wordOf } from "../word-of.js";
import { englishBasisFields } from "./basis.js";
import { englishScope } from "./scope.js";
import { englishFindings } from "./findings.js";

/** A sentence per reason, none missing. */
export type ReasonsWords = {
  readonly [Code in RestoreReason["code"]]: (reason: Extract<RestoreReason, { code: Code }>) => string;
};

const nouns = { group: "group", assignment_filter: "assignment filter", scope_tag: "scope tag" } as const;

/** Everything that a gate can say, in English. */
export const englishReasons = (format: Formatting): ReasonsWords => {
  const { counted, number, plural } = format;
  const { itemsInScope, references } = englishScope(format);
  const findings = englishFindings(format);
  const said = (reason: FindingReason) => findingSentence(findings, reason);
  const items = (count: number) => counted(count, { one: "item", other: "items" });
  const ended = (at: string | null) => (at === null ? "" : ` at ${format.instant(at).text}`);
  return {
    backup_set_not_selected: () => "No backup set is selected.",
    backup_set_not_readable: () => "The selected backup set cannot be read. Select it again, or select another one.",
    backup_quality_not_recorded: () => "The quality of this backup set was not recorded, so it cannot be relied on.",
    backup_set_empty: () => "This backup set has no captured items.",
    no_usable_items: (r) =>
      plural(r.items, {
        one: "The only item in this backup set cannot be restored.",
        other: `None of the ${items(r.items)} in this backup set can be restored.`,
      }),
    source_usable: (r) =>
      `${number(r.usable)} of ${items(r.items)} ${plural(r.usable, { one: "is", other: "are" })} usable.`,
    source_of_other_tenant: (r) =>
      `This backup is from ${setApart(r.source)}, and the target is ${setApart(r.target)}.`,
    source_tenant_not_recorded: () => "This backup does not say which tenant it is from.",
    target_identity_not_read: () =>
      "The target’s identity has not been read from the target. Running the checks reads it.",
    target_identity_differs: (r) =>
      r.expected.label === r.actual.label
        ? `The target is another tenant of the same name: ${setApart(r.actual.tenantId)}, and this run was created for ${setApart(r.expected.tenantId)}. Create a run in the right environment.`
        : `The target now says it is ${setApart(r.actual.label)}. This run was created for ${setApart(r.expected.label)}. Create a run in the right environment.`,
    operator_not_entitled: () =>
      "You may look at this run, not prepare it. A workspace administrator can grant the restore capability.",
    target_confirmed: (r) =>
      `${setApart(r.label)}, read from the target and equal to the label recorded with this run.`,
    scope_not_defined: () => "The restore scope is not defined.",
    scope_not_readable: () => "The items in scope cannot be read. Define the scope again.",
    scope_empty: () => "No item is in scope. An empty selection never means all.",
    scope_items_unknown: (r) =>
      plural(r.count, {
        one: `The backup set does not hold ${number(r.count)} item of the scope: ${setApart(r.first)}. Apply the scope again.`,
        other: `The backup set does not hold ${number(r.count)} items of the scope. First: ${setApart(r.first)}. Apply the scope again.`,
      }),
    dependencies_not_determined: () =>
      "Which groups, filters and scope tags are needed could not be determined. Read the target again by running the checks.",
    mappings_unresolved: (r) => {
      const first = `${nouns[r.first.kind]} ${setApart(r.first.name)}`;
      return plural(r.count, {
        one: `${number(r.count)} required mapping is not resolved: ${first}.`,
        other: `${number(r.count)} required mappings are not resolved. First: ${first}.`,
      });
    },
    scope_mapped: (r) => `${itemsInScope(r.items)}. ${references(r.dependencies)}`,
    nothing_writable: () => "Nothing in scope can be written, so this run stays a dry-run.",
    references_left_out: (r) =>
      plural(r.count, {
        one: `${number(r.count)} reference is left out: ${plural(r.items, { one: `${number(r.items)} item is`, other: `${number(r.items)} items are` })} written without it.`,
        other: `${number(r.count)} references are left out: ${plural(r.items, { one: `${number(r.items)} item is`, other: `${number(r.items)} items are` })} written without them.`,
      }),
    checks_not_run: () => "Checks have not run for this scope.",
    checks_under_way: (r) =>
      r.stage === "queued"
        ? `Checks were asked for ${format.instant(r.since).text} by ${setApart(r.by)}, and have not begun.`
        : `Checks are running since ${format.instant(r.since).text}, asked for by ${setApart(r.by)}.${doing(r.stage)}`,
    checks_failed: (r) => `The last checks, asked for by ${setApart(r.by)}, failed${ended(r.at)}. ${why(r.problem)}`,
    checks_invalidated: (r) => `The checks are void since ${changed(r.changes)}.`,
    checks_stale: (r) =>
      `The recorded checks cannot be shown to be current: the record does not prove ${missing(r.cause)}.`,
    checks_blocking: (r) =>
      plural(r.count, { one: said(r.first), other: `${number(r.count)} blocking findings. First: ${said(r.first)}` }),
    checks_not_evaluated: (r) =>
      plural(r.count, {
        one: `Not evaluated: ${said(r.first)}`,
        other: `${number(r.count)} checks could not be evaluated. First: ${said(r.first)}`,
      }),
    checks_clear: (r) =>
      r.items === null
        ? "No check blocked when this run was queued. What was checked is no longer on the record."
        : `Checks are current for ${items(r.items)}. No blocker was found.`,
    checks_to_look_at: (r) => {
      const warnings = counted(r.warnings, { one: "warning", other: "warnings" });
      const accepted =
        r.accepted === null
          ? ""
          : ` ${number(r.accepted.count)} accepted. First, by ${setApart(r.accepted.by)}: “${setApart(r.accepted.reason)}”.`;
      if (r.notEvaluated === null) return `${warnings} to look at. What was not evaluated was not recorded.${accepted}`;
      if (r.notEvaluated === 0) return `${warnings} to look at.${accepted}`;
      return `${number(r.notEvaluated)} not evaluated, ${warnings} to look at.${accepted}`;
    },
    preview_not_run: () => "No preview has been generated for this scope.",
    preview_under_way: (r) =>
      r.stage === "queued"
        ? `A preview was asked for ${format.instant(r.since).text} by ${setApart(r.by)}, and has not begun.`
        : `The preview is being generated since ${format.instant(r.since).text}, asked for by ${setApart(r.by)}.${doing(r.stage)}`,
    preview_failed: (r) => `The last preview, asked for by ${setApart(r.by)}, failed${ended(r.at)}. ${why(r.problem)}`,
    preview_invalidated: (r) => `The preview is void since ${changed(r.changes)}.`,
    preview_stale: (r) =>
      `The recorded preview cannot be shown to be current: the record does not prove ${missing(r.cause)}.`,
    preview_undecided: (r) =>
      plural(r.count, {
        one: `The target moved since the checks: “${setApart(r.first)}” can no longer be told apart or resolved. Run the checks again.`,
        other: `The target moved since the checks: ${number(r.count)} items can no longer be told apart or resolved. First: “${setApart(r.first)}”. Run the checks again.`,
      }),
    checks_incomplete: (r) =>
      plural(r.count, {
        one: `The checks say nothing of ${number(r.count)} item of the scope: ${setApart(r.first)}. Run them again.`,
        other: `The checks say nothing of ${number(r.count)} items of the scope. First: ${setApart(r.first)}. Run them again.`,
      }),
    preview_incomplete: (r) =>
      plural(r.count, {
        one: `The preview does not show ${number(r.count)} item of the scope: ${setApart(r.first)}. Generate it again.`,
        other: `The preview does not show ${number(r.count)} items of the scope. First: ${setApart(r.first)}. Generate it again.`,
      }),
    preview_current: (r) => `Preview is current: ${number(r.written)} of ${items(r.items)} would be written.`,
    capability_missing: () => "You may not execute restores here. A workspace administrator can grant the capability.",
    facts_superseded: () => "What this page shows may no longer be so.",
    dry_run_on: () => "“Preview only (Dry-run)” is on.",
    impact_not_reviewed: () => "“I reviewed the impact” is not ticked.",
    typed_confirmation_not_met: (r) => notTyped[r.comparison.state],
    confirmed_now: (r) => `Impact reviewed and ${setApart(r.label)} typed. Checked again when execution is requested.`,
    confirmed: (r) => `Confirmed by ${setApart(r.by)} for ${setApart(r.label)}.`,
    safety_record_missing: () => "What allowed the execution was not recorded, so this cannot be shown.",
    ended_unconfirmed: () => "The run ended before anything was confirmed.",
    not_executed: () => "Nothing has been executed. No post-run evidence exists.",
    execution_queued: () => "The restore is queued.",
    execution_running: () => "The restore is running.",
    execution_without_evidence: () => "Execution completed, but post-run evidence is not available yet.",
    execution_evidence_unauthorised: () => "Execution completed. You may not see whether post-run evidence exists.",
    execution_with_evidence: () => "Execution proof and post-run evidence are available.",
    execution_needs_review: () => "Some items were skipped, partially applied, or failed.",
    evidence_asks_for_a_look: () => "Post-run evidence is available, and does not show every item as intended.",
    execution_failed: () => "The restore did not complete successfully.",
    execution_cancelled: () => "Restore did not execute due to cancellation or blocker.",
  };
};

const notTyped = {
  label_missing: "This run has no target label, so it can never be confirmed.",
  empty: "The target label has not been typed.",
  surrounding_space: "The typed label has a space before or after it.",
  differs: "The typed label differs from the target label.",
} as const;

function changed([{ field }]: readonly [BasisChange, ...BasisChange[]]): string {
  return `the ${wordOf(englishBasisFields, field) ?? setApart(field)} changed`;
}

function missing(cause: StaleCause): string {
  return cause === "capture_time_not_recorded" ? "when it was produced" : "what it was produced from";
}

const stages = {
  reading_target: " The target is being read.",
  comparing: " What was read is being compared.",
} as const;

function doing(stage: Exclude<AttemptStage, "queued">): string {
  return stage === null ? "" : stages[stage];
}

function why(problem: HostProblem | null): string {
  return problem === null ? "Why was not recorded." : `${setApart(problem.title)}: ${setApart(problem.detail)}`;
}
