import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { PreviewWords } from "../en/preview.js";

/** Step 4 in German. */
export const germanPreview = ({ counted, listed, number, plural }: Formatting): PreviewWords => {
  const policiesWould = (count: number) => counted(count, { one: "Richtlinie würde", other: "Richtlinien würden" });
  const would = (count: number) => `${number(count)} ${plural(count, { one: "würde", other: "würden" })}`;
  return {
    title: "Vorschau",
    generate: "Vorschau erzeugen",
    generateAgain: "Vorschau erneut erzeugen",
    running: (target) => `Die Vorschau liest ${setApart(target)}. Es wird nichts geschrieben.`,
    empty: "Was passieren würde, ist erst bekannt, wenn eine Vorschau erzeugt ist. Eine Vorschau schreibt nichts.",
    changesTitle: "Was sich ändern würde",
    countNotRecorded: "Die Vorschau hat es nicht aufgezeichnet.",
    count: {
      policies_changed: { label: "Geänderte Richtlinien", note: "Im Ziel aktualisiert" },
      policies_created: { label: "Angelegte Richtlinien", note: "Nicht im Ziel vorhanden" },
      assignments_changed: {
        label: "Geänderte Zuweisungen",
        note: "Richtlinien, deren Zuweisungen abweichen würden",
      },
      scope_tags_changed: {
        label: "Geänderte Bereichsmarkierungen",
        note: "Richtlinien, deren Bereichsmarkierungen abweichen würden",
      },
      unchanged: { label: "Unverändert", note: "Bereits im gewünschten Zustand" },
      skipped: { label: "Übersprungen", note: "Aufgeführt oder verglichen, nicht geschrieben" },
    },
    showUnchanged: (count) =>
      plural(count, {
        one: `${number(count)} Element anzeigen, das bereits im gewünschten Zustand ist`,
        other: `${number(count)} Elemente anzeigen, die bereits im gewünschten Zustand sind`,
      }),
    search: { label: "Elemente und Einstellungen suchen", nothingFound: "Nichts in dieser Vorschau passt dazu." },
    actions: {
      create: (count) => `${would(count)} angelegt`,
      update: (count) => `${would(count)} aktualisiert`,
      none: (count) => `${number(count)} bereits im gewünschten Zustand`,
      skip: (count) => `${would(count)} übersprungen`,
    },
    nothingWritten: "Es würde nichts geschrieben",
    written: (count) => `${policiesWould(count)} geschrieben`,
    skipped: (count) => `${counted(count, { one: "Element würde", other: "Elemente würden" })} übersprungen.`,
    grave: (kind, count, names) => {
      const what = {
        widens: `${policiesWould(count)} erweitern, wer erreicht wird`,
        removes_protection: `${policiesWould(count)} Schutz aufheben`,
        enforces: `${policiesWould(count)} etwas neu durchsetzen`,
      }[kind];
      return names.length === 0 ? `${what}.` : `${what}: ${listed(names.map((name) => `„${setApart(name)}“`))}.`;
    },
    graveNotKnown: (kind, count) => {
      const policies = counted(count, { one: "Richtlinie", other: "Richtlinien" });
      const verb = plural(count, { one: "würde", other: "würden" });
      const whether = {
        widens: `Ob ${policies} erweitern ${verb}, wer erreicht wird`,
        removes_protection: `Ob ${policies} Schutz aufheben ${verb}`,
        enforces: `Ob ${policies} etwas neu durchsetzen ${verb}`,
      }[kind];
      return `${whether}, ist nicht bekannt.`;
    },
  };
};
