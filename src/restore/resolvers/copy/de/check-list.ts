import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { CheckListWords } from "../en/check-list.js";

/** The findings of the checks, by severity, in German. */
export const germanCheckList = ({ counted, number }: Formatting): CheckListWords => ({
  title: "Befunde",
  running: (target) => `Die Prüfungen lesen ${setApart(target)}.`,
  empty: "Über Konflikte mit dem Ziel ist nichts bekannt, bis die Prüfungen ausgeführt sind.",
  run: "Prüfungen ausführen",
  runAgain: "Prüfungen erneut ausführen",
  severity: {
    blocking: { title: "Blockierend", note: "Jeder Befund muss vor einer Vorschau geklärt sein." },
    not_evaluated: { title: "Nicht ausgewertet", note: "Nicht bekannt und deshalb nie als konfliktfrei gezählt." },
    warning: { title: "Warnung", note: "Einen Blick wert. Warnungen blockieren nicht." },
    safe: {
      title: "Kein Konflikt gefunden",
      note: "Je einer für jede Prüfung eines Elements, die ausgeführt wurde und nichts fand.",
    },
  },
  countNotRecorded: "Die Prüfungen haben es nicht aufgezeichnet.",
  showEachCheck: "Jede Prüfung anzeigen",
  items: (count) => counted(count, { one: "Element", other: "Elemente" }),
  moreItems: (remaining) => counted(remaining, { one: "weiteres Element", other: "weitere Elemente" }),
  moreFindings: (remaining) => counted(remaining, { one: "weiterer Befund", other: "weitere Befunde" }),
  partial:
    "Bestand/Wiederherstellung unter Umständen unvollständig: Die Einrichtung des Ziels begrenzt, was gelesen oder geschrieben werden kann.",
  accept: "Diesen Befund hinnehmen",
  withdraw: "Hinnahme zurücknehmen",
  acceptReason: "Warum das hinnehmbar ist",
  accepted: (accepted, total) => `${number(accepted)} von ${number(total)} hingenommen`,
  allAccepted: "Jeder Befund wurde einzeln und mit Grund hingenommen. Keiner blockiert.",
  acceptedBy: (name, at) => `Hingenommen von ${name} am ${at}`,
  lapsedBy: (name, at) => `Ein früherer Befund wurde von ${name} am ${at} hingenommen; dieser nicht`,
  runBeforeAccepting:
    "Hingenommen werden kann nur, was aktuelle Prüfungen gefunden haben. Führen Sie die Prüfungen erneut aus.",
  nameNotRecorded: "Name nicht aufgezeichnet",
});
