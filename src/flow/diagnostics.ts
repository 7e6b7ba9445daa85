import { type CollapsedDiagnosticsViewModel, contractVersion, type DiagnosticEntry } from "../view-models/index.js";
import type { FlowWords } from "./words/words.js";

/** One technical fact of a workflow. */
export interface DiagnosticFact extends Omit<DiagnosticEntry, "value"> {
  /** What is recorded; null or undefined where nothing is, which is said in words. */
  readonly value: string | null | undefined;
}

/** Technical facts behind a closed disclosure, counted in its summary (PF-8). */
export function presentDiagnostics(
  id: string,
  facts: readonly DiagnosticFact[],
  words: FlowWords,
): CollapsedDiagnosticsViewModel {
  const entries = facts.map(({ value, ...fact }): DiagnosticEntry =>
    value == null ? { ...fact, value: words.notRecorded, format: "text" } : { ...fact, value },
  );
  return {
    contract: contractVersion,
    id,
    title: words.diagnosticsTitle,
    summary: words.diagnosticsSummary(entries.length),
    entries,
  };
}
