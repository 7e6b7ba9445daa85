import { setApart } from "../../safety/index.js";
import type { BoundedText, ChangePathPart, ChangeReference, ChangeValue } from "../run/change.js";
import type { ChangesWords } from "./copy/en/changes.js";
import { humanise, settingInWords } from "./identifier-words.js";

/** A path in words, such as "Firewall › Inbound action". */
export function pathInWords(path: readonly ChangePathPart[], words: ChangesWords): string {
  const spelled = partsInWords(path, words);
  return spelled.length === 0 ? words.part.settings : spelled.join(" › ");
}

/** The steps of a path in words, those that a payload spells set apart; empty where the path leads to the settings as a whole. */
export function partsInWords(path: readonly ChangePathPart[], words: ChangesWords): readonly string[] {
  const spelled: string[] = [];
  let above = "";
  for (const part of path) {
    if (part.kind === "setting") {
      for (const text of settingInWords(part.text, above)) spelled.push(textInWords({ ...part, text }, words));
      above = part.text;
    } else spelled.push(...partInWords(part, words));
  }
  return spelled;
}

function partInWords(part: Exclude<ChangePathPart, { kind: "setting" }>, words: ChangesWords): readonly string[] {
  switch (part.kind) {
    case "part":
      return [words.part[part.part]];
    case "field":
      if (part.text === "settings") return [];
      if (part.text === "@odata.type") return [words.objectType];
      return [textInWords({ ...part, text: humanise(part.text) }, words)];
    case "entry":
      return [textInWords(part, words)];
    case "place":
      return [words.place(part.number)];
    case "levels_left_out":
      return [words.levelsLeftOut(part.levels)];
  }
}

/** One side of a change in words; what a payload holds is set apart. */
export function valueInWords(value: ChangeValue, words: ChangesWords): string {
  switch (value.kind) {
    case "absent":
      return words.absent;
    case "not_known":
      return words.notKnown;
    case "secret":
      return words.secret;
    case "text":
      return textInWords(value, words);
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
  if (/^\d+$/.test(choice.text)) return words.option(choice.text);
  return textInWords({ ...choice, text: humanise(choice.text) }, words);
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
  return name === null ? words.unnamed(textInWords(id, words)) : textInWords(name, words);
}

function textInWords({ text, leftOut }: BoundedText, words: ChangesWords): string {
  if (text === "") return words.emptyText;
  return leftOut === 0 ? setApart(text) : `${setApart(`${text}…`)} (${words.moreCharacters(leftOut)})`;
}
