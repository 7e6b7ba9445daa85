import type { Formatting } from "../formatting.js";
import { germanConfirmation } from "./german-confirmation.js";
import type { FlowWords } from "./words.js";

/** The shared sentences in German. */
export const germanFlowWords = (format: Formatting): FlowWords => ({
  status: {
    complete: "Erfüllt",
    next: "Nächstes Gate",
    running: "Läuft",
    blocked: "Blockiert",
    attention: "Durchsicht nötig",
    pending: "Offen",
    invalidated: "Ungültig",
    // Not "veraltet": nothing says that it is out of date, only that it cannot be shown to be current.
    stale: "Aktualität unklar",
    unknown: "Nicht bekannt",
    unavailable: "Nicht verfügbar",
    recorded: "Aufgezeichnet",
    unchanged: "Unverändert",
  },
  freshness: { not_run: "Nicht ausgeführt", current: "Aktuell", invalidated: "Ungültig", stale: "Aktualität unklar" },
  staleCause: {
    basis_not_recorded:
      "Die Aufzeichnung nennt nicht, woraus sie entstanden ist. Dass sie noch aktuell ist, lässt sich deshalb nicht zeigen.",
    capture_time_not_recorded:
      "Die Aufzeichnung nennt nicht, wann sie entstanden ist. Dass sie noch aktuell ist, lässt sich deshalb nicht zeigen.",
    basis_does_not_match_its_fingerprint:
      "Die aufgezeichneten Eingaben passen nicht zu ihrem Fingerabdruck. Dass die Aufzeichnung noch aktuell ist, lässt sich deshalb nicht zeigen.",
    inputs_overtaken:
      "Woraus sie entstanden ist, kann sich geändert haben, seit diese Seite es gelesen hat. Dass sie noch aktuell ist, lässt sich deshalb nicht zeigen.",
  },
  gatesComplete: (complete, total) => `${complete}/${total} Gates erfüllt`,
  nextGate: (title) => `Nächstes Gate: ${title}`,
  executionAvailable: "Ausführung möglich",
  executionUnavailable: "Ausführung nicht möglich",
  viewGates: "Sicherheits-Gates anzeigen",
  gateNotEvaluated: (title) => `„${title}“ konnte nicht ausgewertet werden und zählt deshalb nicht als erfüllt.`,
  gateWaitsFor: (missingTitle) => `Wartet auf „${missingTitle}“.`,
  diagnosticsTitle: "Diagnose",
  diagnosticsSummary: (entries) => `${format.counted(entries, { one: "Eintrag", other: "Einträge" })}, keine Rohdaten`,
  notRecorded: "Nicht aufgezeichnet",
  confirmation: germanConfirmation(format),
  proof: {
    available: "Verfügbar",
    pending: "Eingereiht",
    in_progress: "In Arbeit",
    unavailable: "Nicht verfügbar",
    unknown: "Nicht bekannt",
  },
});
