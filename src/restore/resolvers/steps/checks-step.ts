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
import { counted } from "./words.js";

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
  { id: "blocking", title: "Blocking", literal: "blocked", note: "Each must be settled before a preview." },
  {
    id: "not_evaluated",
    title: "Not evaluated",
    literal: "unknown",
    note: "Not known, so never counted as free of conflict.",
  },
  { id: "warning", title: "Warning", literal: "attention", note: "Worth a look. Warnings do not block." },
  { id: "safe", title: "No conflict found", literal: null, note: "Nothing was found by the checks that ran." },
] as const satisfies readonly { id: CheckSeverity; title: string; literal: StatusLiteral | null; note: string }[];

/** Answers: is this dangerous? */
export function resolveChecksStep(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): ChecksStepModel {
  const { checks, execution } = facts.run;
  const freshness = execution === null ? evidenceFreshness(facts).checks : asRecorded(facts);
  const outdated = freshness.state === "invalidated" || freshness.state === "stale";
  return {
    lead: checksLead(facts, freshness.state, frame, context),
    title: "Findings",
    band: evidenceBand("checks", freshness, runAction(facts, context), context),
    runningText: `Checks are reading ${facts.run.target.label}.`,
    void: outdated,
    empty: checks === null ? "Nothing is known of conflicts with the target until the checks have run." : null,
    groups:
      checks === null ? [] : severities.map((severity) => group(severity, checks.findings, checks.summary, context)),
    showMore: (remaining) => `Show ${counted(remaining, "more finding", "more findings", context)}`,
    showMoreItems: (remaining) => `Show ${counted(remaining, "more item", "more items", context)}`,
  };
}

/** A run that was executed keeps the freshness that its safety snapshot recorded (SI-6). */
function asRecorded(facts: RestoreFacts): ReturnType<typeof evidenceFreshness>["checks"] {
  const snapshot = facts.run.execution?.safetySnapshot ?? null;
  return snapshot === null ? evidenceFreshness(facts).checks : { state: "current", at: snapshot.checksCapturedAt };
}

function runAction(facts: RestoreFacts, context: RestoreContext): ActionModel | null {
  const { run } = facts;
  if (run.execution !== null) return null;
  const action = { id: "run_checks", label: run.checks === null ? "Run checks" : "Run checks again" };
  if (run.scope === null) {
    const place = run.backupSetId === null ? places.backupSet : places.scope;
    return blockedAction(action, "The restore scope is not defined.", placeModel(place, null, context));
  }
  return editAction(facts, action, context);
}

function group(
  severity: (typeof severities)[number],
  findings: readonly CheckFinding[],
  summary: Readonly<Record<CheckSeverity, number>>,
  context: RestoreContext,
): FindingGroup {
  const own = findings.filter((finding) => finding.severity === severity.id);
  return {
    ...severity,
    literal: summary[severity.id] === 0 ? null : severity.literal,
    count: measure(summary[severity.id], "The checks did not record it.", context),
    findings: rows(own, context),
    folded: severity.id === "safe",
    unfold: "Show each check",
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
      title: several ? counted(alike.length, "item", "items", context) : first.itemName,
      check: checkName(words, first.check),
      detail,
      items: several ? alike.map(({ itemId, itemName }) => ({ id: itemId, name: itemName })) : [],
      unfold: "Show the items",
    };
  });
}
