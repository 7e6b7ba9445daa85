import type { Formatting } from "../../../../flow/index.js";
import type { CheckListWords } from "../en/check-list.js";

/** The findings of the checks, by severity, in German. */
export const germanCheckList = ({ counted }: Formatting): CheckListWords => ({
  title: "Befunde",
  running: (target) => `Die Prüfungen lesen ${target}.`,
  empty: "Über Konflikte mit dem Ziel ist nichts bekannt, bis die Prüfungen ausgeführt sind.",
  run: "Prüfungen ausführen",
  runAgain: "Prüfungen erneut ausführen",
  severity: {
    blocking: { title: "Blockierend", note: "Jeder Befund muss vor einer Vorschau geklärt sein." },
    not_evaluated: { title: "Nicht ausgewertet", note: "Nicht bekannt und deshalb nie als konfliktfrei gezählt." },
    warning: { title: "Warnung", note: "Einen Blick wert. Warnungen blockieren nicht." },
    safe: { title: "Kein Konflikt gefunden", note: "Die ausgeführten Prüfungen haben nichts gefunden." },
  },
  countNotRecorded: "Die Prüfungen haben es nicht aufgezeichnet.",
  showEachCheck: "Jede Prüfung anzeigen",
  showItems: "Elemente anzeigen",
  items: (count) => counted(count, { one: "Element", other: "Elemente" }),
  showMoreFindings: (remaining) =>
    `${counted(remaining, { one: "weiteren Befund", other: "weitere Befunde" })} anzeigen`,
});
