import { presentFreshness } from "../../flow/index.js";
import {
  type AcceptanceModel,
  type CheckListViewModel,
  contractVersion,
  type EvidencedFreshness,
  type FindingGroupModel,
  type FindingModel,
  type PlaceModel,
  sentenceOf,
} from "../../view-models/index.js";
import {
  acceptanceOf,
  findingReference,
  givesReason,
  isAcceptable,
  names,
  unacceptedFindings,
} from "../run/decisions.js";
import type { RunChange } from "../run/events.js";
import type { CheckEvidence, CheckFinding, CheckSeverity } from "../run/evidence.js";
import type { RestoreFacts } from "../run/facts.js";
import type { CheckId } from "../run/findings.js";
import type { RestoreContext } from "./context.js";
import { restoreCopy } from "./copy.js";
import { checkName, findingSentence } from "./copy/finding-words.js";
import { findingsOf, severities } from "./finding-groups.js";
import { instantOf } from "./moments.js";
import { inSentence, nameModel } from "./name-words.js";
import { measure } from "./quality.js";
import { places } from "./reasons.js";
import { blockedAction, editAction, editing, placeModel } from "./steps/editing.js";
import { recordedFreshness } from "./steps/evidence-band.js";

const rowBound = 200;
const itemBound = 50;

/** Answers: what did the checks find, who answers for it, and does it still hold (RW-6, RW-7, RW-20)? */
export function resolveCheckList(facts: RestoreFacts, context: RestoreContext): CheckListViewModel {
  const { words } = context;
  const { checks } = facts.run;
  const freshness = presentFreshness(recordedFreshness(facts).checks, {
    copy: restoreCopy(context),
    words: words.flow,
    context,
  });
  const base = { contract: contractVersion, id: places.findings.anchor, title: words.checkList.title, activity: null };
  if (checks === null || freshness.state === "not_run") {
    const notRun = { state: "not_run" as const, word: words.flow.freshness.not_run };
    return { ...base, body: { state: "not_run", freshness: notRun, text: words.checkList.empty } };
  }
  const group = (severity: CheckSeverity) => findingGroup(severity, checks, freshness, facts, context);
  const [blocking, ...others] = severities;
  return { ...base, body: { state: "checked", freshness, groups: [group(blocking), ...others.map(group)] } };
}

function findingGroup(
  id: CheckSeverity,
  checks: CheckEvidence,
  freshness: EvidencedFreshness,
  facts: RestoreFacts,
  context: RestoreContext,
): FindingGroupModel {
  const { checkList: words } = context.words;
  const { findings: own, count, accepted, allAccepted, literal } = findingsOf(id, checks, facts.run.acceptances);
  const open = new Set(unacceptedFindings(own, facts.run.acceptances));
  const alike = findingsAlike(own, open, context);
  const listed = alike.slice(0, rowBound);
  const shown = listed.reduce((sum, { all }) => sum + all.length, 0);
  const more = (count ?? own.length) - shown;
  const limited = own.some(({ check }) => check === "target_limits");
  const note = allAccepted ? words.allAccepted : words.severity[id].note;
  return {
    id,
    title: words.severity[id].title,
    status: freshness.state === "current" ? literal : freshness.state,
    count: measure(count, words.countNotRecorded, context),
    note: limited ? `${note} ${words.partial}` : note,
    accepted:
      accepted === 0
        ? null
        : {
            state: allAccepted ? "all" : "some",
            count: accepted,
            text: words.accepted(accepted, count ?? own.length),
          },
    findings: listed.map((row) => findingModel(row, open, freshness, facts, context)),
    more: more > 0 ? { count: more, text: words.moreFindings(more) } : null,
    unfold: id === "safe" && listed.length > 0 ? words.showEachCheck : null,
  };
}

/** The change by which an operator takes responsibility for one finding of the list; null where the list has none of this id that may be accepted. */
export function acceptanceChange(
  facts: RestoreFacts,
  findingId: string,
  reason: string,
  context: RestoreContext,
): RunChange | null {
  const finding = facts.run.checks?.findings.find(
    (each) => isAcceptable(each) && rowId(each, findingSentence(context.words.findings, each.reason)) === findingId,
  );
  return finding === undefined ? null : { event: "check_accepted", reason, ...findingReference(finding) };
}

/** The change that an action of the list stands for: an acceptance is taken back; null where it is none of the list's. */
export function withdrawalChange({ run }: Pick<RestoreFacts, "run">, actionId: string): RunChange | null {
  const finding = run.checks?.findings.find(
    (each) => isAcceptable(each) && withdrawId(each) === actionId && acceptanceOf(each, run.acceptances) !== null,
  );
  return finding === undefined ? null : { event: "acceptance_withdrawn", ...findingReference(finding) };
}

/** One item may have several findings of one check, each accepted for itself. */
function withdrawId(found: CheckFinding): string {
  const { check, itemId, finding } = findingReference(found);
  return `withdraw:${check}/${itemId}/${finding}`;
}

/** One that can be accepted has a row of its own; any other shares it with those that say the same. */
function rowId(finding: CheckFinding, text: string): string {
  return JSON.stringify([finding.check, text, ...(isAcceptable(finding) ? [finding.itemId] : [])]);
}

/** Findings that say the same. */
interface Alike {
  readonly id: string;
  readonly text: string;
  readonly first: CheckFinding;
  readonly all: readonly CheckFinding[];
}

/**
 * Findings that say the same are one row. One that can be accepted stands alone: each is accepted by name (RW-20). What is
 * `open`, and so still blocks, comes first, so that no bound hides it behind what is settled.
 */
function findingsAlike(
  findings: readonly CheckFinding[],
  open: ReadonlySet<CheckFinding>,
  context: RestoreContext,
): readonly Alike[] {
  const rows = new Map<string, { text: string; first: CheckFinding; all: CheckFinding[] }>();
  for (const finding of [...findings].sort((left, right) => Number(open.has(right)) - Number(open.has(left)))) {
    const text = findingSentence(context.words.findings, finding.reason);
    const id = rowId(finding, text);
    const row = rows.get(id);
    if (row === undefined) rows.set(id, { text, first: finding, all: [finding] });
    else row.all.push(finding);
  }
  return [...rows].map(([id, row]) => ({ id, ...row }));
}

function findingModel(
  { id, text, first, all }: Alike,
  open: ReadonlySet<CheckFinding>,
  freshness: EvidencedFreshness,
  facts: RestoreFacts,
  context: RestoreContext,
): FindingModel {
  const { checkList: words, findings } = context.words;
  const item = ({ itemId, itemName }: CheckFinding) => ({ id: itemId, name: nameModel(itemName, context) });
  const more = all.length - itemBound;
  return {
    id,
    check: checkName(findings, first.check),
    sentence: sentenceOf(text),
    affected: {
      text: words.items(all.length),
      items: [item(first), ...all.slice(1, itemBound).map(item)],
      more: more > 0 ? { count: more, text: words.moreItems(more) } : null,
    },
    settledAt: open.has(first) ? settledAt(first, facts, context) : null,
    acceptance: acceptance(first, freshness, facts, context),
  };
}

const settledElsewhere: Partial<Readonly<Record<CheckId, (typeof places)[keyof typeof places]>>> = {
  missing_in_target: places.scope,
  identity: places.identity,
  assignment_mapping: places.mappings,
  orphaned_group: places.mappings,
  scope_tag_mapping: places.mappings,
  scope_tag_missing: places.mappings,
  lockout: places.scope,
};

function settledAt(finding: CheckFinding, facts: RestoreFacts, context: RestoreContext): PlaceModel | null {
  if (editing(facts, context).state === "shut") return null;
  const leftOut = finding.reason.code === "exclusions_left_out";
  const place = leftOut ? places.mappings : (settledElsewhere[finding.check] ?? places.scope);
  return placeModel(place, null, context);
}

function acceptance(
  finding: CheckFinding,
  freshness: EvidencedFreshness,
  facts: RestoreFacts,
  context: RestoreContext,
): AcceptanceModel {
  if (!isAcceptable(finding)) return { state: "none" };
  const { checkList: words } = context.words;
  const { run } = facts;
  const accept = { id: `accept:${finding.check}/${finding.itemId}`, label: words.accept };
  const action =
    run.execution === null && freshness.state !== "current"
      ? blockedAction(accept, words.runBeforeAccepting, placeModel(places.runChecks, null, context))
      : editAction(facts, accept, context);
  const given = acceptanceOf(finding, run.acceptances);
  const earlier = run.acceptances.find(
    (one) =>
      one.check === finding.check &&
      one.itemId === finding.itemId &&
      // What somebody accepted of another finding that is still there has not lapsed.
      run.checks?.findings.some((other) => names(one, other)) !== true,
  );
  const record = given ?? earlier;
  const at = instantOf(record?.acceptedAt ?? null, context);
  if (record === undefined || at === null || !givesReason(record.reason))
    return { state: "open", action, reasonLabel: words.acceptReason };
  const by = nameModel(record.acceptedBy.name, context);
  const told = { by, at, reason: { external: record.reason } };
  const who = inSentence(by);
  if (given === null) {
    return { state: "lapsed", ...told, text: words.lapsedBy(who, at.text), action, reasonLabel: words.acceptReason };
  }
  const withdraw = { id: withdrawId(finding), label: words.withdraw };
  return {
    state: "given",
    ...told,
    text: words.acceptedBy(who, at.text),
    withdraw: run.execution === null ? editAction(facts, withdraw, context) : null,
  };
}
