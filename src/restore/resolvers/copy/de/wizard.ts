import type { Formatting } from "../../../../flow/index.js";
import type { WizardWords } from "../en/wizard.js";

/** The frame around the steps, in German. */
export const germanWizard = ({ number }: Formatting): WizardWords => ({
  railLabel: "Schritte dieses Restore-Laufs",
  railSummary: (position, total, title) => `Schritt ${number(position)} von ${number(total)} · ${title}`,
  next: (title) => `Weiter: ${title}`,
  back: (title) => `Zurück: ${title}`,
  documentTitle: (title) => `${title} · Restore-Lauf`,
  diagnostics: {
    run: "Restore-Lauf",
    revision: "Revision",
    status: "Status des Laufs",
    fingerprint: "Gegenwärtige Grundlage",
    checks_fingerprint: "Grundlage der Prüfungen",
    preview_fingerprint: "Grundlage der Vorschau",
    tenant: "Zielmandant",
    operation: "Vorgang",
  },
});
