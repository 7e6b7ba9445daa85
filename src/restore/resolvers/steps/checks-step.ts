import type { ActionModel, FreshnessBandViewModel, MeasureModel, StatusLiteral } from "../../../view-models/index.js";
import { setApart } from "../../../safety/index.js";
import { type CheckAcceptance, unacceptedFindings } from "../../run/decisions.js";
import type { CheckEvidence, CheckFinding, CheckSeverity } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import { type Alike, findingsAlike } from "../check-list.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { checkName } from "../copy/finding-words.js";
import { findingsOf, severities } from "../finding-groups.js";
import { places } from "../reasons.js";
import { measure } from "../quality.js";
import { evidenceBand, recordedFreshness } from "./evidence-band.js";
import { blockedAction, editAction, editing, placeModel } from "./editing.js";
import { checksLead } from "./checks-lead.js";
import type { LeadModel } from "./lead.js";

/** The content of step 3: what the checks found, and whether it still holds (PF-13, RW-7). */
export interface ChecksStepModel {
  readonly lead: LeadModel;
  readonly title: string;
  readonly band: FreshnessBandViewModel;
  /** Said while checks are running. */
  readonly runningText: string;
  /** True where the findings no longer describe the present inputs: shown, and struck (SI-3). */
  readonly void: boolean;
  /** Said in place of groups where checks never ran; null where they did. */
  readonly empty: string | null;
  /** Blocking, not evaluated, warning, no conflict, in this order. */
  readonly groups: readonly FindingGroup[];
  readonly showMore: (remaining: number) => string;
  readonly showMoreItems: (remaining: number) => string;
}

/** Findings of one severity. */
export interface FindingGroup {
  readonly id: CheckSeverity;
  readonly title: string;
  /** null where the group asks for nothing: it is empty, or found no conflict. */
  readonly literal: StatusLiteral | null;
  readonly count: MeasureModel;
  readonly note: string;
  /** Findings that say the same are one row, so that sixty equal sentences do not hide the one that differs. */
  readonly findings: readonly FindingRow[];
  /** Whether the rows wait behind a control; blockers never do. */
  readonly folded: boolean;
  readonly unfold: string;
}

/** What was found, and about which items. */
export interface FindingRow {
  readonly id: string;
  /** Name of the item, or how many items there are. */
  readonly title: string;
  readonly check: string;
  readonly detail: string;
  /** The items of a row about several; empty where the title names the one. */
  readonly items: readonly { readonly id: string; readonly name: string }[];
  /** Words of the control that shows the items. */
  readonly unfold: string;
}

/** Answers: is this dangerous? */
export function resolveChecksStep(facts: RestoreFacts, context: RestoreContext): ChecksStepModel {
  const { checks } = facts.run;
  const { checkList, terms } = context.words;
  const freshness = recordedFreshness(facts).checks;
  const outdated = freshness.state === "invalidated" || freshness.state === "stale";
  return {
    lead: checksLead(facts, freshness.state, context),
    title: checkList.title,
    band: evidenceBand("checks", freshness, runAction(facts, context), context),
    runningText: checkList.running(facts.run.target.label),
    void: outdated,
    empty: checks === null ? checkList.empty : null,
    groups:
      checks === null ? [] : severities.map((severity) => group(severity, checks, facts.run.acceptances, context)),
    showMore: checkList.showMoreFindings,
    showMoreItems: terms.showMoreItems,
  };
}

function runAction(facts: RestoreFacts, context: RestoreContext): ActionModel | null {
  const { run } = facts;
  if (run.execution !== null) return null;
  const { checkList } = context.words;
  const action = { id: "run_checks", label: run.checks === null ? checkList.run : checkList.runAgain };
  if (run.scope === null && editing(facts, context).state === "open") {
    const place = run.backupSetId === null ? places.backupSet : places.scope;
    const reason = restoreCopy(context).reason({ code: "scope_not_defined" });
    return blockedAction(action, reason, placeModel(place, null, context));
  }
  return editAction(facts, action, context);
}

function group(
  id: CheckSeverity,
  checks: CheckEvidence,
  acceptances: readonly CheckAcceptance[],
  context: RestoreContext,
): FindingGroup {
  const { checkList } = context.words;
  const { findings, count, allAccepted, literal } = findingsOf(id, checks, acceptances);
  const open = new Set(unacceptedFindings(findings, acceptances));
  const { title, note } = checkList.severity[id];
  return {
    id,
    title,
    literal,
    count: measure(count, checkList.countNotRecorded, context),
    note: allAccepted ? checkList.allAccepted : note,
    findings: findingsAlike(findings, open, context).map((alike) => row(alike, context)),
    folded: id === "safe",
    unfold: checkList.showEachCheck,
  };
}

function row({ id, text, first, all }: Alike, { words: { checkList, findings } }: RestoreContext): FindingRow {
  const nameOf = ({ itemName }: CheckFinding) => setApart(itemName) || checkList.nameNotRecorded;
  const several = all.length > 1;
  return {
    id,
    title: several ? checkList.items(all.length) : nameOf(first),
    check: checkName(findings, first.check),
    detail: text,
    items: several ? all.map((finding) => ({ id: finding.itemId, name: nameOf(finding) })) : [],
    unfold: checkList.showItems,
  };
}
