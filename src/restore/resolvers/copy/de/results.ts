import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { StateClaims } from "../claims.js";
import type { ResultsWords } from "../en/results.js";

const item = { one: "Element", other: "Elemente" };
// After "bei", "von" and "in" the noun stands in another case.
const ofItem = { one: "Element", other: "Elementen" };

const claim: ResultsWords["claim"] = {
  not_executed: "Vorschaunachweis vorhanden",
  in_progress: "Ausführung läuft",
  completed_proof_incomplete: "Ausführungsbeleg liegt vor",
  completed_with_evidence: "Nachweis-Snapshot liegt vor",
  needs_review: "Nacharbeit erforderlich",
  failed: "Ausführung fehlgeschlagen",
} satisfies StateClaims<"de">;

/** Everything that a result says, in German. */
export const germanResults = ({ counted, number, plural }: Formatting): ResultsWords => ({
  cardName: "Ergebnis des Laufs",
  told: {
    not_executed: {
      status: "Nicht ausgeführt",
      reason: "Dieser Datensatz belegt die Vorschau, nicht die Wiederherstellung der Umgebung.",
      impact: "Es gibt noch keinen Ausführungsnachweis und keine Nachweise nach dem Lauf.",
    },
    in_progress: {
      status: "Ausführung läuft",
      reason: "Der Lauf ist gerade in Arbeit.",
      impact: "Ergebnisse und Nachweise sind noch nicht endgültig.",
    },
    queued: {
      status: "Ausführung eingereiht",
      reason: "Sie wartet, bis sie an der Reihe ist, und hat nicht begonnen.",
      impact: "Ergebnisse und Nachweise sind noch nicht endgültig.",
    },
    completed_proof_incomplete: {
      status: "Abgeschlossen, Nachweis unvollständig",
      reason: "Die Ausführung ist abgeschlossen, Nachweise nach dem Lauf liegen aber noch nicht vor.",
      impact: "Verlassen Sie sich nicht auf diesen Lauf, solange niemand die Nachweise angesehen hat.",
    },
    completed_evidence_unfit: {
      status: "Abgeschlossen, aber der Nachweis kann nichts über diese Wiederherstellung sagen",
      reason: "Nachweise zu diesem Lauf liegen noch nicht vor.",
      impact: "Verlassen Sie sich nicht auf diesen Lauf, solange niemand Nachweise dieses Laufs angesehen hat.",
    },
    completed_with_evidence: {
      status: "Abgeschlossen, Nachweise liegen vor",
      reason: "Ausführungsnachweis und Nachweise nach dem Lauf liegen vor.",
      impact: "Prüfen Sie die Nachweise, bevor Sie sich auf den Lauf verlassen.",
    },
    needs_review: {
      status: "Abgeschlossen, Elemente zu prüfen",
      reason: "Einige Elemente wurden übersprungen, nur teilweise angewendet oder sind fehlgeschlagen.",
      impact: "Prüfen Sie die Ergebnisse der Elemente, bevor Sie sich auf das Ergebnis verlassen.",
    },
    cancelled_after_start: {
      status: "Abgebrochen, Elemente zu prüfen",
      reason:
        "Der Lauf wurde abgebrochen, nachdem er begonnen hatte: Einige Elemente wurden möglicherweise geschrieben, andere möglicherweise nicht.",
      impact: "Prüfen Sie die Ergebnisse der Elemente, bevor Sie sich auf das Ergebnis verlassen.",
    },
    blocked_after_start: {
      status: "Blockiert, Elemente zu prüfen",
      reason:
        "Der Lauf wurde blockiert, nachdem er begonnen hatte: Einige Elemente wurden möglicherweise geschrieben, andere möglicherweise nicht.",
      impact: "Prüfen Sie die Ergebnisse der Elemente, bevor Sie sich auf das Ergebnis verlassen.",
    },
    failed_after_start: {
      status: "Lauf fehlgeschlagen",
      reason: "Der Lauf endete nicht erfolgreich.",
      impact: "Einige der angeforderten Änderungen wurden möglicherweise nicht angewendet, andere möglicherweise doch.",
    },
    failed: {
      status: "Lauf fehlgeschlagen",
      reason: "Der Lauf endete nicht erfolgreich.",
      impact: "Einige der angeforderten Änderungen wurden möglicherweise nicht angewendet.",
    },
    blocked_or_cancelled: {
      status: "Lauf blockiert / abgebrochen",
      reason: "Die Wiederherstellung wurde wegen eines Abbruchs oder einer Blockade nicht ausgeführt.",
      impact: "Es gibt keinen Beleg einer Wiederherstellung.",
    },
    blocked: {
      status: "Lauf blockiert",
      reason: "Die Wiederherstellung wurde wegen einer Blockade nicht ausgeführt.",
      impact: "Es gibt keinen Beleg einer Wiederherstellung.",
    },
    cancelled: {
      status: "Lauf abgebrochen",
      reason: "Die Wiederherstellung wurde wegen eines Abbruchs nicht ausgeführt.",
      impact: "Es gibt keinen Beleg einer Wiederherstellung.",
    },
    not_known: {
      status: "Ergebnis nicht bekannt",
      reason: "Der Datensatz dieses Laufs passt zu keinem bekannten Ergebnis.",
      impact: "Verlassen Sie sich auf nichts davon, bevor das Ziel selbst angesehen wurde.",
    },
  },
  noPreview: "Es wurde keine Vorschau aufgezeichnet. Nichts wurde ausgeführt.",
  action: {
    continue_preparation: "Vorbereitung fortsetzen",
    review_preview: "Vorschau prüfen",
    view_operation_progress: "Fortschritt des Vorgangs ansehen",
    open_operation_proof: "Vorgangsnachweis öffnen",
    review_proof_gap: "Nachweislücke prüfen",
    open_evidence: "Nachweise öffnen",
    review_item_outcomes: "Ergebnisse der Elemente prüfen",
    review_failure_details: "Einzelheiten des Fehlers prüfen",
    review_blocker: "Blockade prüfen",
    review_cancellation: "Abbruch prüfen",
    review_diagnostics: "Diagnose prüfen",
  },
  leftPreparation: "Die Vorbereitung dieses Laufs ist beendet. Erstellen Sie einen weiteren Lauf.",
  claim,
  summaryTitle: "Ergebnisübersicht",
  uncounted: {
    not_executed: "Ergebnisübersicht nicht verfügbar",
    completed_proof_incomplete: "Ergebnisübersicht nicht verfügbar",
    completed_with_evidence: "Ergebnisübersicht nicht verfügbar",
    needs_review: "Ergebnisübersicht nicht verfügbar",
    in_progress: "Läuft",
    failed: "Einzelheiten des Fehlers erforderlich",
    blocked_or_cancelled: "Nicht verfügbar",
    not_known: "Nicht verfügbar",
  },
  countsContradict: "Aufgezeichnete Zahlen und Einzelergebnisse widersprechen sich. Auf beides ist kein Verlass.",
  countNotRecorded: "Nicht aufgezeichnet",
  countNotRecordedReason: "Der Datensatz zählt dieses Ergebnis nicht.",
  metadataOnly: "Nur Metadaten als Nachweis: Zahlen wurden aufgezeichnet, Einzelergebnisse nicht.",
  outcome: {
    failed: "Fehlgeschlagen",
    unknown: "Unbekannt",
    partially_applied: "Teilweise angewendet",
    skipped: "Übersprungen",
    applied: "Angewendet",
    already_in_desired_state: "Bereits im gewünschten Zustand",
  },
  attention: {
    title: "Abgeschlossen mit Nacharbeit",
    outcomesNotRecorded: "Ergebnisse der Elemente wurden nicht aufgezeichnet.",
    outcomes: (count) =>
      `${counted(count, item)} ${plural(count, { one: "hat", other: "haben" })} ein Ergebnis, das zu prüfen ist.`,
    partsNotRecorded: "Was in Teilen unverändert blieb, wurde nicht aufgezeichnet.",
    leftInPart: (count) =>
      `${counted(count, item)} ${plural(count, { one: "blieb", other: "blieben" })} in Teilen unverändert.`,
    notRecordedInPart: (count) => `Bei ${counted(count, ofItem)} wurde das Ergebnis eines Teils nicht aufgezeichnet.`,
    findingsNotRecorded: "Der Nachweis enthält keine Befunde.",
    differing: (count) =>
      `Der Nachweis zeigt ${counted(count, { one: "Element, das", other: "Elemente, die" })} vom Beabsichtigten ${plural(count, { one: "abweicht", other: "abweichen" })}.`,
    notAsIntended: (count) => `Das Ziel enthält bei ${counted(count, ofItem)} nicht, was beabsichtigt war.`,
    notKnown: (count) => `Was das Ziel von ${counted(count, ofItem)} enthält, ist von hier aus nicht bekannt.`,
    coverageNotRecorded: "Der Nachweis hält nicht fest, was er abdeckt.",
    notChecked: (count) => `Der Nachweis hat ${counted(count, item)} nicht betrachtet.`,
    comparisonNotRecorded: "Der Nachweis hält nicht fest, welche Teile er verglichen hat.",
    notComparedInPart: (count) => `Der Nachweis hat ${counted(count, item)} nur in Teilen verglichen.`,
  },
  cause: {
    target_changed: {
      title: "Das Ziel hat sich geändert",
      text: "Es war nicht mehr so, wie die Vorschau es zeigte. Deshalb wurde nichts überschrieben.",
    },
    refused: { title: "Vom Ziel abgelehnt", text: "Das Ziel hat den Schreibvorgang nicht angenommen." },
    throttled: { title: "Vom Ziel gedrosselt", text: "Das Ziel nahm eine Zeit lang keine Anfragen mehr an." },
    unreachable: { title: "Ziel nicht erreichbar", text: "Das Ziel antwortete nicht oder ließ sich nicht lesen." },
    outcome_unknown: {
      title: "Ergebnis nicht bekannt",
      text: "Ein Schreibvorgang kann angewendet worden sein oder nicht. Nur das Ziel selbst gibt Auskunft.",
    },
    interrupted: {
      title: "Ausführung wurde unterbrochen",
      text: "Die Arbeit endete mittendrin, und nichts wurde zweimal geschrieben.",
    },
    wrong_target: {
      title: "Ziel ist nicht das erwartete",
      text: "Das Ziel gibt nicht mehr an, dasjenige zu sein, für das der Lauf erstellt wurde.",
    },
    identity: {
      title: "Identität nicht entschieden",
      text: "Welche Richtlinie im Ziel gemeint ist, ist nicht entschieden.",
    },
    missing_in_target: {
      title: "Fehlt im Ziel",
      text: "Das Ziel hat es nicht mehr, und in diesem Modus wird nichts angelegt.",
    },
    mapping: { title: "Verweis nicht zugeordnet", text: "Ein Verweis hat im Ziel kein Gegenstück." },
    not_captured: {
      title: "Unverändert gelassen",
      text: "Teile, die das Backup nicht zurückgeben kann, blieben im Ziel, wie sie sind.",
    },
    not_restorable: {
      title: "Lässt sich nicht wiederherstellen",
      text: "Einige Elemente lassen sich auflisten oder vergleichen, aber nie schreiben.",
    },
    source_not_readable: {
      title: "Backup nicht lesbar",
      text: "Was wiederhergestellt werden sollte, ließ sich nicht lesen.",
    },
    cancelled: { title: "Abgebrochen", text: "Die Wiederherstellung wurde auf Anforderung angehalten." },
    evidence_differs: { title: "Nachweis weicht ab", text: "Das Ziel enthält nicht, was beabsichtigt war." },
    evidence_incomplete: {
      title: "Nachweis ist unvollständig",
      text: "Nicht alles Beabsichtigte wurde mit dem Ziel verglichen.",
    },
    not_classified: {
      title: "Ursache nicht eingeordnet",
      text: "Der Datensatz nennt sie in Worten, nicht in einem hier bekannten Code.",
    },
    not_recorded: { title: "Ursache nicht aufgezeichnet", text: "Der Datensatz nennt keinen Grund." },
  },
  causeTitle: "Hauptursache",
  causeItems: (title, count) => `${title}, ${counted(count, item)}.`,
  outcomes: {
    title: "Ergebnisse der Elemente",
    column: "Element",
    groupTitle: (title, count, otherwise) =>
      `${title}, ${counted(count, item)}${otherwise === 0 ? "" : `, ${number(otherwise)} nicht wie beabsichtigt`}`,
    needs_follow_up: "Nacharbeit nötig",
    partly_left: "In Teilen unverändert",
    partly_left_or_not_recorded: "In Teilen unverändert oder nicht aufgezeichnet",
    written_or_unchanged: "Geschrieben oder unverändert",
    noItem: "Die Ausführung umfasste kein Element.",
    nothingExecuted: "Nichts wurde ausgeführt, also gibt es kein Ergebnis.",
    notFinal: (progress) =>
      `${progress === null ? "" : `${progress}. `}Ergebnisse werden aufgezeichnet, wenn die Ausführung endet.`,
    rowsNotRecorded: "Einzelergebnisse wurden nicht aufgezeichnet.",
    notRecorded: "Nicht aufgezeichnet",
    doesNotApply: "Entfällt",
    readBack: (result) => `Zurückgelesen: ${result}`,
  },
  evidence: {
    title: "Nachweise nach dem Lauf",
    inProgress: "Läuft",
    beingRead: "Das Ziel wird zurückgelesen.",
    unavailable: "Nicht verfügbar",
    coverageNotRecorded: "Abdeckung nicht aufgezeichnet",
    coverage: (checked, total) => `${number(checked)} von ${counted(total, ofItem)} zurückgelesen`,
    compared: (when) => `Das Ziel wurde ${when} gelesen und mit dem Beabsichtigten verglichen.`,
    timeNotRecorded: "zu einem nicht aufgezeichneten Zeitpunkt",
    part: (phase, compared, total, because) =>
      `${phase}: ${number(compared)} von ${number(total)} verglichen${because.length === 0 ? "" : ` (${because.join(", ")})`}.`,
    notCompared: {
      left_untouched: (count) => `${number(count)} von der Wiederherstellung unverändert gelassen`,
      not_returned: (count) => `${number(count)} vom Ziel nicht zurückgegeben`,
      item_not_compared: (count) => `${number(count)} bei nicht verglichenen Elementen`,
    },
    partsNotRecorded: "Der Datensatz hält nicht fest, welche Teile eines Elements verglichen wurden.",
    result: { missing: "Fehlt", differs: "Weicht ab", not_checked: "Nicht geprüft", as_intended: "Wie beabsichtigt" },
    nothingExecuted: "Nichts wurde ausgeführt, also gibt es nichts zurückzulesen.",
    notEnded: "Das Ziel wird zurückgelesen, sobald die Ausführung beendet ist.",
    failed: "Das Ziel ließ sich nicht zurücklesen. Was es jetzt enthält, ist von hier aus nicht bekannt.",
    notRead:
      "Das Ziel wurde seit der Ausführung nicht zurückgelesen. Was es jetzt enthält, ist von hier aus nicht bekannt.",
    request: "Ziel zurücklesen",
  },
  basis: {
    title: "Grundlage beim Einreihen",
    preview: "Vorschau",
    previewCurrent: (at) => `Beim Einreihen aktuell, erstellt ${at}`,
    checks: "Prüfungen",
    checksCurrent: (warnings, at) =>
      `Beim Einreihen aktuell, ${counted(warnings, { one: "Warnung", other: "Warnungen" })}, ${at}`,
    confirmed: "Bestätigt von",
    confirmedBy: (name, at) => `${setApart(name)}, ${at}`,
    typed: "Eingegebene Bezeichnung",
  },
  operation: {
    ended: "Was ist gelaufen?",
    going: "Was läuft?",
    waiting: "Was wartet?",
    outcome: {
      succeeded: "Vorgang beendet",
      partial: "Vorgang teilweise beendet",
      failed: "Vorgang fehlgeschlagen",
      blocked: "Vorgang blockiert",
      cancelled: "Vorgang abgebrochen",
    },
    outcomeNotRecorded: "Ausgang nicht aufgezeichnet",
    status: { queued: "Vorgang eingereiht", running: "Vorgang läuft" },
    detail: "Diese Seite beobachtet die Arbeit. Was aus der Wiederherstellung wurde, sagt ihr Lauf.",
    progress: "Fortschritt",
    doneOfUnknown: (done) => `${counted(done, item)} erledigt, Gesamtzahl noch nicht bekannt`,
    doneOf: (done, total) => `${number(done)} von ${counted(total, ofItem)} erledigt`,
    requested: "Angefordert",
    started: "Begonnen",
    finished: "Beendet",
    notYet: "Noch nicht",
    timeNotRecorded: "Nicht aufgezeichnet",
    followUpTitle: "Nacharbeit der Wiederherstellung",
    followUp: "Diese Wiederherstellung erfordert Nacharbeit.",
    noFollowUp: "Nichts, was Sie von dieser Wiederherstellung sehen dürfen, erfordert bisher Nacharbeit.",
    runTells: "Ihr Lauf sagt, was geschehen ist und was als Nächstes zu tun ist.",
    runClosed:
      "Sie dürfen den Lauf nicht öffnen; eine Administratorin oder ein Administrator des Arbeitsbereichs darf es.",
    openRun: "Lauf öffnen",
  },
});
