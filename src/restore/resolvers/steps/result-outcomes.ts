import type { StatusLiteral } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { ItemOutcome, PhaseOutcome } from "../../run/outcome.js";
import { itemTypeOf, phasesOf } from "../../rules/item-types.js";
import { everyPartRecorded, type ItemStanding, outcomeOrder, outcomeRecord, standingOf } from "../../rules/outcome.js";
import type { RestoreContext } from "../context.js";
import { outcomeLabels, outcomeStatus } from "../result.js";
import { resultState } from "../result-state.js";
import { operationProgress } from "./operation-page.js";
import { counted, tally } from "./words.js";

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
  /** Said in place of rows where none were recorded; null where they were. */
  readonly empty: string | null;
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

const phases = ["settings", "assignments", "scope_tags"] as const;

/** Answers: what became of each item, phase by phase? A group says no more than its rows show. */
export function itemOutcomes(facts: RestoreFacts, context: RestoreContext): OutcomesModel {
  const { terms } = context.words;
  const { items } = outcomeRecord(facts.run.execution?.results ?? null);
  const group = (id: string, title: string, members: readonly ItemOutcome[]) => {
    const rows = [...members].sort((left, right) => order(left.outcome) - order(right.outcome));
    return {
      id,
      title: `${title}, ${counted(rows.length, "item", "items", context)}`,
      rows: rows.map((item) => outcomeRow(item, context)),
      showMore: (remaining: number) =>
        terms.showMoreItemsOf(
          remaining,
          tally(rows.slice(-remaining).map(({ outcome }) => outcome)).map(
            ([outcome, count]) => `${context.number(count)} ${outcomeLabels[outcome].toLowerCase()}`,
          ),
        ),
    };
  };
  const of = (standing: ItemStanding) => (items ?? []).filter((item) => standingOf(item) === standing);
  return {
    title: "Item outcomes",
    columns: { item: "Item", phases: phases.map((id) => ({ id, label: terms.phase[id] })) },
    groups:
      items === null
        ? []
        : [
            group("needs_follow_up", "Needs follow-up", of("needs_follow_up")),
            group("partly_left", partlyLeft(of("partly_left")), of("partly_left")),
            group("written_or_unchanged", "Written or unchanged", of("written_or_unchanged")),
          ].filter(({ rows }) => rows.length > 0),
    empty: items === null ? noOutcomes(facts, context) : items.length === 0 ? "No item was in the execution." : null,
  };
}

/** A part without a record may have been written: it is not said to be as it was. */
function partlyLeft(items: readonly ItemOutcome[]): string {
  return items.every(everyPartRecorded) ? "Partly left as it was" : "Partly left as it was, or not recorded";
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
  return outcomeOrder.indexOf(outcome);
}

function outcomeRow(item: ItemOutcome, { words: { terms } }: RestoreContext): OutcomeRow {
  const type = itemTypeOf(item.type).label;
  const skipped = item.skipReason === null ? null : terms.skipReason[item.skipReason];
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
          label: terms.phase[id],
          literal: "unavailable",
          word: exists ? missing : "Does not apply",
          reason: null,
        };
      }
      return {
        id,
        label: terms.phase[id],
        literal: outcomeStatus[result.outcome],
        word: outcomeLabels[result.outcome],
        reason: result.reason === item.reason ? null : result.reason,
      };
    }),
  };
}
