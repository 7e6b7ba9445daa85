import type { UpkeepWords } from "../en/upkeep.js";

/** What may be done with a whole run, in German. */
export const germanUpkeep = (): UpkeepWords => ({
  action: {
    archive: {
      label: "Diesen Lauf archivieren",
      title: "Diesen Restore-Lauf archivieren?",
      text: "Er verschwindet aus der Liste der Läufe. Aufzeichnung, Nachweise und Protokoll bleiben, wie sie sind.",
      keepLabel: "In der Liste behalten",
    },
    rerun: {
      label: "Einen gleichen Lauf vorbereiten",
      title: "Aus diesem Lauf einen neuen vorbereiten?",
      text: "Ein neuer Entwurf übernimmt Backup-Set, Umfang und Zuordnungen. Prüfungen, Vorschau und Bestätigung werden nicht übernommen, und der Probelauf ist eingeschaltet.",
      keepLabel: "Keinen vorbereiten",
    },
    delete: {
      label: "Diesen Entwurf löschen",
      title: "Diesen Entwurf löschen?",
      text: "Der Entwurf wird mit seinen Prüfungen und seiner Vorschau entfernt. In das Ziel wurde nichts geschrieben. Das lässt sich nicht rückgängig machen.",
      keepLabel: "Entwurf behalten",
    },
  },
  archiveWithFollowUp:
    "Er verschwindet aus der Liste der Läufe, obwohl sein Ergebnis noch durchzusehen ist. Aufzeichnung, Nachweise und Protokoll bleiben, wie sie sind.",
  refusal: {
    capability_missing:
      "Sie dürfen diesen Lauf ansehen, aber nicht ändern. Die Administration des Arbeitsbereichs kann die Berechtigung zum Wiederherstellen erteilen.",
    restore_in_progress:
      "Diese Wiederherstellung ist noch nicht beendet. Bis dahin lässt sich mit dem Lauf nichts tun.",
    still_in_preparation: "Dieser Lauf ist noch ein Entwurf. Setzen Sie ihn stattdessen fort.",
    kept_for_audit:
      "Dieser Lauf hat die Vorbereitung verlassen. Er bleibt als Nachweis dessen, was getan wurde, und kann archiviert werden.",
  },
});
