import type { Formatting } from "../formatting.js";
import type { FlowWords } from "./words.js";

/** The shared sentences in German. */
export const germanFlowWords = (format: Formatting): FlowWords => ({
  status: {
    complete: "Erfüllt",
    next: "Nächstes Gate",
    running: "Läuft",
    blocked: "Blockiert",
    attention: "Zu prüfen",
    pending: "Offen",
    invalidated: "Ungültig",
    stale: "Veraltet",
    unknown: "Nicht bekannt",
    unavailable: "Nicht verfügbar",
    recorded: "Aufgezeichnet",
    unchanged: "Unverändert",
  },
  freshness: { not_run: "Nicht ausgeführt", current: "Aktuell", invalidated: "Ungültig", stale: "Veraltet" },
  staleCause: {
    basis_not_recorded:
      "Der Datensatz nennt nicht, woraus er entstanden ist. Dass er noch gilt, lässt sich deshalb nicht zeigen.",
    capture_time_not_recorded:
      "Der Datensatz nennt nicht, wann er entstanden ist. Dass er noch gilt, lässt sich deshalb nicht zeigen.",
    basis_does_not_match_its_fingerprint:
      "Die aufgezeichneten Eingaben passen nicht zu ihrem Fingerabdruck. Dass der Datensatz noch gilt, lässt sich deshalb nicht zeigen.",
  },
  gatesComplete: (complete, total) => `${complete}/${total} Gates erfüllt`,
  nextGate: (title) => `Nächstes Gate: ${title}`,
  executionAvailable: "Ausführung möglich",
  executionUnavailable: (firstReason) => `Ausführung nicht möglich. ${firstReason}`,
  viewGates: "Sicherheits-Gates anzeigen",
  gateNotEvaluated: (title) => `„${title}“ konnte nicht ausgewertet werden und zählt deshalb nicht als erfüllt.`,
  gateWaitsFor: (missingTitle) => `Wartet auf „${missingTitle}“.`,
  diagnosticsTitle: "Diagnose",
  diagnosticsSummary: (entries) => `${format.counted(entries, { one: "Eintrag", other: "Einträge" })}, keine Rohdaten`,
  notRecorded: "Nicht aufgezeichnet",
});
