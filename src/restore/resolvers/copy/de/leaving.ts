import type { LeavingWords } from "../en/leaving.js";

/** What is asked before something that was not applied is left, in German. */
export const germanLeaving = (): LeavingWords => ({
  title: "Verlassen, ohne anzuwenden?",
  detail: {
    backup_set: "Das gewählte Backup-Set wird noch nicht verwendet, und die Wahl bleibt nicht erhalten.",
    scope:
      "Der gewählte Umfang ist nicht angewendet. Er bleibt in diesem Tab erhalten und steht wieder hier, wenn Sie zurückkommen.",
    decision: "Was Sie gerade wählen, wird noch nicht verwendet, und die Wahl bleibt nicht erhalten.",
    reason: "Die Begründung, die Sie gerade schreiben, ist nicht gespeichert und bleibt nicht erhalten.",
  },
  stay: "Auf dieser Seite bleiben",
  apply: {
    backup_set: "Dieses Backup-Set verwenden und verlassen",
    scope: "Umfang anwenden und verlassen",
  },
  leave: {
    backup_set: "Ohne die Wahl verlassen",
    scope: "Verlassen und den Entwurf behalten",
    decision: "Ohne die Wahl verlassen",
    reason: "Ohne die Begründung verlassen",
  },
});
