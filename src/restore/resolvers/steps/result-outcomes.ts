import type { StatusLiteral } from "../../../view-models/index.js";
import type { RestorePhase } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { ItemOutcome } from "../../run/outcome.js";
import { phasesOf } from "../../rules/item-types.js";
import { everyPartRecorded, type ItemStanding, outcomeOrder, outcomeRecord, standingOf } from "../../rules/outcome.js";
import type { RestoreContext } from "../context.js";
import { typeName } from "../copy/word-of.js";
import { reasonText } from "../outcome-text.js";
import { recordedOperation } from "../result-proof.js";
import { resultState, usableEvidence } from "../result-state.js";
import { outcomeStatus } from "../result-summary.js";
import { operationProgress } from "./operation-page.js";

/** Item outcomes per phase, failures first (BY-9). */
export interface OutcomesModel {
  readonly title: string;
  readonly columns: {
    readonly item: string;
    readonly phases: readonly { readonly id: string; readonly label: string }[];
  };
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly rows: readonly OutcomeRow[];
    readonly showMore: (remaining: number) => string;
  }[];
  /** Why the execution as a whole ended as it did; null where nothing of the kind was recorded. */
  readonly reason: string | null;
  /** Said in place of rows where none were recorded; null where they were. */
  readonly empty: string | null;
}

/** One item and what became of each phase. */
export interface OutcomeRow {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** What reading the target back found that was not intended; null where that is nothing. */
  readonly readBack: string | null;
  readonly phases: readonly {
    readonly id: string;
    readonly label: string;
    readonly literal: StatusLiteral;
    readonly word: string;
    readonly reason: string | null;
  }[];
}

const phases: readonly RestorePhase[] = ["settings", "assignments", "scope_tags"];

/** Answers: what became of each item, phase by phase? A group says no more than its rows show. */
export function itemOutcomes(facts: RestoreFacts, context: RestoreContext): OutcomesModel {
  const { results, outcomeReasons, terms } = context.words;
  const words = results.outcomes;
  const { items } = outcomeRecord(facts.run.execution?.results ?? null);
  const reason = facts.run.execution?.reason ?? null;
  const readBack = new Map(
    (usableEvidence(facts)?.findings ?? []).flatMap(({ itemId, result }) =>
      result === "differs" || result === "missing" ? [[itemId, result] as const] : [],
    ),
  );
  const group = (id: ItemStanding, title: string) => {
    const members = (items ?? []).filter((item) => standingOf(item) === id);
    // Where every outcome went as wanted, what the target holds otherwise is what asks for a look.
    const otherwise = (item: ItemOutcome) => id !== "needs_follow_up" && readBack.has(item.itemId);
    const rank = (item: ItemOutcome) => (otherwise(item) ? -1 : outcomeOrder.indexOf(item.outcome));
    const rows = members.sort((left, right) => rank(left) - rank(right));
    return {
      id,
      title: words.groupTitle(title, rows.length, rows.filter(otherwise).length),
      rows: rows.map((item) => outcomeRow(item, readBack.get(item.itemId) ?? null, context)),
      showMore: (remaining: number) => terms.showMoreItemsOf(remaining, kindsOf(rows.slice(-remaining), context)),
    };
  };
  const recorded = (items ?? []).every((item) => standingOf(item) !== "partly_left" || everyPartRecorded(item));
  return {
    title: words.title,
    columns: { item: words.column, phases: phases.map((id) => ({ id, label: terms.phase[id] })) },
    groups: [
      group("needs_follow_up", words.needs_follow_up),
      // A part without a record may have been written: it is not said to be as it was.
      group("partly_left", recorded ? words.partly_left : words.partly_left_or_not_recorded),
      group("written_or_unchanged", words.written_or_unchanged),
    ].filter(({ rows }) => rows.length > 0),
    reason: reason === null ? null : reasonText(reason, outcomeReasons),
    empty: items === null ? noOutcomes(facts, context) : items.length === 0 ? words.noItem : null,
  };
}

function noOutcomes(facts: RestoreFacts, context: RestoreContext): string {
  const { outcomes: words } = context.words.results;
  if (facts.run.execution === null) return words.nothingExecuted;
  if (resultState(facts) !== "in_progress") return words.rowsNotRecorded;
  // Of an operation that is not this run's own, or that this operator may not see, nothing is told (RR-8).
  const operation = recordedOperation(facts).state === "unavailable" ? null : facts.operation;
  return words.notFinal(operation === null ? null : operationProgress(operation, context));
}

function kindsOf(items: readonly ItemOutcome[], { number, words: { results } }: RestoreContext): readonly string[] {
  return outcomeOrder.flatMap((outcome) => {
    const count = items.filter((item) => item.outcome === outcome).length;
    return count === 0 ? [] : [`${number(count)} ${results.outcome[outcome].toLowerCase()}`];
  });
}

/** What was written and what the target holds now are two facts; where they differ, the row says both (SI-4). */
function outcomeRow(item: ItemOutcome, readBack: "differs" | "missing" | null, context: RestoreContext): OutcomeRow {
  const { outcomeReasons, results, terms } = context.words;
  const said = item.reason === null ? null : reasonText(item.reason, outcomeReasons);
  const skipped = item.skipReason === null ? null : terms.skipReason[item.skipReason];
  const detail = said ?? skipped ?? typeName(item.type, terms);
  return {
    id: item.itemId,
    name: item.name,
    detail,
    readBack: readBack === null ? null : results.outcomes.readBack(results.evidence.result[readBack]),
    phases: phases.map((id) => ({ id, label: terms.phase[id], ...phaseWords(id, item, said, context) })),
  };
}

function phaseWords(
  id: RestorePhase,
  item: ItemOutcome,
  said: string | null,
  { words: { results, outcomeReasons } }: RestoreContext,
): Pick<OutcomeRow["phases"][number], "literal" | "word" | "reason"> {
  const result = item.phases.find(({ phase }) => phase === id);
  if (result !== undefined) {
    const reason = result.reason === null ? null : reasonText(result.reason, outcomeReasons);
    const { outcome } = result;
    return { literal: outcomeStatus[outcome], word: results.outcome[outcome], reason: reason === said ? null : reason };
  }
  const missing = item.outcome === "skipped" ? results.outcome.skipped : results.outcomes.notRecorded;
  const word = phasesOf(item.type).includes(id) ? missing : results.outcomes.doesNotApply;
  return { literal: "unavailable", word, reason: null };
}
