import { type CollapsedDiagnosticsViewModel, contractVersion, type DiagnosticEntry } from "../view-models/index.js";
import type { FlowWords } from "./words/words.js";

/** Technical facts behind a closed disclosure, counted in its summary (PF-8). */
export function presentDiagnostics(
  id: string,
  entries: readonly DiagnosticEntry[],
  words: FlowWords,
): CollapsedDiagnosticsViewModel {
  return {
    contract: contractVersion,
    id,
    title: words.diagnosticsTitle,
    summary: words.diagnosticsSummary(entries.length),
    entries,
  };
}
