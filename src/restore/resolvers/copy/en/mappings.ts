import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";

/** References and what stands for them in the target, in English (PF-10, PF-12). */
export const englishMappings = ({ counted, number }: Formatting) => {
  const kind = (noun: string, title: string) => ({
    /** The kind of reference, and how it is used. */
    usage: (items: number, excludes: boolean) =>
      `${title}, used by ${counted(items, { one: "item", other: "items" })}${excludes ? ", excludes" : ""}`,
    choose: `Choose a target ${noun}`,
    use: `Use this ${noun}`,
    leaveOut: `Leave this ${noun} out`,
    leftOut: `No assignment to this ${noun} is written. If a policy in the target is assigned to it today, restoring that policy removes the assignment.`,
    broken: `The ${noun} it was mapped to is no longer in the target.`,
    notToBeLeftOut: `This ${noun} cannot be left out.`,
    search: `Search target ${noun}s`,
    sync: `Open ${noun} sync`,
    resolve: `Resolve target ${noun} mapping`,
    cacheHoldsNone: `The cached directory holds no ${noun}; it is empty or stale. That says nothing about what the tenant has. The sync reads it again, and so do the checks.`,
  });
  return {
    refused: "It cannot be left out, because more would be reached without it.",
    suggested: "Suggestion: the only one of this name in the target. It counts for nothing until you confirm it.",
    confirm: "Confirm this suggestion",
    nothingFound: "The cached directory holds nothing that matches.",
    cacheNote: "This is the cached directory. The tenant may hold more.",
    cacheRead: (at: string) => `This is the directory as it was read ${at}. The tenant may hold more.`,
    /** How a fresh reading of the directory stands, and why none is asked for beside one. */
    sync: {
      queued: (at: string | null, by: string) =>
        `${setApart(by)} asked for a fresh reading of the target’s directory${at === null ? "" : ` ${at}`}. It has not begun.`,
      reading: (at: string | null, by: string) =>
        `The target’s directory is being read. ${setApart(by)} asked for it${at === null ? "" : ` ${at}`}.`,
      failed: (at: string | null, why: string) =>
        `The last reading of the target’s directory failed${at === null ? "" : ` ${at}`}. ${why}`.trim(),
      interrupted: "It was begun again and again, and interrupted each time.",
      already: "The target’s directory is being read already. What it holds shows here once it has been read.",
    },
    title: "Resolve target mappings",
    progress: (resolved: number, total: number) => `${number(resolved)} of ${number(total)} resolved`,
    explanation:
      "Map each reference to what stands for it in the target. A group that only includes may be left out: its assignments are then not written, and those in the target are replaced without it. A group that excludes, a filter or a scope tag cannot be, because more would be reached without it. Nothing is created, and nothing is chosen for you.",
    show: (count: number) => `Show ${counted(count, { one: "reference", other: "references" })}`,
    showSame: (count: number) =>
      `Show ${counted(count, { one: "reference", other: "references" })} found in the target by id`,
    scopeNotApplied: "References are known once the scope is applied.",
    notDetermined: "Which groups, filters and scope tags are needed could not be determined.",
    none: "Nothing in scope refers to a group, an assignment filter or a scope tag.",
    nameNotRecorded: (id: string) => `Name not recorded, id ${setApart(id)}`,
    /** What tells objects of one name apart. */
    id: (id: string) => `Id ${setApart(id)}`,
    change: "Change",
    undo: "Undo this decision",
    /** How a reference stands. */
    word: { same_id: "Same in target", mapped: "Mapped", skipped: "Left out", unresolved: "Required" },
    mappedTo: (name: string) => `Mapped to ${setApart(name)}`,
    directoryNotRead: "The target’s directory has not been read.",
    notListed: "The target could not list all of this kind, so whether it has this one is not known.",
    otherUnderItsNumber: "The target has another one under this number.",
    severalOfItsName: "The target has more than one of this name, so none is suggested.",
    decidedTwice: "Two recorded decisions about it contradict each other, so neither counts. Decide again.",
    cacheNeverRead:
      "The cached directory was never read. That says nothing about what the tenant has. The sync reads it, and so do the checks.",
    kind: {
      group: kind("group", "Group"),
      assignment_filter: kind("assignment filter", "Assignment filter"),
      scope_tag: kind("scope tag", "Scope tag"),
    },
  };
};

export type MappingsWords = Readonly<ReturnType<typeof englishMappings>>;
