import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { ConfirmWords, MetCondition } from "../en/confirm.js";

const conditions: Readonly<Record<MetCondition, string>> = {
  checks: "Prüfungen aktuell und ohne Blocker",
  preview: "Vorschau aktuell",
  capability: "Berechtigung zum Ausführen vorhanden",
  dryRun: "Probelauf ausgeschaltet",
  reviewed: "Auswirkungen als durchgesehen markiert",
  typed: "Zielbezeichnung eingegeben",
};

/** Step 5 in German. */
export const germanConfirm = ({ counted, listed, number }: Formatting): ConfirmWords => {
  const notMet = (count: number) =>
    counted(count, { one: "Bedingung ist nicht erfüllt", other: "Bedingungen sind nicht erfüllt" });
  return {
    label: "Ausführung",
    blocked: (count) => `Wiederherstellung blockiert: ${notMet(count).replace(" ", "\u00a0")}`,
    notWrittenYet: (target) => `In ${setApart(target)} wurde nichts geschrieben.`,
    notWrittenAsRead: (target) => `Als diese Seite den Lauf las, war in ${setApart(target)} nichts geschrieben.`,
    available: {
      text: "Ausführung möglich",
      counted: (policies) => `Bereit, ${counted(policies, { one: "Richtlinie", other: "Richtlinien" })} zu schreiben`,
      detail: (target) =>
        `Noch wurde nichts geschrieben. Mit dem Start wird sofort in ${setApart(target)} geschrieben.`,
    },
    started: { text: "Die Vorbereitung ist beendet", detail: "Was geschehen ist, sagt das Ergebnis dieses Laufs." },
    environment: {
      prod: "Produktionsumgebung. Umgebung und Bezeichnung wurden mit diesem Restore-Lauf aufgezeichnet.",
      test: "Testumgebung. Umgebung und Bezeichnung wurden mit diesem Restore-Lauf aufgezeichnet.",
    },
    goToPreview: "Zur Vorschau",
    executeTitle: "Ausführen",
    execute: (target) => `In ${setApart(target)} wiederherstellen`,
    executeCounted: (policies, target) =>
      `${counted(policies, { one: "Richtlinie", other: "Richtlinien" })} in ${setApart(target)} wiederherstellen`,
    startsAtOnce: "Das Schreiben beginnt sofort.",
    noSecondTime: "Dieser Restore-Lauf kann nicht ein zweites Mal gestartet werden.",
    running: "Der Server wird um den Start gebeten. Er prüft jede Bedingung noch einmal.",
    firstOfNotMet: (count, first) => `${notMet(count)}. Zuerst: ${first}`,
    notMet,
    allMet: "Alle Bedingungen sind erfüllt",
    met: (met) => `Erfüllt: ${listed(met.map((one) => conditions[one]))}.`,
    blastTitle: "Reichweite",
    blastColumns: { name: "Reichweite", now: "Jetzt" },
    blastRecorded: { void: "Ungültige Vorschau", stale: "Aufgezeichnete Vorschau" },
    blast: {
      widens: "Richtlinien, von denen bekannt ist, dass sie mehr erreichen",
      removes_protection: "Richtlinien, von denen bekannt ist, dass sie Schutz aufheben",
      enforces: "Richtlinien, von denen bekannt ist, dass sie etwas neu durchsetzen",
      policiesWritten: "Zu schreibende Richtlinien",
      includeGroups: "Nach der Wiederherstellung eingeschlossene Gruppen",
      excludeGroups: "Nach der Wiederherstellung ausgeschlossene Gruppen",
      policiesForAllUsers: "Geschriebene Richtlinien, die danach für alle Benutzer gelten",
      policiesForAllDevices: "Geschriebene Richtlinien, die danach für alle Geräte gelten",
    },
    blastOpen: {
      widens: "Richtlinien, die erweitern, wer erreicht wird",
      removes_protection: "Richtlinien, die Schutz aufheben",
      enforces: "Richtlinien, die etwas neu durchsetzen",
    },
    countNotKnown: (count) => `${number(count)} nicht bekannt`,
    notFullyKnown: "Nicht vollständig bekannt",
    countKnown: (count) => `${number(count)} bekannt`,
    namedKnown: "Bekannt:",
    namedNotKnown: "Nicht bekannt:",
    moreInPreview: (more) => `und ${number(more)} weitere in der Vorschau`,
    left: {
      title: "Prüfungen",
      accepted: (severity) => `${severity}, hingenommen`,
      because: (accepted, reason) => `${accepted}: „${setApart(reason)}“`,
      moreItems: (more) => `und ${number(more)} weitere bei den Befunden`,
      moreFindings: (more) => `${counted(more, { one: "weiterer Befund", other: "weitere Befunde" })} zu prüfen`,
    },
    notKnown: "Nicht bekannt",
    noPreview: "Es wurde noch keine Vorschau erzeugt.",
    previewCouldNotTell: "Die Vorschau konnte es nicht feststellen.",
  };
};
