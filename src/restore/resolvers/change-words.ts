import type { BoundedText, ChangePathPart, ChangeReference, ChangeValue } from "../run/change.js";
import type { ChangesWords } from "./copy/en/changes.js";
import { humanise, settingInWords } from "./identifier-words.js";

/** One step of a path in words. */
export interface PathWord {
  readonly text: string;
  /** False where it is made of what a payload holds. */
  readonly ours: boolean;
}

/** A path in words, such as "Firewall › Inbound action". */
export function pathInWords(path: readonly ChangePathPart[], words: ChangesWords): string {
  const spelled = partsInWords(path, words).map(({ text }) => text);
  return spelled.length === 0 ? words.part.settings : spelled.join(" › ");
}

/** The steps of a path in words; empty where the path leads to the settings as a whole. */
export function partsInWords(path: readonly ChangePathPart[], words: ChangesWords): readonly PathWord[] {
  const spelled: PathWord[] = [];
  let above = "";
  for (const part of path) {
    if (part.kind === "setting") {
      for (const text of settingInWords(part.text, above)) spelled.push(foreign({ ...part, text }, words));
      above = part.text;
    } else spelled.push(...partInWords(part, words));
  }
  return spelled;
}

function partInWords(part: Exclude<ChangePathPart, { kind: "setting" }>, words: ChangesWords): readonly PathWord[] {
  switch (part.kind) {
    case "part":
      return [{ text: words.part[part.part], ours: true }];
    case "field":
      if (part.text === "settings") return [];
      if (part.text === "@odata.type") return [{ text: words.objectType, ours: true }];
      return [foreign({ ...part, text: humanise(part.text) }, words)];
    case "entry":
      return [foreign(part, words)];
    case "place":
      return [{ text: words.place(part.number), ours: true }];
    case "levels_left_out":
      return [{ text: words.levelsLeftOut(part.levels), ours: true }];
  }
}

function foreign(part: BoundedText, words: ChangesWords): PathWord {
  // A field may have the empty name.
  return part.text === "" ? { text: words.emptyText, ours: true } : { text: cut(part, words), ours: false };
}

/** One side of a change in words. */
export function valueInWords(value: ChangeValue, words: ChangesWords): string {
  switch (value.kind) {
    case "absent":
      return words.absent;
    case "not_known":
      return words.notKnown;
    case "secret":
      return words.secret;
    case "text":
      return value.text === "" ? words.emptyText : cut(value, words);
    case "number":
      return String(value.value);
    case "switch":
      return value.on ? words.switch.on : words.switch.off;
    case "choice":
      return choiceInWords(value, words);
    case "empty_entry":
      return words.emptyEntry;
    case "list":
      return listInWords(value, words);
    case "settings_of_backup":
      return words.settingsOfBackup(value.values);
    case "default_scope_tag":
      return words.defaultScopeTag;
    case "reference":
      return referenceInWords(value.reference, words);
    case "assignment":
      return assignmentInWords(value, words);
  }
}

/** A bare number stays one, because its meaning is not in the export. */
function choiceInWords(choice: BoundedText, words: ChangesWords): string {
  if (choice.text === "") return words.emptyText;
  if (/^\d+$/.test(choice.text)) return words.option(cut(choice, words));
  return cut({ ...choice, text: humanise(choice.text) }, words);
}

function listInWords({ values, leftOut }: Extract<ChangeValue, { kind: "list" }>, words: ChangesWords): string {
  if (values.length === 0) return words.noMembers;
  // Members that hold commas themselves are kept apart by more than a comma.
  const separator = values.some(({ kind }) => kind === "assignment" || kind === "reference") ? "; " : ", ";
  const shown = values.map((value) => valueInWords(value, words));
  return [...shown, ...(leftOut === 0 ? [] : [words.moreMembers(leftOut)])].join(separator);
}

function assignmentInWords(
  { reach, group, filter, fromPolicySet }: Extract<ChangeValue, { kind: "assignment" }>,
  words: ChangesWords,
): string {
  const target = reachInWords(reach, group, words);
  const filtered =
    filter === null ? target : words.filtered[filter.mode](target, referenceInWords(filter.filter, words));
  return fromPolicySet ? words.fromPolicySet(filtered) : filtered;
}

function reachInWords(
  reach: Extract<ChangeValue, { kind: "assignment" }>["reach"],
  group: ChangeReference | null,
  words: ChangesWords,
): string {
  if (reach === "all_devices") return words.allDevices;
  if (reach === "all_users") return words.allUsers;
  return words.group[reach](group === null ? words.notKnown : referenceInWords(group, words));
}

function referenceInWords({ id, name }: ChangeReference, words: ChangesWords): string {
  return name === null ? words.unnamed(cut(id, words)) : cut(name, words);
}

function cut({ text, leftOut }: BoundedText, words: ChangesWords): string {
  return leftOut === 0 ? text : `${text}… (${words.moreCharacters(leftOut)})`;
}
