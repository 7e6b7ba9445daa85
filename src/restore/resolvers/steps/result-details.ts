import type { ActionModel, StatusLiteral } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { EvidenceFinding } from "../../run/operation.js";
import { type ItemOutcome, outcomesNeedingReview, type PhaseOutcome } from "../../run/outcome.js";
import { itemTypeOf, phasesOf } from "../../rules/item-types.js";
import type { RestoreContext } from "../context.js";
import { outcomeLabels, outcomeStatus } from "../result.js";
import { evidenceProof, resultState, usableEvidence } from "../result-state.js";
import { operationProgress } from "./operation-page.js";
import { counted, phaseLabels, skipReasonSentences } from "./words.js";

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

/** Item outcomes per phase, failures first (BY-9). */
export interface OutcomesModel {
  readonly title: string;
  readonly columns: {
    readonly item: string;
    readonly phases: readonly { readonly id: string; readonly label: string }[];
  };
  readonly groups: readonly { readonly id: string; readonly title: string; readonly rows: readonly OutcomeRow[] }[];
  /** Said in place of rows where none were recorded; null where they were. */
  readonly empty: string | null;
  readonly showMore: (remaining: number) => string;
}

/** One item and what became of each phase. */
export interface OutcomeRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly phases: readonly {
    readonly id: string;
    readonly label: string;
    readonly literal: StatusLiteral;
    readonly word: string;
    readonly reason: string | null;
  }[];
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

const phases = ["settings", "assignments", "scope_tags"] as const;

/** Answers: what became of each item, and what does the target say now? */
export function resolveResultDetails(facts: RestoreFacts, context: RestoreContext): ResultDetailsModel {
  return { outcomes: outcomes(facts, context), evidence: evidence(facts, context), basis: basis(facts, context) };
}

function outcomes(facts: RestoreFacts, context: RestoreContext): OutcomesModel {
  const { run } = facts;
  const items = run.execution?.results?.items ?? null;
  const asksForReview = (item: ItemOutcome) => outcomesNeedingReview.includes(item.outcome);
  const group = (id: string, title: string, rows: readonly ItemOutcome[]) => ({
    id,
    title: `${title}, ${counted(rows.length, "item", "items", context)}`,
    rows: [...rows].sort((left, right) => order(left.outcome) - order(right.outcome)).map(outcomeRow),
  });
  return {
    title: "Item outcomes",
    columns: { item: "Item", phases: phases.map((id) => ({ id, label: phaseLabels[id] })) },
    groups:
      items === null
        ? []
        : [
            group("needs_follow_up", "Needs follow-up", items.filter(asksForReview)),
            group(
              "no_follow_up",
              "No follow-up",
              items.filter((item) => !asksForReview(item)),
            ),
          ].filter(({ rows }) => rows.length > 0),
    empty: items === null ? noOutcomes(facts, context) : items.length === 0 ? "No item was in the execution." : null,
    showMore: (remaining) => `Show ${counted(remaining, "more item", "more items", context)}`,
  };
}

function noOutcomes(facts: RestoreFacts, context: RestoreContext): string {
  const { run, operation } = facts;
  if (run.execution === null) return "Nothing was executed, so there is no outcome.";
  if (resultState(facts) === "in_progress") {
    const progress = operation === null ? "" : `${operationProgress(operation, context)}. `;
    return `${progress}Outcomes are recorded when the execution ends.`;
  }
  return "Item rows were not recorded.";
}

function order(outcome: PhaseOutcome): number {
  return Object.keys(outcomeLabels).indexOf(outcome);
}

function outcomeRow(item: ItemOutcome): OutcomeRow {
  const type = itemTypeOf(item.type).label;
  const skipped = item.skipReason === null ? null : skipReasonSentences[item.skipReason];
  return {
    id: item.itemId,
    name: item.name,
    detail: item.reason ?? skipped ?? type,
    phases: phases.map((id) => {
      const result = item.phases.find(({ phase }) => phase === id);
      if (result === undefined) {
        const exists = phasesOf(item.type).includes(id);
        const missing = item.outcome === "skipped" ? outcomeLabels.skipped : "Not recorded";
        return {
          id,
          label: phaseLabels[id],
          literal: "unavailable",
          word: exists ? missing : "Does not apply",
          reason: null,
        };
      }
      return {
        id,
        label: phaseLabels[id],
        literal: outcomeStatus[result.outcome],
        word: outcomeLabels[result.outcome],
        reason: result.reason === item.reason ? null : result.reason,
      };
    }),
  };
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
    detail: `The target was read ${snapshot.capturedAt === null ? "at a time that was not recorded" : context.instant(snapshot.capturedAt).text} and compared with what was intended.`,
    rows: findings.map(({ itemId, name, result, detail }) => ({ id: itemId, name, ...findingWords[result], detail })),
  };
}

function gapDetail(facts: RestoreFacts): string {
  if (facts.run.execution === null) return "Nothing has been executed, so there is nothing to read back.";
  if (resultState(facts) === "in_progress") return "The target is read back once the execution has ended.";
  const proof = evidenceProof(facts);
  if (proof.state === "unavailable" && proof.cause === "unauthorised") return "Evidence exists that you may not see.";
  if (proof.state === "unavailable" && proof.cause === "failed")
    return "The target could not be read back. What it holds now is not known from here.";
  return "The target has not been read back since the execution. What it holds now is not known from here.";
}

function requestAction({ run, operator }: RestoreFacts): ActionModel | null {
  const status = run.execution?.status ?? null;
  if (status === null || status === "queued" || status === "running" || status === "cancelled") return null;
  if (!operator.capabilities.includes("evidence.view")) return null;
  return { kind: "callback", id: "request_evidence", label: "Read the target back" };
}

function basis({ run }: RestoreFacts, context: RestoreContext): ResultDetailsModel["basis"] {
  const snapshot = run.execution?.safetySnapshot ?? null;
  if (snapshot === null) return null;
  const row = (id: string, label: string, text: string) => ({ id, label, text });
  return {
    title: "Executed on",
    rows: [
      row("preview", "Preview", `Current when queued, generated ${context.instant(snapshot.previewCapturedAt).text}`),
      row(
        "checks",
        "Checks",
        `Current when queued, ${counted(snapshot.checkWarnings, "warning", "warnings", context)}, ${context.instant(snapshot.checksCapturedAt).text}`,
      ),
      row("confirmed", "Confirmed by", `${snapshot.confirmedBy.name}, ${context.instant(snapshot.confirmedAt).text}`),
      row("typed", "Typed label", snapshot.typedLabel),
    ],
  };
}
