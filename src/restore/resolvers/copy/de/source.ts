import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { SourceWords } from "../en/source.js";

/** Step 1 in German. */
export const germanSource = ({ counted }: Formatting): SourceWords => ({
  title: "Backup-Set",
  placeholder: "Backup-Set wählen",
  empty: "Dieser Arbeitsbereich enthält kein Backup-Set. Importieren Sie zuerst einen Exportordner.",
  apply: "Dieses Backup-Set verwenden",
  keep: (name) => `„${setApart(name)}“ behalten`,
  captureTimeNotRecorded: "Zeitpunkt der Erfassung nicht aufgezeichnet",
  itemCountNotRecorded: "Anzahl der Elemente nicht aufgezeichnet",
  items: (count) => counted(count, { one: "Element", other: "Elemente" }),
  fact: {
    snapshot_timestamp: "Zeitpunkt der Erfassung",
    tenant_name: "Name des Mandanten",
    item_count: "Anzahl der Elemente",
    types: "Typen",
  },
  tenant: {
    same: "Der Mandant des Ziels selbst",
    other: "Nicht der Mandant des Ziels",
    not_recorded: "Ob es der Mandant des Ziels ist, ist nicht aufgezeichnet",
  },
  missing: {
    snapshot_timestamp: "Der Export nennt nicht, wann er erfasst wurde.",
    tenant_name: "Der Export nennt seinen Mandanten nicht.",
    item_count: "Dieses Backup-Set zeichnet sie nicht auf.",
    types: "Dieses Backup-Set zeichnet seine Typen nicht auf.",
  },
  types: (types) => `${counted(types.length, { one: "Typ", other: "Typen" })}: ${types.join(", ")}`,
});
