import { setApart } from "../../../../safety/index.js";
import type { IdentityWords } from "../en/identity.js";

/** Which policy of the target an item is, in German (BY-4). */
export const germanIdentity = (): IdentityWords => ({
  title: "Entscheiden, welche Richtlinie gemeint ist",
  explanation:
    "Geben Sie zu jedem Element an, welche Richtlinie des Ziels es ist. Nichts wird für Sie gewählt, denn ein gleich aussehender Name beweist nichts. Was keine davon ist, würde angelegt.",
  usage: "Element des Backups",
  word: { open: "Erforderlich", decided: "Entschieden" },
  choose: "Richtlinie wählen",
  heading: "Welche Richtlinie des Ziels ist es?",
  search: "Diese Richtlinien durchsuchen",
  use: "Diese Antwort verwenden",
  nothingFound: "Keine der Richtlinien, die die Prüfungen gefunden haben, hat das im Namen.",
  note: (at) => `Richtlinien, die die Prüfungen unter seiner Id oder einem ähnlichen Namen gefunden haben, ${at}.`,
  noteUndated: "Richtlinien, die die Prüfungen unter seiner Id oder einem ähnlichen Namen gefunden haben.",
  changed: (id, at) => `Id ${setApart(id)}, zuletzt geändert ${at}`,
  id: (id) => `Id ${setApart(id)}`,
  create: "Keine davon: es würde angelegt",
  notRecorded:
    "Welche Richtlinien gemeint sein könnten, wurde nicht aufgezeichnet. Führen Sie die Prüfungen erneut aus.",
  goToChecks: "Prüfungen erneut ausführen",
  nothingHolds:
    "Keine Antwort hätte Bestand: Keine Richtlinie des Ziels kann dieses Element sein, und neben dem, was das Ziel hat und die Wiederherstellung anlegen würde, lässt es sich nicht anlegen. Nehmen Sie das Element aus dem Umfang, oder führen Sie die Prüfungen erneut aus, sobald sich das Ziel geändert hat.",
  goToScope: "Umfang ändern",
  notLeftOut: "Um das Element auszulassen, nehmen Sie es aus dem Umfang.",
  nameNotRecorded: (id) => `Name nicht aufgezeichnet, Id ${setApart(id)}`,
});
