import type { Formatting } from "../../../../flow/index.js";
import type { EvidenceKind } from "../../../run/events.js";
import type { ClearedInput } from "../../../run/undo.js";
import type { PageWords, UndoingEvent } from "../en/page.js";

const changes: Readonly<Record<UndoingEvent, string>> = {
  backup_set_selected: "Ein anderes Backup-Set zu wählen",
  scope_defined: "Einen anderen Umfang anzuwenden",
  mapping_decided: "Eine andere Zuordnung",
  identity_decided: "Eine andere Entscheidung",
};
const voidable: Readonly<Record<EvidenceKind, string>> = { checks: "Prüfungen", preview: "Vorschau" };
const clearable: Readonly<Record<ClearedInput, string>> = {
  scope: "Umfang",
  mappings: "Zuordnungen",
  identity_decisions: "Entscheidungen zur Identität",
  acceptances: "akzeptierte Befunde",
  confirmation: "Bestätigung",
};

/** Words around the content of a page, in German. */
export const germanPage = ({ listed, counted, number }: Formatting): PageWords => ({
  runName: (id) => `Restore-Lauf ${id}`,
  operationName: (id) => `Restore-Vorgang ${id}`,
  operation: "Vorgang",
  resultQuestion: "Was ist geschehen?",
  mappings: "Zuordnungen im Ziel",
  becomes: "wird zu",
  saving: "Wird gespeichert.",
  loadAgain: "Restore-Lauf neu laden",
  putAway: "Meldung schließen",
  viewResult: "Ergebnis ansehen",
  leftPreparation:
    "Dieser Restore-Lauf hat die Vorbereitung verlassen und lässt sich nicht mehr ändern. Legen Sie stattdessen einen neuen an.",
  undoes: (change, voided, cleared) => {
    const parts = [
      ...(voided.length === 0 ? [] : [`macht ${listed(voided.map((one) => voidable[one]))} ungültig`]),
      ...(cleared.length === 0 ? [] : [`setzt ${listed(cleared.map((one) => clearable[one]))} zurück`]),
    ];
    return `${changes[change]} ${parts.join(" und ")}.`;
  },
  begun: {
    load: "Der Restore-Lauf wird geladen.",
    checks: "Die Prüfungen werden angefordert.",
    preview: "Eine Vorschau wird angefordert.",
    execute: "Die Ausführung wird angefordert.",
    cancel: "Der Abbruch wird angefordert.",
    evidence: "Ein weiteres Lesen des Ziels wird angefordert.",
    sync: "Das Lesen des Zielverzeichnisses wird angefordert.",
  },
  underWay: {
    checks: "Die angeforderten Prüfungen sind noch nicht beendet.",
    preview: "Die angeforderte Vorschau ist noch nicht beendet.",
  },
  cancelAssessment: { checks: "Prüfungen abbrechen", preview: "Vorschau abbrechen" },
  assessmentCancelled: { checks: "Die Prüfungen wurden abgebrochen.", preview: "Die Vorschau wurde abgebrochen." },
  sync: {
    queued: "Das Verzeichnis des Ziels wird gleich gelesen.",
    reading: "Das Verzeichnis des Ziels wird gelesen.",
    succeeded: "Das Verzeichnis des Ziels wurde gelesen.",
    failed: "Das Verzeichnis des Ziels ließ sich nicht lesen.",
  },
  saved: "Gespeichert.",
  changedElsewhere: "Der Restore-Lauf wurde an anderer Stelle geändert. Er wird gezeigt, wie er jetzt ist.",
  checksNotRecorded: "Die Prüfungen wurden nicht aufgezeichnet.",
  checksFinished: (found) =>
    `Prüfungen beendet: ${counted(found.blocking, { one: "blockierender Befund", other: "blockierende Befunde" })}, ${number(found.notEvaluated)} nicht ausgewertet, ${counted(found.warnings, { one: "Warnung", other: "Warnungen" })}.`,
  previewNotRecorded: "Die Vorschau wurde nicht aufgezeichnet.",
  previewFinished: (written) =>
    `Vorschau erzeugt: ${counted(written, { one: "Richtlinie würde", other: "Richtlinien würden" })} geschrieben.`,
  executionRequested: (status) => `Ausführung angefordert. Status: ${status}.`,
  status: (status) => `Status: ${status}.`,
  evidenceRequested: "Ein weiteres Lesen des Ziels wurde angefordert.",
});
