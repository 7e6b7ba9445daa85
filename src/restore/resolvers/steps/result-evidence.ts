import type { ActionModel, StatusLiteral } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { EvidenceFinding, EvidenceSnapshot } from "../../run/operation.js";
import type { NotComparedCause } from "../../run/outcome-reason.js";
import { coverageByPart, type PartCoverage } from "../../rules/evidence.js";
import { outcomeRecord } from "../../rules/outcome.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import { itemsNotChecked } from "../result-attention.js";
import type { EvidenceGap } from "../result-proof.js";
import { findingText } from "../outcome-text.js";
import { evidenceProof, type ResultState, resultState, usableEvidence } from "../result-state.js";

/** The target read back, or why there is nothing to read. */
export interface EvidenceModel {
  readonly title: string;
  readonly literal: StatusLiteral;
  readonly text: string;
  readonly detail: string;
  /** What was compared of each part and what was not, one sentence each; empty where everything was. */
  readonly coverage: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly literal: StatusLiteral;
    readonly word: string;
    readonly detail: string | null;
  }[];
  readonly showMore: (remaining: number) => string;
  /** Asks for another reading of the target; null where that makes no sense, or the operator may not. */
  readonly request: ActionModel | null;
}

const literals: Readonly<Record<EvidenceFinding["result"], StatusLiteral>> = {
  missing: "attention",
  differs: "attention",
  not_checked: "unknown",
  as_intended: "recorded",
};

/** Answers: what does the target say now, and of which parts does it say it? */
export function resolveEvidence(facts: RestoreFacts, context: RestoreContext): EvidenceModel {
  const words = context.words.results;
  const snapshot = usableEvidence(facts);
  const empty = { title: words.evidence.title, coverage: [], rows: [], showMore: context.words.terms.showMoreItems };
  const { items } = outcomeRecord(facts.run.execution?.results ?? null);
  const whole = snapshot !== null && itemsNotChecked(snapshot, items) === 0;
  if (snapshot !== null) return { ...empty, ...read(snapshot, whole, context), request: requestAction(facts, context) };
  const proof = evidenceProof(facts);
  if (proof.state === "in_progress") {
    const { inProgress, beingRead } = words.evidence;
    return { ...empty, literal: "running", text: inProgress, detail: beingRead, request: null };
  }
  return {
    ...empty,
    literal: "unavailable",
    text: words.evidence.unavailable,
    detail: gapDetail(proof.state === "unavailable" ? proof.cause : "none", context),
    request: requestAction(facts, context),
  };
}

function read(snapshot: EvidenceSnapshot, whole: boolean, context: RestoreContext) {
  const { evidence: words } = context.words.results;
  const order = Object.keys(literals);
  const resultOf = ({ result }: EvidenceFinding) => (Object.hasOwn(literals, result) ? result : "not_checked");
  const findings = [...(snapshot.findings ?? [])].sort(
    (left, right) => order.indexOf(resultOf(left)) - order.indexOf(resultOf(right)),
  );
  const { coverage } = snapshot;
  const parts = coverageByPart(findings);
  const asIntended = findings.length > 0 && findings.every((finding) => resultOf(finding) === "as_intended");
  const everyPart = parts?.every(isWhole) === true;
  const when = instantOf(snapshot.capturedAt, context)?.text ?? words.timeNotRecorded;
  const literal: StatusLiteral = whole && asIntended && everyPart ? "complete" : "attention";
  return {
    literal,
    text:
      coverage === null
        ? words.coverageNotRecorded
        : words.coverage(coverage.checked, coverage.checked + coverage.notChecked),
    detail: words.compared(when),
    coverage: parts === null ? [words.partsNotRecorded] : everyPart ? [] : parts.map((part) => partText(part, context)),
    rows: findings.map((finding) => {
      const result = resultOf(finding);
      const detail = findingText(finding, context.words.outcomeReasons);
      return { id: finding.itemId, name: finding.name, literal: literals[result], word: words.result[result], detail };
    }),
  };
}

function isWhole({ notCompared }: PartCoverage): boolean {
  return Object.values(notCompared).every((count) => count === 0);
}

function partText(
  { phase, compared, notCompared }: PartCoverage,
  { words: { results, terms } }: RestoreContext,
): string {
  const causes = Object.keys(notCompared) as NotComparedCause[];
  const because = causes.flatMap((cause) => {
    const count = notCompared[cause];
    return count === 0 ? [] : [results.evidence.notCompared[cause](count)];
  });
  const total = Object.values(notCompared).reduce((sum, count) => sum + count, compared);
  return results.evidence.part(terms.phase[phase], compared, total, because);
}

/** Why there is nothing to read; that the target was not read back is said only where it was not. */
function gapDetail(cause: EvidenceGap, { words: { results, proof } }: RestoreContext): string {
  const words = results.evidence;
  switch (cause) {
    case "not_executed":
      return words.nothingExecuted;
    case "not_final":
      return words.notEnded;
    case "failed":
      return words.failed;
    case "none":
      return words.notRead;
    case "foreign":
      return `${proof.evidenceGap.foreign} ${words.notRead}`;
    case "unauthorised":
    case "superseded":
    case "operation_not_proven":
    case "capture_time_not_readable":
    case "captured_before_end":
    case "operation_end_not_recorded":
    case "result_not_known":
      return proof.evidenceGap[cause];
  }
}

const readable: readonly ResultState[] = [
  "completed_proof_incomplete",
  "completed_with_evidence",
  "needs_review",
  "failed",
];

function requestAction(facts: RestoreFacts, { words }: RestoreContext): ActionModel | null {
  if (!readable.includes(resultState(facts)) || !facts.operator.capabilities.includes("evidence.view")) return null;
  return { kind: "callback", id: "request_evidence", label: words.results.evidence.request };
}
