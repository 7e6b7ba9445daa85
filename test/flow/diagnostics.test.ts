import { expect, test } from "vitest";
import { englishFlowWords, formatting, presentDiagnostics } from "../../src/flow/index.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";

const words = englishFlowWords(formatting({ locale: "en-GB", timeZone: "UTC" }));

test("PF-8 diagnostics carry their entries as they are, and count them", () => {
  const entries = [{ id: "run", label: "Run", value: "rr_2041", format: "code" }] as const;
  const model = presentDiagnostics("diagnostics", entries, words);
  expect(model).toMatchObject({ id: "diagnostics", title: "Diagnostics", summary: "1 entry, no raw payload", entries });
  expect(parseViewModel("CollapsedDiagnosticsViewModel", model)).toEqual({ ok: true, model });
});

test.each([null, undefined])("PF-8 a technical fact that is %s is said not to be recorded", (value) => {
  const { entries } = presentDiagnostics("diagnostics", [{ id: "run", label: "Run", value, format: "code" }], words);
  expect(entries).toEqual([{ id: "run", label: "Run", value: "Not recorded", format: "text" }]);
});
