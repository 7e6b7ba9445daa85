import type { CheckListViewModel, FindingGroupModel } from "../../check-list.js";
import type { StatusLiteral } from "../../common.js";
import type { EvidencedFreshness } from "../../freshness.js";
import type { ConsequenceLiteral, DiffItem, SemanticDiffViewModel } from "../../semantic-diff.js";
import { type Report, reportOrder, reportQuotes, reportRepeated } from "./report.js";

const severities = ["blocking", "not_evaluated", "warning", "safe"] as const;

/** Counts that the findings do not bear out, void findings that read calm, and acceptances where nothing can be accepted. */
export function checkListContradictions(model: CheckListViewModel, report: Report): void {
  const { body } = model;
  if (body.state !== "checked") return;
  const at = (index: number) => `/body/groups/${index}`;
  reportOrder(
    body.groups.map(({ id }) => id),
    severities,
    (index) => `${at(index)}/id`,
    report,
  );
  for (const [index, group] of body.groups.entries()) {
    reportCalm(group.status, body.freshness, `${at(index)}/status`, report);
    groupContradictions(group, at(index), report);
  }
  reportQuotes(model, report);
}

function groupContradictions(group: FindingGroupModel, at: string, report: Report): void {
  const { id: severity, findings, count, more, status, accepted } = group;
  const listed = findings.reduce(
    (sum, { affected }) => sum + (affected === null ? 1 : affected.items.length + (affected.more?.count ?? 0)),
    more?.count ?? 0,
  );
  if (count.state === "known" && count.value !== listed)
    report(`${at}/count`, `says ${count.value}, and the findings say ${listed}`);
  const serious = severity === "blocking" || severity === "not_evaluated";
  if (serious && listed > 0 && (status === null || status === "complete" || status === "unchanged"))
    report(`${at}/status`, `reads calm beside ${listed} findings that are ${severity}`);
  if (accepted !== null && (!serious || accepted.count > listed))
    report(`${at}/accepted`, `says ${accepted.count} of ${listed} findings that are ${severity}`);
  const given = findings.every(({ acceptance }) => acceptance.state === "given");
  if (accepted?.state === "all" && (accepted.count !== listed || !given))
    report(`${at}/accepted/state`, "says that nothing is left to accept");
  if (accepted?.state === "all" && status === "blocked")
    report(`${at}/status`, "reads blocked, and every finding was accepted");
  if (severity === "blocking" && group.unfold !== null)
    report(`${at}/unfold`, "hides blocking findings behind a control");
  reportRepeated(
    findings.map(({ id }) => id),
    (index) => `${at}/findings/${index}/id`,
    report,
  );
  for (const [index, { acceptance }] of findings.entries()) {
    if (!serious && acceptance.state !== "none")
      report(`${at}/findings/${index}/acceptance`, `is “${acceptance.state}” on a finding that does not block`);
  }
}

const consequences = ["widens", "removes_protection", "enforces", "changes", "adds"] as const;
const after = ["undecided", "skipped", "unchanged"] as const;

/** Items and changes that are out of order, void ones that read calm, and a list that is empty and says that it is not. */
export function semanticDiffContradictions(model: SemanticDiffViewModel, report: Report): void {
  const { body } = model;
  if (body.state !== "compared") return;
  const { items, more, empty, freshness } = body;
  if ((empty === null) === (items.length === 0 && more === null))
    report("/body/empty", "has to be said exactly where no item is in the comparison");
  reportRepeated(
    items.map(({ id }) => id),
    (index) => `/body/items/${index}/id`,
    report,
  );
  let highest = 0;
  for (const [index, item] of items.entries()) {
    const at = `/body/items/${index}`;
    if (rankOf(item) < highest) report(at, "comes after items of less consequence");
    highest = Math.max(highest, rankOf(item));
    reportCalm(item.status, freshness, `${at}/status`, report);
    const groups = item.changes?.groups ?? [];
    reportOrder(
      groups.map(({ consequence }) => consequence),
      consequences,
      (group) => `${at}/changes/groups/${group}/consequence`,
      report,
    );
  }
  reportQuotes(model, report);
}

function rankOf(item: DiffItem): number {
  if (item.state !== "created" && item.state !== "updated") return consequences.length + 1 + after.indexOf(item.state);
  const worst: ConsequenceLiteral | undefined = item.changes.groups[0]?.consequence;
  return worst === undefined ? consequences.length : consequences.indexOf(worst);
}

/** Evidence that does not hold never reads calm (SI-10). */
function reportCalm(status: StatusLiteral | null, { state }: EvidencedFreshness, path: string, report: Report): void {
  if (status === "complete" && state !== "current") report(path, `reads calm while its evidence is ${state}`);
}
