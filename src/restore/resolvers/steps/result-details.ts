import type { ActionModel, StatusLiteral } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { EvidenceFinding } from "../../run/operation.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import { evidenceProof, type ResultState, resultState, usableEvidence } from "../result-state.js";
import { type OutcomesModel, itemOutcomes } from "./result-outcomes.js";
import { counted } from "./words.js";

/** What stands below the first screen of a result: outcomes, evidence, and what allowed the execution. */
export interface ResultDetailsModel {
  readonly outcomes: OutcomesModel;
  readonly evidence: EvidenceModel;
  /** What allowed the execution, as it was recorded then (SI-6, SI-13); null where nothing was queued. */
  readonly basis: {
    readonly title: string;
    readonly rows: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  } | null;
}

/** The target read back, or why there is nothing to read. */
export interface EvidenceModel {
  readonly title: string;
  readonly literal: StatusLiteral;
  readonly text: string;
  readonly detail: string;
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

/** Answers: what became of each item, and what does the target say now? */
export function resolveResultDetails(facts: RestoreFacts, context: RestoreContext): ResultDetailsModel {
  return { outcomes: itemOutcomes(facts, context), evidence: evidence(facts, context), basis: basis(facts, context) };
}

const findingWords: Readonly<
  Record<EvidenceFinding["result"], { readonly word: string; readonly literal: StatusLiteral }>
> = {
  missing: { word: "Missing", literal: "attention" },
  differs: { word: "Differs", literal: "attention" },
  not_checked: { word: "Not checked", literal: "unknown" },
  as_intended: { word: "As intended", literal: "recorded" },
};

function evidence(facts: RestoreFacts, context: RestoreContext): EvidenceModel {
  const snapshot = usableEvidence(facts);
  const base = {
    title: "Post-run evidence",
    showMore: (remaining: number) => `Show ${counted(remaining, "more item", "more items", context)}`,
    request: requestAction(facts),
  };
  if (snapshot === null) {
    const proof = evidenceProof(facts);
    if (proof.state === "in_progress") {
      return {
        ...base,
        literal: "running",
        text: "In progress",
        detail: "The target is being read back.",
        rows: [],
        request: null,
      };
    }
    return { ...base, literal: "unavailable", text: "Unavailable", detail: gapDetail(facts), rows: [] };
  }
  const ranks = Object.keys(findingWords);
  const findings = [...(snapshot.findings ?? [])].sort(
    (left, right) => ranks.indexOf(left.result) - ranks.indexOf(right.result),
  );
  const differing = findings.filter(({ result }) => result !== "as_intended").length;
  const coverage = snapshot.coverage;
  return {
    ...base,
    literal: differing > 0 || coverage === null || coverage.notChecked > 0 ? "attention" : "complete",
    text:
      coverage === null
        ? "Coverage not recorded"
        : `${context.number(coverage.checked)} of ${counted(coverage.checked + coverage.notChecked, "item", "items", context)} read back`,
    detail: `The target was read ${instantOf(snapshot.capturedAt, context)?.text ?? "at a time that was not recorded"} and compared with what was intended.`,
    rows: findings.map(({ itemId, name, result, detail }) => ({
      id: itemId,
      name,
      ...(findingWords[result] ?? findingWords.not_checked),
      detail,
    })),
  };
}

function gapDetail(facts: RestoreFacts): string {
  if (facts.run.execution === null) return "Nothing has been executed, so there is nothing to read back.";
  if (resultState(facts) === "in_progress") return "The target is read back once the execution has ended.";
  const proof = evidenceProof(facts);
  if (proof.state === "unavailable" && proof.cause === "unauthorised")
    return "You may not see whether evidence exists.";
  if (proof.state === "unavailable" && proof.cause === "failed")
    return "The target could not be read back. What it holds now is not known from here.";
  return "The target has not been read back since the execution. What it holds now is not known from here.";
}

const readable: readonly ResultState[] = [
  "completed_proof_incomplete",
  "completed_with_evidence",
  "needs_review",
  "failed",
];

function requestAction(facts: RestoreFacts): ActionModel | null {
  if (!readable.includes(resultState(facts)) || !facts.operator.capabilities.includes("evidence.view")) return null;
  return { kind: "callback", id: "request_evidence", label: "Read the target back" };
}

function basis({ run }: RestoreFacts, context: RestoreContext): ResultDetailsModel["basis"] {
  const snapshot = run.execution?.safetySnapshot ?? null;
  if (snapshot === null) return null;
  const row = (id: string, label: string, text: string) => ({ id, label, text });
  const at = (recorded: string) => instantOf(recorded, context)?.text ?? "at a time that was not recorded";
  return {
    title: "Executed on",
    rows: [
      row("preview", "Preview", `Current when queued, generated ${at(snapshot.previewCapturedAt)}`),
      row(
        "checks",
        "Checks",
        `Current when queued, ${counted(snapshot.checkWarnings, "warning", "warnings", context)}, ${at(snapshot.checksCapturedAt)}`,
      ),
      row("confirmed", "Confirmed by", `${snapshot.confirmedBy.name}, ${at(snapshot.confirmedAt)}`),
      row("typed", "Typed label", snapshot.typedLabel),
    ],
  };
}
