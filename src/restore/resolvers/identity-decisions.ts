import {
  contractVersion,
  type MappingPicker,
  type MappingResolverViewModel,
  type MappingRowModel,
  type MappingTarget,
  sentenceOf,
} from "../../view-models/index.js";
import type { IdentityDecision } from "../run/decisions.js";
import type { RunChange } from "../run/events.js";
import type { CheckFinding, IdentityCandidate } from "../run/evidence.js";
import type { RestoreFacts } from "../run/facts.js";
import type { RestoreContext } from "./context.js";
import { findingSentence } from "./copy/finding-words.js";
import { instantOf } from "./moments.js";
import { places } from "./reasons.js";
import { editAction, editing, undoneBy } from "./steps/editing.js";

// Any decision there could be: no item has an empty id.
const anyDecision = { event: "identity_decided", itemId: "", decision: { decision: "create" } } as const;

/** Stands for “none of them” among the choices; no policy has an empty id. */
const created = "create";

/** One item of which a person decides which policy it is. */
interface Question {
  readonly itemId: string;
  /** Id of its own list of choices. */
  readonly picker: string;
  readonly name: string;
  /** What the checks found; null where it was decided and they found nothing against it. */
  readonly finding: CheckFinding | null;
  readonly decision: IdentityDecision | null;
  /** null where the checks did not record it. */
  readonly candidates: readonly IdentityCandidate[] | null;
}

/** Answers: of which items has a person to decide which policy of the target they are, and what was decided (BY-4)? null where of none. */
export function resolveIdentityDecisions(
  facts: RestoreFacts,
  context: RestoreContext,
): MappingResolverViewModel | null {
  const { identity: words, mappings } = context.words;
  const [first, ...others] = questionsOf(facts);
  if (first === undefined) return null;
  const questions = [first, ...others];
  const decided = questions.filter(isSettled).length;
  return {
    contract: contractVersion,
    id: places.identity.anchor,
    title: words.title,
    body: {
      state: "mapping",
      progress: { resolved: decided, total: questions.length, text: mappings.progress(decided, questions.length) },
      explanation: words.explanation,
      unfold: context.words.checkList.items(questions.length),
      undoes: undoneBy(facts, anyDecision, context),
      rows: questions.map((question) => rowOf(question, facts, context)),
      same: null,
      pickers: [pickerOf(first, facts, context), ...others.map((question) => pickerOf(question, facts, context))],
    },
  };
}

/** The change that a choice stands for. */
export function identityChange(itemId: string, { id }: Pick<MappingTarget, "id">): RunChange {
  const decision = id === created ? ({ decision: "create" } as const) : ({ decision: "match", targetId: id } as const);
  return { event: "identity_decided", itemId, decision };
}

/** The change that an action of a row stands for; null where it is none. */
export function identityUndo(facts: Pick<RestoreFacts, "run">, actionId: string): RunChange | null {
  const itemId = Object.keys(facts.run.identityDecisions).find((id) => actionId === undoId(id));
  return itemId === undefined ? null : { event: "identity_decided", itemId, decision: null };
}

function undoId(itemId: string): string {
  return `undo_identity:${itemId}`;
}

function questionsOf({ run }: Pick<RestoreFacts, "run">): readonly Question[] {
  const { checks, identityDecisions } = run;
  const own = (checks?.findings ?? []).filter(({ check }) => check === "identity");
  // What blocks is said last, so that it stands.
  const findings = new Map(
    [
      ...own.filter(({ severity }) => severity !== "blocking"),
      ...own.filter(({ severity }) => severity === "blocking"),
    ].map((finding) => [finding.itemId, finding]),
  );
  const blocking = own.filter(({ severity }) => severity === "blocking").map(({ itemId }) => itemId);
  return [...new Set([...blocking, ...Object.keys(identityDecisions)])].map((itemId, index) => ({
    itemId,
    picker: `policies/${index}`,
    name: findings.get(itemId)?.itemName ?? "",
    finding: findings.get(itemId) ?? null,
    decision: Object.hasOwn(identityDecisions, itemId) ? (identityDecisions[itemId] ?? null) : null,
    candidates: candidatesOf(checks?.candidates, itemId),
  }));
}

function candidatesOf(
  recorded: Readonly<Record<string, readonly IdentityCandidate[]>> | undefined,
  itemId: string,
): readonly IdentityCandidate[] | null {
  return recorded !== undefined && Object.hasOwn(recorded, itemId) ? (recorded[itemId] ?? null) : null;
}

/** Whether it was decided, and the checks found nothing against the decision since. */
function isSettled({ decision, finding }: Question): boolean {
  return decision !== null && finding?.reason.code !== "decision_broken";
}

function rowOf(question: Question, facts: RestoreFacts, context: RestoreContext): MappingRowModel {
  const { itemId, picker, name, finding, decision } = question;
  const { identity: words, mappings, findings } = context.words;
  const settled = isSettled(question);
  const base = {
    key: itemId,
    kind: picker,
    source: name === "" ? { text: words.nameNotRecorded(itemId) } : { external: name },
    usage: words.usage,
    word: settled ? words.word.decided : words.word.open,
  };
  const skip = { state: "refused", reason: words.notLeftOut } as const;
  const undo = editAction(facts, { id: undoId(itemId), label: mappings.undo }, context);
  const choose = (label: string) => editAction(facts, { id: `choose_identity:${itemId}`, label }, context);
  if (settled && decision !== null) {
    return {
      ...base,
      state: "mapped",
      target: targetOf(decision, question, context),
      choose: choose(mappings.change),
      undo,
      skip,
    };
  }
  return {
    ...base,
    state: "unresolved",
    reason: finding === null ? null : sentenceOf(findingSentence(findings, finding.reason)),
    suggestion: null,
    choose: choose(words.choose),
    skip,
    undo: decision === null ? null : undo,
  };
}

function targetOf(decision: IdentityDecision, { candidates }: Question, context: RestoreContext): MappingTarget {
  const { identity: words } = context.words;
  if (decision.decision === "create") return { id: created, name: { text: words.create }, detail: null };
  const known = candidates?.find(({ id }) => id === decision.targetId);
  return policyOf(known ?? { id: decision.targetId, name: "", modifiedAt: null }, context);
}

/** Policies that could be meant are alike in name, so each says what tells it apart. */
function policyOf({ id, name, modifiedAt }: IdentityCandidate, context: RestoreContext): MappingTarget {
  const { identity: words } = context.words;
  const at = instantOf(modifiedAt, context);
  const detail = at === null ? words.id(id) : words.changed(id, at.text);
  return name === ""
    ? { id, name: { text: words.nameNotRecorded(id) }, detail: null }
    : { id, name: { external: name }, detail };
}

function pickerOf({ picker, name, candidates }: Question, facts: RestoreFacts, context: RestoreContext): MappingPicker {
  const { identity: words } = context.words;
  const base = { kind: picker, heading: words.heading };
  const none: MappingTarget = { id: created, name: { text: words.create }, detail: null };
  const policies = (candidates ?? []).map((candidate) => policyOf(candidate, context));
  // The target takes a name once for a type, so what has the very name of one of them cannot stand beside it.
  const creatable = !(candidates ?? []).some((candidate) => candidate.name === name);
  const [first, ...others] = candidates === null ? [] : [...policies, ...(creatable ? [none] : [])];
  if (first === undefined) {
    const again = { id: "open_checks", label: words.goToChecks };
    const action =
      editing(facts, context).state === "open"
        ? ({ kind: "link", ...again, href: context.href(places.runChecks) } as const)
        : editAction(facts, again, context);
    return { ...base, state: "empty", text: words.notRecorded, primaryAction: action };
  }
  const at = instantOf(facts.run.checks?.capturedAt ?? null, context);
  return {
    ...base,
    state: "filled",
    searchLabel: words.search,
    nothingFound: words.nothingFound,
    entries: [first, ...others],
    useLabel: words.use,
    note: at === null ? words.noteUndated : words.note(at.text),
    action: null,
  };
}
