import {
  type ActionModel,
  contractVersion,
  type LinkAction,
  type MappingPicker,
  type MappingResolverViewModel,
  type MappingRowModel,
  type MappingTarget,
  sentenceOf,
} from "../../view-models/index.js";
import type { Place } from "../../safety/index.js";
import type { IdentityDecision } from "../run/decisions.js";
import type { RunChange } from "../run/events.js";
import { identityDecisionKey } from "../run/basis.js";
import type { CheckEvidence, CheckFinding, IdentityCandidate } from "../run/evidence.js";
import type { RestoreFacts } from "../run/facts.js";
import type { RestoreContext } from "./context.js";
import { findingSentence } from "./copy/finding-words.js";
import { instantOf } from "./moments.js";
import { places } from "./reasons.js";
import { editAction, editing, undoneBy } from "./steps/editing.js";

// Any decision there could be: no item has an empty id.
const anyDecision = { event: "identity_decided", itemId: "", decision: { decision: "create" } } as const;

// A choice is spelled as the basis spells the decision that it stands for, so that no policy's id is ever “none of them”.
const created = identityDecisionKey({ decision: "create" });

/** One item of which a person decides which policy it is. */
interface Question {
  readonly itemId: string;
  /** Id of its own list of choices. */
  readonly picker: string;
  readonly name: string;
  /** What the checks found of it; null where they said nothing. */
  readonly finding: CheckFinding | null;
  readonly decision: IdentityDecision | null;
  /** The decision, unless checks of this very one found it still open. */
  readonly settled: IdentityDecision | null;
  /** null where the checks did not record it. */
  readonly candidates: readonly IdentityCandidate[] | null;
  /** Whether it could be created as none of them. */
  readonly creatable: boolean;
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
  const decided = questions.filter(({ settled }) => settled !== null).length;
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

/** The change that a choice stands for; null where the checks found no such policy for the item. */
export function identityChange(
  { run }: Pick<RestoreFacts, "run">,
  itemId: string,
  { id }: Pick<MappingTarget, "id">,
): RunChange | null {
  const decided = (decision: IdentityDecision) => ({ event: "identity_decided", itemId, decision }) as const;
  if (id === created) return decided({ decision: "create" });
  const chosen = candidatesOf(run.checks?.candidates, itemId)?.find((candidate) => choiceOf(candidate) === id);
  return chosen === undefined ? null : decided({ decision: "match", targetId: chosen.id });
}

function choiceOf({ id }: Pick<IdentityCandidate, "id">): string {
  return identityDecisionKey({ decision: "match", targetId: id });
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
    [...own, ...own.filter(({ severity }) => severity === "blocking")].map((finding) => [finding.itemId, finding]),
  );
  const blocking = own.filter(({ severity }) => severity === "blocking").map(({ itemId }) => itemId);
  return [...new Set([...blocking, ...Object.keys(identityDecisions)])].map((itemId, index) => {
    const finding = findings.get(itemId) ?? null;
    const decision = Object.hasOwn(identityDecisions, itemId) ? (identityDecisions[itemId] ?? null) : null;
    const name = finding?.itemName ?? "";
    const candidates = candidatesOf(checks?.candidates, itemId);
    return {
      itemId,
      picker: `policies/${index}`,
      name,
      finding,
      decision,
      settled:
        decision !== null && finding?.severity === "blocking" && wereOf(checks, itemId, decision) ? null : decision,
      candidates,
      // Earlier checks told of it no more than that the target takes a name once for a type.
      creatable:
        checks?.creatable?.includes(itemId) ?? !(candidates ?? []).some((candidate) => candidate.name === name),
    };
  });
}

/** Whether the checks looked at this very decision: what they found of another one says nothing of it. */
function wereOf(checks: CheckEvidence | null, itemId: string, decision: IdentityDecision): boolean {
  const decisions = checks?.basis?.fields["identityDecisions"];
  return (
    typeof decisions === "object" &&
    decisions !== null &&
    Object.hasOwn(decisions, itemId) &&
    (decisions as Readonly<Record<string, unknown>>)[itemId] === identityDecisionKey(decision)
  );
}

function candidatesOf(
  recorded: Readonly<Record<string, readonly IdentityCandidate[]>> | undefined,
  itemId: string,
): readonly IdentityCandidate[] | null {
  return recorded !== undefined && Object.hasOwn(recorded, itemId) ? (recorded[itemId] ?? null) : null;
}

function rowOf(question: Question, facts: RestoreFacts, context: RestoreContext): MappingRowModel {
  const { itemId, picker, name, finding, decision, settled } = question;
  const { identity: words, mappings, findings } = context.words;
  const base = {
    key: itemId,
    kind: picker,
    source: name === "" ? { text: words.nameNotRecorded(itemId) } : { external: name },
    usage: words.usage,
    word: settled === null ? words.word.open : words.word.decided,
  };
  const skip = { state: "refused", reason: words.notLeftOut } as const;
  const undo = editAction(facts, { id: undoId(itemId), label: mappings.undo }, context);
  const choose = (label: string) => editAction(facts, { id: `choose_identity:${itemId}`, label }, context);
  if (settled !== null) {
    return {
      ...base,
      state: "mapped",
      target: targetOf(settled, question, context),
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
  const choice = choiceOf({ id });
  const at = instantOf(modifiedAt, context);
  const detail = at === null ? words.id(id) : words.changed(id, at.text);
  return name === ""
    ? { id: choice, name: { text: words.nameNotRecorded(id) }, detail: null }
    : { id: choice, name: { external: name }, detail };
}

function pickerOf(
  { picker, candidates, creatable }: Question,
  facts: RestoreFacts,
  context: RestoreContext,
): MappingPicker {
  const { identity: words } = context.words;
  const base = { kind: picker, heading: words.heading };
  const none: MappingTarget = { id: created, name: { text: words.create }, detail: null };
  const policies = (candidates ?? []).map((candidate) => policyOf(candidate, context));
  const [first, ...others] = candidates === null ? [] : [...policies, ...(creatable ? [none] : [])];
  if (first === undefined) {
    const leads = (action: Pick<LinkAction, "id" | "label">, place: Place): ActionModel =>
      editing(facts, context).state === "open"
        ? { kind: "link", ...action, href: context.href(place) }
        : editAction(facts, action, context);
    return candidates === null
      ? {
          ...base,
          state: "empty",
          text: words.notRecorded,
          primaryAction: leads({ id: "open_checks", label: words.goToChecks }, places.runChecks),
        }
      : {
          ...base,
          state: "empty",
          text: words.nothingHolds,
          primaryAction: leads({ id: "open_scope", label: words.goToScope }, places.scope),
        };
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
