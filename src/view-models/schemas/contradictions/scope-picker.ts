import type { BulkChoice, ChoosingBody, ItemRun, ScopePickerViewModel } from "../../scope-picker.js";
import { type Report, reportRepeated } from "./report.js";

/** Groups that miss items, a choice that is stated otherwise than made, and bulk actions that change other items than they say (RW-4). */
export function scopePickerContradictions({ body, shut }: ScopePickerViewModel, report: Report): void {
  if (body.state !== "choosing") return;
  const { items, groups, sections, marks, chosen, search } = body;
  const isChosen = membership(chosen, "/body/chosen", items.length, report);
  const isShown = membership(search.shown, "/body/search/shown", items.length, report);
  reportRepeated(
    items.map(({ id }) => id),
    (index) => `/body/items/${index}/id`,
    report,
  );
  reportRepeated(
    groups.map(({ id }) => id),
    (index) => `/body/groups/${index}/id`,
    report,
  );
  const known = new Set(marks.map(({ id }) => id));
  for (const [index, { mark }] of items.entries()) {
    if (mark !== null && !known.has(mark)) report(`/body/items/${index}/mark`, `there is no mark “${mark}”`);
  }
  for (const [index, { section }] of groups.entries()) {
    if (!sections.some(({ id }) => id === section))
      report(`/body/groups/${index}/section`, `there is no section “${section}”`);
  }
  groupContradictions(body, isChosen, report);
  bulkContradictions(body.selectShown, "/body/selectShown", (index) => isShown[index] === 1 && isChosen[index] !== 1);
  bulkContradictions(body.clearShown, "/body/clearShown", (index) => isShown[index] === 1 && isChosen[index] === 1);

  function bulkContradictions(bulk: BulkChoice, at: string, changes: (index: number) => boolean): void {
    const stated = membership(bulk.changes, `${at}/changes`, items.length, report);
    const wrong = stated.findIndex((member, index) => (member === 1) !== changes(index));
    if (wrong !== -1) report(`${at}/changes`, `is wrong about the item at index ${wrong}`);
    if (bulk.action.kind !== "blocked" && (shut !== null || bulk.changes.length === 0))
      report(`${at}/action`, shut === null ? "can be taken and changes nothing" : "can be taken where nothing can be");
  }
}

function groupContradictions({ groups, items }: ChoosingBody, isChosen: Uint8Array, report: Report): void {
  let next = 0;
  for (const [index, { first, count, choice }] of groups.entries()) {
    const at = `/body/groups/${index}`;
    if (first !== next) report(`${at}/first`, `is ${first} where the groups before it end at ${next}`);
    next = first + count;
    // A count from outside may be any number; items end the walk.
    const members = isChosen.subarray(first, next);
    const made = members.reduce((sum, member) => sum + member, 0);
    const expected = made === 0 ? "none" : made === members.length ? "all" : "some";
    if (choice !== expected) report(`${at}/choice`, `is “${choice}” where ${made} of ${count} items are chosen`);
  }
  if (next !== items.length) report("/body/groups", `cover ${next} items, and there are ${items.length}`);
}

function membership(runs: readonly ItemRun[], path: string, length: number, report: Report): Uint8Array {
  const members = new Uint8Array(length);
  let end = -1;
  for (const [index, { first, count }] of runs.entries()) {
    if (first <= end) report(`${path}/${index}`, "is not apart from the run before it");
    if (first + count > length) report(`${path}/${index}`, `ends beyond the ${length} items`);
    members.fill(1, first, first + count);
    end = first + count;
  }
  return members;
}
