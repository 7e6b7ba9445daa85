import type { Formatting } from "../../../../flow/index.js";
import type { ScopeWords } from "../en/scope.js";

/** The decision of step 2 in German. */
export const germanScope = ({ counted, number, plural }: Formatting): ScopeWords => ({
  label: "Umfang der Wiederherstellung",
  unknown: { text: "Umfang nicht bekannt", detail: "Der Umfang konnte nicht ausgewertet werden." },
  open: {
    text: "Wählen Sie, was wiederhergestellt wird",
    detail: "Nichts ist im Umfang, solange Sie ihn nicht anwenden.",
    action: "Umfang festlegen",
  },
  notSettled: "Umfang ist nicht geklärt",
  mappingsOpen: (count) =>
    `${counted(count, { one: "erforderliche Zuordnung ist", other: "erforderliche Zuordnungen sind" })} offen`,
  itemsInScope: (count) => `${counted(count, { one: "Element", other: "Elemente" })} im Umfang`,
  checksWait: (count) =>
    plural(count, {
      one: "Die Prüfungen warten, bis sie geklärt ist.",
      other: "Die Prüfungen warten, bis sie geklärt sind.",
    }),
  resolveMappings: (count) => `${counted(count, { one: "Zuordnung", other: "Zuordnungen" })} im Ziel klären`,
  writable: (writable, compareOnly, metadataOnly) =>
    [
      `${number(writable)} ${plural(writable, { one: "kann", other: "können" })} geschrieben werden`,
      ...(compareOnly === 0 ? [] : [`${number(compareOnly)} nur verglichen`]),
      ...(metadataOnly === 0 ? [] : [`${number(metadataOnly)} nur mit Metadaten`]),
    ].join(", ") + ".",
  references: (count) =>
    count === 0
      ? "Kein Verweis braucht eine Zuordnung."
      : `${counted(count, { one: "Verweis ist", other: "Verweise sind" })} zugeordnet.`,
});
