import type { ActionModel, FreshnessBandViewModel, MeasureModel, StatusLiteral } from "../../../view-models/index.js";
import { evidenceFreshness } from "../../run/basis.js";
import type { CheckFinding, CheckSeverity } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { checkName, findingSentence } from "../copy/finding-words.js";
import { places } from "../reasons.js";
import { measure } from "../quality.js";
import type { WizardViews } from "../wizard.js";
import { evidenceBand } from "./evidence-band.js";
import { blockedAction, editAction, placeModel } from "./editing.js";
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

const severities = [
  { id: "blocking", literal: "blocked" },
  { id: "not_evaluated", literal: "unknown" },
  { id: "warning", literal: "attention" },
  { id: "safe", literal: null },
] as const satisfies readonly { id: CheckSeverity; literal: StatusLiteral | null }[];

/** Answers: is this dangerous? */
export function resolveChecksStep(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): ChecksStepModel {
  const { checks } = facts.run;
  const { checkList, terms } = context.words;
  const freshness = checksFreshness(facts);
  const outdated = freshness.state === "invalidated" || freshness.state === "stale";
  return {
    lead: checksLead(facts, freshness.state, frame, context),
    title: checkList.title,
    band: evidenceBand("checks", freshness, runAction(facts, context), context),
    runningText: checkList.running(facts.run.target.label),
    void: outdated,
    empty: checks === null ? checkList.empty : null,
    groups:
      checks === null ? [] : severities.map((severity) => group(severity, checks.findings, checks.summary, context)),
    showMore: checkList.showMoreFindings,
    showMoreItems: terms.showMoreItems,
  };
}

/** A run that was executed keeps the freshness that its safety snapshot recorded (SI-6). */
export function checksFreshness(facts: RestoreFacts): ReturnType<typeof evidenceFreshness>["checks"] {
  const snapshot = facts.run.execution?.safetySnapshot ?? null;
  return snapshot === null ? evidenceFreshness(facts).checks : { state: "current", at: snapshot.checksCapturedAt };
}

function runAction(facts: RestoreFacts, context: RestoreContext): ActionModel | null {
  const { run } = facts;
  if (run.execution !== null) return null;
  const { checkList, reasons } = context.words;
  const action = { id: "run_checks", label: run.checks === null ? checkList.run : checkList.runAgain };
  if (run.scope === null) {
    const place = run.backupSetId === null ? places.backupSet : places.scope;
    return blockedAction(
      action,
      reasons.scope_not_defined({ code: "scope_not_defined" }),
      placeModel(place, null, context),
    );
  }
  return editAction(facts, action, context);
}

function group(
  severity: (typeof severities)[number],
  findings: readonly CheckFinding[],
  summary: Readonly<Record<CheckSeverity, number>>,
  context: RestoreContext,
): FindingGroup {
  const { checkList } = context.words;
  const own = findings.filter((finding) => finding.severity === severity.id);
  return {
    id: severity.id,
    ...checkList.severity[severity.id],
    literal: summary[severity.id] === 0 ? null : severity.literal,
    count: measure(summary[severity.id], checkList.countNotRecorded, context),
    findings: rows(own, context),
    folded: severity.id === "safe",
    unfold: checkList.showEachCheck,
  };
}

function rows(findings: readonly CheckFinding[], context: RestoreContext): readonly FindingRow[] {
  const { findings: words } = context.words;
  const equal = new Map<string, { detail: string; alike: CheckFinding[] }>();
  for (const finding of findings) {
    const detail = findingSentence(words, finding.reason);
    const key = JSON.stringify([finding.check, detail]);
    const known = equal.get(key);
    if (known === undefined) equal.set(key, { detail, alike: [finding] });
    else known.alike.push(finding);
  }
  return [...equal.entries()].flatMap(([id, { detail, alike }]) => {
    const [first] = alike;
    if (first === undefined) return [];
    const several = alike.length > 1;
    return {
      id,
      title: several ? context.words.checkList.items(alike.length) : first.itemName,
      check: checkName(words, first.check),
      detail,
      items: several ? alike.map(({ itemId, itemName }) => ({ id: itemId, name: itemName })) : [],
      unfold: context.words.checkList.showItems,
    };
  });
}
