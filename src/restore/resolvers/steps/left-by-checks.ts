import { type LinkAction, type SentenceModel, sentenceOf, type StatusLiteral } from "../../../view-models/index.js";
import { acceptanceOf, type CheckAcceptance, severityOf, unacceptedFindings } from "../../run/decisions.js";
import type { CheckFinding, CheckSeverity } from "../../run/evidence.js";
import type { RestoreRun } from "../../run/run.js";
import type { RestoreContext } from "../context.js";
import { checkName, findingSentence } from "../copy/finding-words.js";
import { severities } from "../finding-groups.js";
import { instantOf } from "../moments.js";
import { inSentence, nameModel } from "../name-words.js";
import { places } from "../reasons.js";
import { fewNames, type SomeNames, someNames } from "./some-names.js";

/** What the checks found and did not settle: what the operator restores in spite of (RW-20). */
export interface LeftByChecksModel {
  readonly title: string;
  readonly rows: readonly LeftFinding[];
  /** The way to those that are not named here; null where all are. */
  readonly more: LinkAction | null;
}

/** One finding, with the items of which the same was found. */
export interface LeftFinding {
  readonly id: string;
  readonly literal: StatusLiteral;
  readonly sentence: SentenceModel;
  /** How grave it is, whether it was accepted, and which check found it. */
  readonly label: string;
  readonly items: SomeNames;
  /** Who accepted it, when and why; null where nobody had to. */
  readonly accepted: SentenceModel | null;
}

interface Alike {
  readonly severity: CheckSeverity;
  readonly first: CheckFinding;
  readonly acceptance: CheckAcceptance | null;
  readonly all: CheckFinding[];
}

/**
 * Answers: which warnings, which checks that were not evaluated and which accepted findings would be gone past? Bounded, for
 * a run of thousands; what still blocks is among the conditions instead. null where there is nothing of it.
 */
export function resolveLeftByChecks(
  { checks, acceptances }: Pick<RestoreRun, "checks" | "acceptances">,
  context: RestoreContext,
): LeftByChecksModel | null {
  if (checks === null) return null;
  const open = new Set(unacceptedFindings(checks.findings, acceptances));
  const rows = new Map<string, Alike>();
  for (const severity of severities) {
    if (severity === "safe") continue;
    for (const finding of checks.findings) {
      if (severityOf(finding) !== severity || open.has(finding)) continue;
      const acceptance = acceptanceOf(finding, acceptances);
      // Each acceptance is one person's answer for one item, so it stands alone.
      const key = JSON.stringify([finding.check, finding.reason, acceptance === null ? null : finding.itemId]);
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { severity, first: finding, acceptance, all: [finding] });
      else row.all.push(finding);
    }
  }
  const all = [...rows];
  if (all.length === 0) return null;
  const { left: words } = context.words.confirm;
  const more = all.length - fewNames;
  return {
    title: words.title,
    rows: all.slice(0, fewNames).map(([, row], index) => leftFinding(`left/${index}`, row, context)),
    more:
      more > 0
        ? {
            kind: "link",
            id: "more_findings",
            label: words.moreFindings(more),
            href: context.href(places.findings),
          }
        : null,
  };
}

const literals: Readonly<Record<CheckSeverity, StatusLiteral>> = {
  blocking: "attention",
  not_evaluated: "unknown",
  warning: "attention",
  safe: "recorded",
};

function leftFinding(id: string, { severity, first, acceptance, all }: Alike, context: RestoreContext): LeftFinding {
  const { confirm, checkList, findings } = context.words;
  const { title } = checkList.severity[severity];
  const names = all.map(({ itemName }) => itemName);
  return {
    id,
    literal: literals[severity],
    sentence: sentenceOf(findingSentence(findings, first.reason)),
    label: `${acceptance === null ? title : confirm.left.accepted(title)}: ${checkName(findings, first.check)}`,
    items: someNames(`more_items:${id}`, names, { place: places.findings, label: confirm.left.moreItems }, context),
    accepted: acceptance === null ? null : sentenceOf(acceptedText(acceptance, context)),
  };
}

function acceptedText({ acceptedBy, acceptedAt, reason }: CheckAcceptance, context: RestoreContext): string {
  const { confirm, checkList, confirmation } = context.words;
  const at = instantOf(acceptedAt, context)?.text ?? confirmation.notRecorded;
  const by = inSentence(nameModel(acceptedBy.name, context));
  return confirm.left.because(checkList.acceptedBy(by, at), reason);
}
