import { type BasisChange, type Gate, type JsonValue, type OpenGateState, setApart } from "../../safety/index.js";
import type { WorkflowCopy } from "../../flow/index.js";
import type { ChangeModel } from "../../view-models/index.js";
import type { RestoreContext } from "./context.js";
import { wordOf } from "./copy/word-of.js";
import type { RestoreGateId, RestoreReason } from "./reasons.js";

/** What the gates of Restore Run say, in the language of the context. */
export function restoreCopy(context: RestoreContext): WorkflowCopy<RestoreGateId, RestoreReason> {
  const { gates, reasons } = context.words;
  const { action: goToExecution, ...ready } = gates.ready;
  const { action: viewResult, ...started } = gates.started;
  return {
    flowTitle: gates.flowTitle,
    decisionName: gates.decisionName,
    compactName: gates.compactName,
    gateTitle: gates.title,
    reason: (reason) => (reasons[reason.code] as (given: RestoreReason) => string)(reason),
    placeLabel: ({ step, anchor }) => wordOf(gates.place, `${step}/${anchor}`) ?? gates.otherPlace,
    openDecision: (gate) => openDecision(gate, context),
    comesFirst: ({ code }) => (code === "facts_superseded" ? gates.problemFirst : null),
    readyDecision: {
      ...ready,
      action: {
        kind: "link",
        id: "go_to_execute",
        label: goToExecution,
        href: context.href({ step: "confirm_execute", anchor: "execute" }),
      },
    },
    startedDecision: {
      ...started,
      action: {
        kind: "link",
        id: "view_result",
        label: viewResult,
        href: context.href({ step: "result", anchor: "result" }),
      },
    },
    startedText: gates.started.status,
    stuckAction: gates.continuePreparation,
    change: (change) => changeInWords(change, context),
    gateWord: (gate) => gateWord(gate, context),
  };
}

/** A complete gate that rests on what a person answered for says so in its word, and so does an execution that waits its turn. */
function gateWord(gate: Gate<RestoreGateId, RestoreReason>, { words: { gates } }: RestoreContext): string | null {
  if (gate.verdict !== "complete") return gate.blockers[0].reason.code === "execution_queued" ? gates.queued : null;
  if (gate.id === "confirmation") return gates.confirmed;
  return gate.notice?.code === "checks_to_look_at" && gate.notice.accepted !== null ? gates.accepted : null;
}

function openDecision(
  gate: OpenGateState<RestoreGateId, RestoreReason>,
  { words: { gates } }: RestoreContext,
): { status: string; impact: string } {
  const { code } = gate.blockers[0].reason;
  return {
    status: wordOf(gates.status, code) ?? gates.otherStatus,
    impact: wordOf(gates.impact, code) ?? gates.otherImpact,
  };
}

function changeInWords({ field, before, after }: BasisChange, context: RestoreContext): ChangeModel {
  return {
    field,
    label: wordOf(context.words.basis.field, field) ?? setApart(field),
    before: valueInWords(field, before, context),
    after: valueInWords(field, after, context),
  };
}

function valueInWords(field: string, value: JsonValue | undefined, { words: { basis } }: RestoreContext): string {
  if (value === undefined) return basis.notRecorded;
  if (value === null) return field === "requestedItems" ? basis.allItems : basis.none;
  if (Array.isArray(value)) return basis.items(value.length);
  if (typeof value === "object") {
    const { name, label, tenantId } = value as Readonly<Record<string, JsonValue | undefined>>;
    const called = field === "backupSet" ? name : field === "target" ? (label ?? tenantId) : undefined;
    return typeof called === "string" ? setApart(called) : basis.decided(Object.keys(value).length);
  }
  if (typeof value !== "string") return JSON.stringify(value);
  return value.startsWith("sha256:") ? value.slice(0, 15) : (wordOf(basis.value, value) ?? setApart(value));
}
