import type { Formatting } from "../../../../flow/index.js";
import type { CancelWords } from "../en/cancel.js";

/** What cancelling an execution means, in German. */
export const germanCancel = ({ counted }: Formatting): CancelWords => ({
  title: "Abbruch",
  action: "Diese Wiederherstellung abbrechen",
  onRun: "Auf der Seite des Restore-Laufs abbrechen",
  queued:
    "Kommt der Abbruch vor dem Beginn, wird nichts geschrieben; der Lauf endet als abgebrochen und lässt sich nicht erneut starten. Hat er dann schon begonnen, wird nach dem laufenden Element keines mehr geschrieben, und was geschrieben wurde, bleibt.",
  running: (done) => {
    const behind =
      done === null
        ? "Was bisher geschrieben wurde, ist hier nicht bekannt."
        : `${counted(done, { one: "Element ist", other: "Elemente sind" })} erledigt.`;
    return `${behind} Nach einem Abbruch wird nach dem laufenden Element keines mehr geschrieben. Was geschrieben wurde, bleibt: es wird nichts zurückgenommen, und ein Lauf, der einen Schreibzugriff versucht hat, endet als teilweise.`;
  },
  requested:
    "Der Abbruch wurde angefordert. Ein laufendes Element wird noch beendet; danach wird keines mehr begonnen.",
  notEntitled:
    "Sie dürfen diese Wiederherstellung verfolgen, nicht anhalten. Die Berechtigung dazu kann eine Administratorin oder ein Administrator des Arbeitsbereichs erteilen.",
});
