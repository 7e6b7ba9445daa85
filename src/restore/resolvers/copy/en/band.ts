/** Whether checks and preview still hold, in English (SI-5). */
export const englishBand = () => ({
  checks: {
    not_run: "Checks have not run",
    as_read: "Checks as this page read them: they may have changed since",
    current: "Checks current: produced from exactly these inputs",
    stale: "Checks stale: what it was produced from cannot be shown",
  },
  preview: {
    not_run: "No preview has been generated",
    as_read: "Preview as this page read it: it may have changed since",
    current: "Preview current: produced from exactly these inputs",
    stale: "Preview stale: what it was produced from cannot be shown",
  },
});

export type BandWords = Readonly<ReturnType<typeof englishBand>>;
