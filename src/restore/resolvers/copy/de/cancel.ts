import type { Formatting } from "../../../../flow/index.js";
import type { CancelWords } from "../en/cancel.js";

/** What cancelling an execution means, in German. */
export const germanCancel = ({ counted }: Formatting): CancelWords => ({
  title: "Abbruch",
  action: "Diese Wiederherstellung abbrechen",
  onRun: "Auf der Seite des Restore-Laufs abbrechen",
  queued:
    "Es wurde noch nichts geschrieben, und nach einem Abbruch bleibt es dabei. Der Lauf endet als abgebrochen und lässt sich nicht erneut starten.",
  running: (done) => {
    const behind =
      done === null
        ? "Was bisher geschrieben wurde, ist hier nicht bekannt."
        : `${counted(done, { one: "Element ist", other: "Elemente sind" })} erledigt.`;
    return `${behind} Nach einem Abbruch wird nach dem laufenden Element keines mehr geschrieben. Was geschrieben wurde, bleibt: es wird nichts zurückgenommen, und ein Lauf, der einen Schreibzugriff versucht hat, endet als teilweise.`;
  },
  requested: "Der Abbruch wurde angefordert. Das laufende Element wird noch beendet; danach wird keines mehr begonnen.",
  notEntitled:
    "Sie dürfen diese Wiederherstellung verfolgen, nicht anhalten. Die Berechtigung dazu kann eine Administratorin oder ein Administrator des Arbeitsbereichs erteilen.",
});
