import type { Formatting } from "../../../../flow/index.js";
import type { ChangesWords } from "../en/changes.js";

/** Changes of a preview in German. */
export const germanChanges = ({ counted, number }: Formatting): ChangesWords => ({
  part: {
    name: "Name",
    settings: "Einstellungen",
    assignments: "Zuweisungen",
    assignment_filter: "Filter",
    assignment_source: "Herkunft",
    scope_tags: "Bereichsmarkierungen",
    order: "Reihenfolge",
  },
  objectType: "Typ",
  place: (position) => `Eintrag ${number(position)}`,
  levelsLeftOut: (levels) => `${counted(levels, { one: "Ebene", other: "Ebenen" })} ausgelassen`,
  moreCharacters: (count) => counted(count, { one: "weiteres Zeichen", other: "weitere Zeichen" }),
  absent: "Nicht gesetzt",
  notKnown: "Nicht bekannt",
  secret: "Geheimer Wert, nicht angezeigt",
  switch: { on: "Ja", off: "Nein" },
  emptyText: "Leerer Text",
  emptyEntry: "Leerer Eintrag",
  option: (digits) => `Option ${digits}`,
  noMembers: "Keine",
  moreMembers: (count) => `${number(count)} weitere`,
  settingsOfBackup: (values) => `${counted(values, { one: "Wert", other: "Werte" })} aus der Sicherung`,
  defaultScopeTag: "Standard",
  unnamed: (id) => `mit der ID ${id}`,
  referenceKind: { group: "Gruppe", assignment_filter: "Zuweisungsfilter", scope_tag: "Bereichsmarkierung" },
  allDevices: "Alle Geräte",
  allUsers: "Alle Benutzer",
  group: {
    include_group: (group) => `Gruppe ${group} einschließen`,
    exclude_group: (group) => `Gruppe ${group} ausschließen`,
  },
  filtered: {
    include: (assignment, filter) => `${assignment}, nur mit Filter ${filter}`,
    exclude: (assignment, filter) => `${assignment}, außer mit Filter ${filter}`,
  },
  fromPolicySet: (assignment) => `${assignment}, aus einem Richtliniensatz`,
  uncertain: {
    target_part_not_read:
      "Das Ziel hat diesen Teil nicht mitgeteilt. Ob er sich unterscheidet, ist deshalb nicht bekannt.",
    choice_meaning_not_exported: "Wofür diese Option steht, steht nicht im Export.",
    order_may_matter: "Ob die Reihenfolge eine Rolle spielt, ist nicht aufgezeichnet.",
    reach_not_comparable: "Ob mehr oder weniger erreicht werden, ist nicht bekannt.",
    not_recorded: "Wie sicher das ist, wurde nicht aufgezeichnet.",
  },
  assignmentsUntouched: "Zuweisungen wurden nicht erfasst: Die des Ziels bleiben unberührt.",
  createdWithoutAssignments:
    "Zuweisungen wurden nicht erfasst: Es würde ohne Zuweisungen angelegt und niemanden erreichen.",
  allAssignmentsUntouched: (count) =>
    `${counted(count, { one: "Element", other: "Elemente" })}: Zuweisungen wurden in der Sicherung nicht erfasst, die des Ziels bleiben deshalb unberührt.`,
  reasonNotRecorded: "Warum, ist nicht aufgezeichnet.",
  noItems: "Es wurde kein Element verglichen.",
  changes: (count) => counted(count, { one: "Änderung", other: "Änderungen" }),
  notListed: (count, grave) =>
    `${counted(count, { one: "weitere Änderung ist", other: "weitere Änderungen sind" })} gezählt und nicht aufgeführt${grave.length === 0 ? "" : `, darunter ${grave.join(", ")}`}.`,
  among: {
    widens: (count) => counted(count, { one: "mit größerer Reichweite", other: "mit größerer Reichweite" }),
    removes_protection: (count) => counted(count, { one: "mit weniger Schutz", other: "mit weniger Schutz" }),
    enforces: (count) => counted(count, { one: "mit neuer Durchsetzung", other: "mit neuer Durchsetzung" }),
  },
  noiseHidden: (count) =>
    `${counted(count, { one: "Unterschied", other: "Unterschiede" })} ohne Bedeutung ausgeblendet.`,
});
