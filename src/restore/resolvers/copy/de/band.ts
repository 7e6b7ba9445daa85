import type { BandWords } from "../en/band.js";

/** Whether checks and preview still hold, in German. */
export const germanBand = (): BandWords => ({
  checks: {
    not_run: "Die Prüfungen wurden nicht ausgeführt",
    as_read: "Prüfungen, wie diese Seite sie gelesen hat: Sie können sich seither geändert haben",
    current: "Prüfungen aktuell: aus genau diesen Eingaben entstanden",
    stale: "Aktualität der Prüfungen unklar: woraus sie entstanden sind, lässt sich nicht zeigen",
  },
  preview: {
    not_run: "Es wurde keine Vorschau erzeugt",
    as_read: "Vorschau, wie diese Seite sie gelesen hat: Sie kann sich seither geändert haben",
    current: "Vorschau aktuell: aus genau diesen Eingaben entstanden",
    stale: "Aktualität der Vorschau unklar: woraus sie entstanden ist, lässt sich nicht zeigen",
  },
});
