import type { Formatting } from "../../../../flow/index.js";
import type { BasisWords } from "../en/basis.js";

/** What moved in the inputs of checks and previews, in German (BY-1). */
export const germanBasis = ({ counted, number, listed }: Formatting): BasisWords => ({
  field: {
    backupSet: "Backup-Set",
    backupContent: "Inhalt des Backup-Sets",
    scopeMode: "Art des Umfangs",
    requestedItems: "Ausgewählte Elemente",
    restoreMode: "Wiederherstellungsmodus",
    mappings: "Zuordnungen im Ziel",
    identityDecisions: "Entscheidungen zur Identität",
    acceptances: "Akzeptierte Befunde",
    target: "Ziel",
    directoryVersion: "Verzeichnis des Ziels",
    rulesVersion: "Version der Regeln",
  },
  value: {
    all: "alle",
    selected: "ausgewählte",
    create_missing: "fehlende anlegen",
    update_only: "nur aktualisieren",
  },
  notRecorded: "nicht aufgezeichnet",
  none: "nichts",
  allItems: "alle Elemente",
  items: (count) => counted(count, { one: "Element", other: "Elemente" }),
  decided: (count) => `${number(count)} entschieden`,
  voidSince: (fields) => `Ungültig seit dieser Änderung: ${listed(fields)}`,
});

/** Clauses for "seit …"; the verb agrees with its noun, so no clause is built from a noun. */
export const germanChangedClauses: Readonly<Record<keyof BasisWords["field"], string>> = {
  backupSet: "das Backup-Set geändert wurde",
  backupContent: "sich der Inhalt des Backup-Sets geändert hat",
  scopeMode: "die Art des Umfangs geändert wurde",
  requestedItems: "die ausgewählten Elemente geändert wurden",
  restoreMode: "der Wiederherstellungsmodus geändert wurde",
  mappings: "die Zuordnungen im Ziel geändert wurden",
  identityDecisions: "die Entscheidungen zur Identität geändert wurden",
  acceptances: "die akzeptierten Befunde geändert wurden",
  target: "sich das Ziel geändert hat",
  directoryVersion: "sich das Verzeichnis des Ziels geändert hat",
  rulesVersion: "sich die Version der Regeln geändert hat",
};
