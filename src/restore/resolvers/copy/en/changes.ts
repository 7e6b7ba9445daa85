import type { Formatting } from "../../../../flow/index.js";

/** Changes of a preview in English: where, what, how they matter, and how certain they are. */
export const englishChanges = ({ counted, number }: Formatting) => ({
  /** Parts of a policy. */
  part: {
    name: "Name",
    settings: "Settings",
    assignments: "Assignments",
    assignment_filter: "Filter",
    assignment_source: "Source",
    scope_tags: "Scope tags",
    order: "Order",
  },
  /** A field that says which kind of object it stands in. */
  objectType: "Type",
  place: (position: number) => `entry ${number(position)}`,
  levelsLeftOut: (levels: number) => `${counted(levels, { one: "level", other: "levels" })} left out`,
  moreCharacters: (count: number) => counted(count, { one: "more character", other: "more characters" }),
  absent: "Not set",
  notKnown: "Not known",
  secret: "Secret value, not shown",
  switch: { on: "Yes", off: "No" },
  emptyText: "Empty text",
  emptyEntry: "Empty entry",
  /** A choice of which the export holds only the number. */
  option: (digits: string) => `Option ${digits}`,
  noMembers: "None",
  moreMembers: (count: number) => `${number(count)} more`,
  settingsOfBackup: (values: number) => `${counted(values, { one: "value", other: "values" })} from the backup`,
  defaultScopeTag: "Default",
  unnamed: (id: string) => `with id ${id}`,
  referenceKind: { group: "Group", assignment_filter: "Assignment filter", scope_tag: "Scope tag" },
  allDevices: "All devices",
  allUsers: "All users",
  group: {
    include_group: (group: string) => `Include group ${group}`,
    exclude_group: (group: string) => `Exclude group ${group}`,
  },
  filtered: {
    include: (assignment: string, filter: string) => `${assignment}, only with filter ${filter}`,
    exclude: (assignment: string, filter: string) => `${assignment}, except with filter ${filter}`,
  },
  fromPolicySet: (assignment: string) => `${assignment}, from a policy set`,
  /** Why a change is less than certain. */
  uncertain: {
    target_part_not_read: "The target did not tell this part, so whether it differs is not known.",
    choice_meaning_not_exported: "What this option stands for is not in the export.",
    order_may_matter: "Whether the order matters is not recorded.",
    reach_not_comparable: "Whether more or fewer are reached is not known.",
    not_recorded: "How certain this is was not recorded.",
  },
  assignmentsUntouched: "Assignments were not captured: the target’s stay untouched.",
  createdWithoutAssignments: "Assignments were not captured: it would be created without any and reach nobody.",
  allAssignmentsUntouched: (count: number) =>
    `${counted(count, { one: "item", other: "items" })}: assignments were not captured in the backup, so the target’s stay untouched.`,
  reasonNotRecorded: "Why is not recorded.",
  noItems: "No item was compared.",
  changes: (count: number) => counted(count, { one: "change", other: "changes" }),
  /** `grave` names what must not be overlooked among them. */
  notListed: (count: number, grave: readonly string[]) =>
    `${counted(count, { one: "more change is", other: "more changes are" })} counted and not listed${grave.length === 0 ? "" : `, among them ${grave.join(", ")}`}.`,
  /** What is among the changes that are not listed. */
  among: {
    widens: (count: number) =>
      counted(count, { one: "that widens who is reached", other: "that widen who is reached" }),
    removes_protection: (count: number) =>
      counted(count, { one: "that removes protection", other: "that remove protection" }),
    enforces: (count: number) => counted(count, { one: "that starts to enforce", other: "that start to enforce" }),
  },
  noiseHidden: (count: number) =>
    `${counted(count, { one: "difference", other: "differences" })} without meaning hidden.`,
});

export type ChangesWords = Readonly<ReturnType<typeof englishChanges>>;
