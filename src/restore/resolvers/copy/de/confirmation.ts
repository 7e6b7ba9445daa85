import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { ConfirmationPageWords } from "../en/confirmation.js";

/** What the operator confirms in step 5, in German. */
export const germanConfirmation = ({ counted, number }: Formatting): ConfirmationPageWords => ({
  dryRun: {
    title: "Probelauf",
    label: "Nur Vorschau (Probelauf)",
    on: "Ein. Solange das eingeschaltet ist, kann nichts geschrieben werden.",
    off: (target) => `Aus. Die Ausführung schreibt in ${setApart(target)}.`,
    wasOn: "Ein.",
    wasOff: "Aus.",
  },
  review: {
    title: "Auswirkungen",
    label: "Ich habe die Auswirkungen durchgesehen",
    waits: "Möglich, sobald die Vorschau aktuell ist.",
    noPreview: "Es wurde keine Vorschau aufgezeichnet.",
    impact: (policies, assignments, scopeTags) =>
      `${counted(policies, { one: "Richtlinie wird", other: "Richtlinien werden" })} geschrieben. Zuweisungen ändern sich bei ${number(assignments)}, Bereichsmarkierungen bei ${number(scopeTags)}.`,
    reachNotKnown: "Wer erreicht wird, ist nicht vollständig bekannt.",
    checks: (notice) => `Prüfungen: ${notice}`,
  },
  typed: {
    title: "Bestätigung",
    instruction: { before: "Geben Sie ", after: " ein, um das Ziel zu bestätigen" },
    equal: "Gleich der Zielbezeichnung.",
    impossible: "Dieser Restore-Lauf hat keine Zielbezeichnung und kann deshalb nie bestätigt werden.",
    recorded: "Aufgezeichnet, als der Restore-Lauf eingereiht wurde.",
  },
  notRecorded: "Nicht aufgezeichnet.",
});
