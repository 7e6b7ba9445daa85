import { describe, expect, test } from "vitest";
import { englishFlowWords, formatting, presentQuality, type QualityCount } from "../../src/flow/index.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";

const format = formatting({ locale: "en-GB", timeZone: "UTC" });
const copy = { title: "Quality", disclaimer: "It proves nothing.", missing: "Nobody counted." };
const degraded: QualityCount = { id: "degraded", label: "Degraded", count: 4, note: "Known problem", attention: true };

function summary(...rows: readonly [QualityCount, ...QualityCount[]]) {
  return presentQuality("quality", copy, rows, englishFlowWords(format), format);
}

describe("PF-6 the quality of any input", () => {
  test("each count is written for the locale, in its order, beside what it does not prove", () => {
    const model = summary({ ...degraded, count: 1204 }, { ...degraded, id: "items", count: 0 });
    expect(model).toMatchObject({
      id: "quality",
      title: "Quality",
      disclaimer: "It proves nothing.",
      rows: [
        {
          id: "degraded",
          label: "Degraded",
          note: "Known problem",
          measure: { state: "known", value: 1204, text: "1,204" },
        },
        { id: "items", measure: { state: "known", value: 0, text: "0" } },
      ],
    });
    expect(parseViewModel("BackupQualitySummaryViewModel", model)).toEqual({ ok: true, model });
  });

  test("a count deserves a look where it is above zero and its row says so", () => {
    expect(summary(degraded).rows[0].emphasis).toBe("attention");
    expect(summary({ ...degraded, count: 0 }).rows[0].emphasis).toBe("plain");
    expect(summary({ ...degraded, attention: false }).rows[0].emphasis).toBe("plain");
    expect(summary({ ...degraded, count: null }).rows[0].emphasis).toBe("plain");
  });

  test.each([null, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "BY-3 %s is no count, and never reads as zero",
    (count) => {
      const [{ measure, emphasis }] = summary({ ...degraded, count }).rows;
      expect(measure).toEqual({ state: "unavailable", text: "Not recorded", reason: "Nobody counted." });
      expect(emphasis).toBe("plain");
    },
  );

  test("a count that is left out was not recorded, and one that asks for no attention is plain", () => {
    const { attention: _, ...plain } = degraded;
    expect(summary({ ...degraded, count: undefined }, { ...plain, id: "plain" }).rows).toMatchObject([
      { measure: { state: "unavailable", reason: "Nobody counted." }, emphasis: "plain" },
      { measure: { state: "known", value: 4 }, emphasis: "plain" },
    ]);
  });
});
