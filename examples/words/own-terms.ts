import { type RenamedRestoreTerms, renameRestoreTerms, restoreContext, type RestoreContext } from "checkrail/restore";

/** What one team calls things, in both of its languages. */
export const ownTerms: RenamedRestoreTerms = {
  en: {
    preview: { a: "a rehearsal", one: "rehearsal" },
    blocker: { one: "obstacle", other: "obstacles" },
    target: { a: "a destination", one: "destination" },
  },
  de: {
    // Nouns of the same gender, so that the articles around them stay right.
    restore: { die: "Rückspielung", to: "zurückspielen", done: "zurückgespielt", der_modus: "Rückspielungsmodus" },
    preview: { die: "Voransicht" },
    gate: { das: "Tor", plural: "Tore" },
    target: {
      das: "Zielsystem",
      des: "Zielsystems",
      die_bezeichnung: "Systembezeichnung",
      der_mandant: "Systemmandant",
      die_umgebung: "Systemumgebung",
    },
  },
};

/** The context that the wizard and the result page take. */
export function ownContext(locale: string, href: RestoreContext["href"]): RestoreContext {
  const context = renameRestoreTerms(restoreContext({ locale, timeZone: "UTC", href }), ownTerms);
  const { words } = context;
  if (words.language !== "de") return context;
  // A sentence that should read otherwise is replaced whole; one too many does not compile.
  return {
    ...context,
    words: {
      ...words,
      steps: { ...words.steps, question: { ...words.steps.question, preview: "Was würde sich ändern?" } },
    },
  };
}
