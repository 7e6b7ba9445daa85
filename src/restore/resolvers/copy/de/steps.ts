import type { StepsWords } from "../en/steps.js";

/** Titles and questions of the five steps in German. */
export const germanSteps = (): StepsWords => ({
  title: {
    select_backup_set: "Backup-Set auswählen",
    define_restore_scope: "Umfang festlegen",
    safety_checks: "Sicherheits- und Konfliktprüfungen",
    preview: "Vorschau",
    confirm_execute: "Bestätigen und ausführen",
  },
  question: {
    select_backup_set: "Woraus wird wiederhergestellt?",
    define_restore_scope: "Was genau soll wiederhergestellt werden?",
    safety_checks: "Ist das gefährlich?",
    preview: "Was würde passieren?",
    confirm_execute: "Möchten Sie das wirklich tun?",
  },
});
