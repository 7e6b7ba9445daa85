import type { ActionModel, BackupQualitySummaryViewModel, MeasureModel } from "../../../view-models/index.js";
import { setApart } from "../../../safety/index.js";
import type { BackupSetSummary } from "../../run/backup-set.js";
import type { RunChange } from "../../run/events.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { FrozenTarget } from "../../run/run.js";
import type { RestoreContext } from "../context.js";
import { typeName } from "../copy/word-of.js";
import { sourceTenant } from "../gates.js";
import { measure, resolveQuality } from "../quality.js";
import type { ControlState } from "./lead.js";
import { editAction, editing, undoneBy } from "./editing.js";

/** The content of step 1: which backup set, and what is known of it (RW-2). */
export interface SourceStepModel {
  readonly title: string;
  readonly placeholder: string;
  readonly control: ControlState;
  readonly options: readonly BackupSetOption[];
  /** Said in place of the selector where the workspace holds no backup set; null where there is one. */
  readonly empty: string | null;
  /** Id of the set in the selector; null where nothing is chosen. */
  readonly chosenId: string | null;
  /** Facts of the set in the selector; empty where nothing is chosen. */
  readonly facts: readonly SourceFact[];
  /** What using the set in the selector would undo (BY-2); null where nothing would be. */
  readonly undoes: string | null;
  /** Puts the chosen set on the run; null where it is on the run already, or nothing is chosen. */
  readonly apply: ActionModel | null;
  /** Goes back to the set of the run; null where there is nothing to go back from. */
  readonly keep: ActionModel | null;
  readonly quality: BackupQualitySummaryViewModel;
}

/** One backup set to choose. */
export interface BackupSetOption {
  readonly id: string;
  /** Name and item count; with the capture time where another set has the same name. */
  readonly text: string;
}

/** One fact of RW-2, or the honest lack of it. */
export interface SourceFact {
  readonly id: "snapshot_timestamp" | "tenant_name" | "item_count" | "types";
  readonly label: string;
  readonly value: MeasureModel | { readonly state: "text"; readonly text: string };
}

/** Answers: what are we restoring from? `chosenId` is the set in the selector, which the run may not have yet. */
export function resolveSourceStep(
  facts: RestoreFacts,
  backupSets: readonly BackupSetSummary[],
  chosenId: string | null,
  context: RestoreContext,
): SourceStepModel {
  const { run } = facts;
  const { source } = context.words;
  const saved = facts.backupSet;
  const chosen = backupSets.find(({ id }) => id === chosenId) ?? (saved?.id === chosenId ? saved : null);
  const differs = chosen !== null && chosen.id !== run.backupSetId;
  return {
    title: source.title,
    placeholder: source.placeholder,
    control: editing(facts, context),
    options: backupSets.map((set) => ({ id: set.id, text: optionText(set, backupSets, context) })),
    empty: backupSets.length === 0 && saved === null ? source.empty : null,
    chosenId: chosen?.id ?? null,
    facts: chosen === null ? [] : sourceFacts(chosen, run.target, context),
    undoes: run.backupSetId === null ? null : undoneBy(facts, selection(differs ? chosen : null), context, chosen),
    apply: applyAction(facts, differs, context),
    keep:
      differs && saved !== null ? { kind: "callback", id: "keep_backup_set", label: source.keep(saved.name) } : null,
    quality: qualityOf(chosen ?? saved, context),
  };
}

/** The change that the selector stands for. Before another set is chosen it is any other one: no set has an empty id. */
function selection(other: BackupSetSummary | null): Extract<RunChange, { event: "backup_set_selected" }> {
  return { event: "backup_set_selected", backupSetId: other?.id ?? "" };
}

/** Where no set is chosen, what a count would mean for it is left out: five notes about nothing hide the one that matters. */
function qualityOf(set: BackupSetSummary | null, context: RestoreContext): BackupQualitySummaryViewModel {
  const model = resolveQuality(set, context);
  if (set !== null) return model;
  const [first, ...others] = model.rows;
  return { ...model, rows: [{ ...first, note: "" }, ...others.map((row) => ({ ...row, note: "" }))] };
}

function applyAction(facts: RestoreFacts, differs: boolean, context: RestoreContext): ActionModel | null {
  const action = { id: "use_backup_set", label: context.words.source.apply };
  return differs ? editAction(facts, action, context) : null;
}

function optionText(
  { id, name, capturedAt, quality }: BackupSetSummary,
  all: readonly BackupSetSummary[],
  context: RestoreContext,
): string {
  const { source } = context.words;
  const captured = capturedAt === null ? source.captureTimeNotRecorded : context.instant(capturedAt).text;
  const namesake = all.some((other) => other.id !== id && other.name === name);
  const items = quality.itemCount === null ? source.itemCountNotRecorded : source.items(quality.itemCount);
  return [setApart(name), ...(namesake ? [captured] : []), items].join(" · ");
}

function sourceFacts(set: BackupSetSummary, target: FrozenTarget, context: RestoreContext): readonly SourceFact[] {
  const { source } = context.words;
  const fact = (id: SourceFact["id"], value: SourceFact["value"]): SourceFact => ({
    id,
    label: source.fact[id],
    value,
  });
  const text = (id: SourceFact["id"], value: string | null): SourceFact =>
    fact(
      id,
      value === null
        ? { state: "unavailable", text: context.words.flow.notRecorded, reason: source.missing[id] }
        : { state: "text", text: value },
    );
  // Whether it is the target's is told of a tenant without a name, too.
  const tenantFact = () => {
    const standing = source.tenant[sourceTenant(set, target)];
    if (set.tenantName !== null && set.tenantName !== "") {
      return text("tenant_name", `${setApart(set.tenantName)} · ${standing}`);
    }
    const reason = `${source.missing.tenant_name} ${standing}.`;
    return fact("tenant_name", { state: "unavailable", text: context.words.flow.notRecorded, reason });
  };
  return [
    text("snapshot_timestamp", set.capturedAt === null ? null : context.instant(set.capturedAt).text),
    tenantFact(),
    fact("item_count", measure(set.quality.itemCount, source.missing.item_count, context)),
    text(
      "types",
      set.types.length === 0
        ? null
        : source.types([...new Set(set.types.map((type) => typeName(type, context.words.terms)))]),
    ),
  ];
}
