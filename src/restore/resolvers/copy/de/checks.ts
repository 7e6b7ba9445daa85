import type { Formatting } from "../../../../flow/index.js";
import type { ChecksWords } from "../en/checks.js";

/** The decision of step 3 in German. */
export const germanChecks = ({ counted, plural }: Formatting): ChecksWords => ({
  label: "Prüfungen",
  notRun: {
    text: "Prüfungen noch nicht ausgeführt",
    detail: "Sie lesen das Ziel und vergleichen es mit dem Umfang. Sie schreiben nichts.",
  },
  underWay: { text: "Prüfungen unterwegs", detail: "Was sie finden, steht hier, sobald sie beendet sind." },
  failed: "Die letzten Prüfungen sind fehlgeschlagen",
  asRead: {
    text: "Prüfungen, wie diese Seite sie gelesen hat",
    detail:
      "Der Lauf hat sich seither vielleicht geändert. Verlassen Sie sich auf keinen dieser Befunde, bis er neu gelesen ist.",
  },
  invalidated: {
    text: "Prüfungen sind ungültig",
    detail: "Die Befunde unten bleiben lesbar und gelten nicht mehr. Führen Sie die Prüfungen erneut aus.",
  },
  stale: {
    text: "Aktualität der Prüfungen unklar",
    detail: "Dass die Aufzeichnung noch aktuell ist, lässt sich nicht zeigen. Führen Sie die Prüfungen erneut aus.",
  },
  blocking: (count) => counted(count, { one: "blockierender Befund", other: "blockierende Befunde" }),
  accepted: (count) => `${counted(count, { one: "blockierender Befund", other: "blockierende Befunde" })} hingenommen`,
  acceptedWouldHappen: "Was hingenommen wurde, würde geschehen.",
  previewWaitsForFindings: (count) =>
    plural(count, {
      one: "Die Vorschau wartet, bis er geklärt ist.",
      other: "Die Vorschau wartet, bis sie geklärt sind.",
    }),
  notEvaluated: (count) => `${counted(count, { one: "Prüfung", other: "Prüfungen" })} nicht ausgewertet`,
  previewWaitsForChecks: () => "Die Vorschau wartet, bis das geklärt ist.",
  notEvaluatedAccepted: (count) =>
    `${counted(count, { one: "Prüfung", other: "Prüfungen" })} nicht ausgewertet und hingenommen`,
  acceptedUnknown:
    "Ob es hier Konflikte gibt, ist nicht bekannt. Es wurde namentlich hingenommen, darum wartet nichts darauf.",
  notEvaluatedDoNotBlock: "Das blockiert nicht. Ob es hier Konflikte gibt, ist nicht bekannt.",
  warningsToLookAt: (count) => `${counted(count, { one: "Warnung", other: "Warnungen" })} zum Ansehen.`,
  newer: (count) => `${counted(count, { one: "Element ist", other: "Elemente sind" })} im Ziel neuer`,
  newerDetail: (warnings) =>
    `Was dort seither geändert wurde, würde überschrieben, wo es vom Backup abweicht. Insgesamt ${counted(warnings, { one: "Warnung", other: "Warnungen" })}. Warnungen blockieren nicht.`,
  warnings: (count) =>
    counted(count, { one: "Warnung, nichts Blockierendes", other: "Warnungen, nichts Blockierendes" }),
  warningsDetail: "Warnungen blockieren nicht. Sehen Sie sich jede an, bevor Sie weitergehen.",
  clear: {
    text: "Nichts Blockierendes gefunden",
    detail:
      "Die ausgeführten Prüfungen haben keinen Konflikt gefunden. Sie suchen nicht nach allem, was schiefgehen kann.",
  },
  readsTargetAgain: "Solange das so ist, kann nichts geschrieben werden. Die Prüfungen lesen das Ziel erneut.",
});
