import type { Formatting } from "../../../../flow/index.js";

/** The frame around the steps, in English. */
export const englishWizard = ({ number }: Formatting) => ({
  railLabel: "Steps of this restore run",
  railSummary: (position: number, total: number, title: string) =>
    `Step ${number(position)} of ${number(total)} · ${title}`,
  next: (title: string) => `Next: ${title}`,
  back: (title: string) => `Back: ${title}`,
  /** Title of the browser's tab on one step. */
  documentTitle: (title: string) => `${title} · Restore run`,
  /** Labels of technical facts. */
  diagnostics: {
    run: "Restore run",
    revision: "Revision",
    status: "Run status",
    fingerprint: "Present basis",
    checks_fingerprint: "Basis of checks",
    preview_fingerprint: "Basis of preview",
    tenant: "Target tenant",
    operation: "Operation",
  },
});

export type WizardWords = Readonly<ReturnType<typeof englishWizard>>;
