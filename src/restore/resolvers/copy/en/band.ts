/** Whether checks and preview still hold, in English (SI-5). */
export const englishBand = () => ({
  checks: {
    not_run: "Checks have not run",
    current: "Checks current: produced from exactly these inputs",
    stale: "Checks stale: what it was produced from cannot be shown",
  },
  preview: {
    not_run: "No preview has been generated",
    current: "Preview current: produced from exactly these inputs",
    stale: "Preview stale: what it was produced from cannot be shown",
  },
});

export type BandWords = Readonly<ReturnType<typeof englishBand>>;
