import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { ProofWords } from "../en/proof.js";

/** Names of facts that can be shown, and words for those that cannot, in German. */
export const germanProof = ({ counted }: Formatting): ProofWords => ({
  title: "Nachweise der Wiederherstellung",
  label: {
    source_backup: "Quell-Backup",
    target_environment: "Zielumgebung",
    requested_by: "Angefordert von",
    restore_scope: "Umfang",
    operation_proof: "Vorgangsnachweis",
    post_run_evidence: "Nachweise nach dem Lauf",
    diagnostics: "Diagnose",
  },
  goToDiagnostics: "Zur Diagnose",
  viewOperation: "Vorgang ansehen",
  openEvidence: "Nachweise öffnen",
  source: {
    notSelected: "Nicht ausgewählt",
    notSelectedDetail: "Es ist kein Backup-Set ausgewählt.",
    notReadable: "Nicht lesbar",
    notReadableDetail: "Das ausgewählte Backup-Set lässt sich nicht lesen.",
    from: (tenant) => `Aus ${setApart(tenant)}`,
    tenantNotRecorded: "Mandant nicht aufgezeichnet",
    captureNotRecorded: (from) => `${from}. Zeitpunkt der Erfassung nicht aufgezeichnet.`,
  },
  target: {
    notRead: "Seine Identität wurde nicht vom Ziel gelesen.",
    another: (label) => `Das Ziel gibt sich jetzt als ${setApart(label)} aus.`,
    timeNotRecorded: "Wann seine Identität gelesen wurde, wurde nicht aufgezeichnet.",
    read: { prod: "Prod. Identität vom Ziel gelesen.", test: "Test. Identität vom Ziel gelesen." },
  },
  scope: {
    notDefined: "Nicht festgelegt",
    notDefinedDetail: "Wird in Schritt 2 festgelegt.",
    notReadable: "Nicht lesbar",
    notReadableDetail: "Die Elemente im Umfang lassen sich nicht lesen.",
    all: (count) => (count === 1 ? "1 Element, alle" : `Alle ${counted(count, { other: "Elemente" })}`),
    selected: (count) => `${counted(count, { one: "Element", other: "Elemente" })} ausgewählt`,
    mode: {
      create_missing: "Aktualisiert, was das Ziel hat, und legt an, was ihm fehlt",
      update_only: "Aktualisiert nur, was das Ziel hat",
    },
  },
  operationEndNotRecorded: "Wann er endete, wurde nicht aufgezeichnet.",
  operationGap: {
    not_executed: "Nichts wurde ausgeführt.",
    superseded: "Ob etwas ausgeführt wurde, seit diese Seite den Lauf gelesen hat, ist nicht bekannt.",
    none: "Mit diesem Lauf ist kein Vorgang verknüpft.",
    not_readable: "Der verknüpfte Vorgang lässt sich nicht lesen.",
    foreign: "Der verknüpfte Vorgang gehört zu einem anderen Lauf, Arbeitsbereich oder einer anderen Umgebung.",
    other_kind: "Der verknüpfte Vorgang ist keine Ausführung einer Wiederherstellung.",
    unauthorised: "Sie dürfen diesen Vorgang nicht sehen.",
    outcome_not_recorded: "Wie der Vorgang endete, wurde nicht aufgezeichnet.",
    result_not_known: "Das Ergebnis dieses Laufs ist nicht bekannt. Deshalb zählt nichts davon als Nachweis.",
  },
  evidenceGap: {
    not_executed: "Nichts wurde ausgeführt.",
    superseded: "Ob etwas ausgeführt wurde, seit diese Seite den Lauf gelesen hat, ist nicht bekannt.",
    none: "Zu diesem Vorgang gibt es keine Momentaufnahme.",
    foreign: "Die Momentaufnahme gehört zu einem anderen Vorgang, Arbeitsbereich oder einer anderen Umgebung.",
    unauthorised: "Ob Nachweise vorliegen, dürfen Sie nicht sehen.",
    not_final: "Die Ausführung ist nicht beendet.",
    operation_not_proven: "Nachweise zählen nur neben ihrem Vorgang, und der lässt sich nicht zeigen.",
    failed: "Das Ziel ließ sich nicht zurücklesen.",
    capture_time_not_readable:
      "Der Zeitpunkt der Erfassung lässt sich nicht lesen. Dass sie die letzte ist, lässt sich deshalb nicht zeigen.",
    captured_before_end:
      "Sie wurde erfasst, bevor der Vorgang endete. Was die Wiederherstellung hinterlassen hat, sagt sie deshalb nicht.",
    operation_end_not_recorded:
      "Wann der Vorgang endete, wurde nicht aufgezeichnet. Dass sie danach erfasst wurde, lässt sich deshalb nicht zeigen.",
    result_not_known: "Das Ergebnis dieses Laufs ist nicht bekannt. Deshalb zählt nichts davon als Nachweis.",
  },
  quality: {
    title: "Qualität des Backups",
    notSelected: "Es ist kein Backup-Set ausgewählt.",
    setDoesNotRecord: "Dieses Backup-Set hält es nicht fest.",
    label: {
      item_count: "Elemente",
      degraded_items: "Eingeschränkte Elemente",
      metadata_only_items: "Elemente nur mit Metadaten",
      assignment_issues: "Probleme mit Zuweisungen",
      orphaned_assignments: "Verwaiste Zuweisungen",
    },
    usable: (count) => `${count} verwendbar`,
    usableNotRecorded: "Verwendbare Elemente nicht aufgezeichnet",
    note: {
      degraded_items: "Mit bekanntem Qualitätsmangel erfasst",
      metadata_only_items: "Inhalt nicht erfasst: wird aufgelistet, nie wiederhergestellt",
      assignment_issues: "Zuweisungen nicht oder nicht vollständig erfasst",
      orphaned_assignments: "Gruppe im Export nicht bekannt",
    },
    disclaimer: "Die Qualität der Eingabe belegt weder eine sichere Ausführung noch eine geprüfte Wiederherstellung.",
  },
});
