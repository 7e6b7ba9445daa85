import type { Gates, Reason } from "../safety/index.js";
import type {
  BackupQualitySummaryViewModel,
  CollapsedDiagnosticsViewModel,
  NonEmptyList,
  ProofAsideViewModel,
} from "../view-models/index.js";
import { type DiagnosticFact, presentDiagnostics } from "./diagnostics.js";
import type { Formatting } from "./formatting.js";
import type { Presentation } from "./present-gates.js";
import { presentProof, type ProofFact } from "./present-proof.js";
import { presentQuality, type QualityCopy, type QualityCount } from "./present-quality.js";
import { type Execution, presentWorkflow, type WorkflowViews } from "./present-workflow.js";

/** Everything that a page shows of one workflow, as facts and words. */
export interface Page<Id extends string, R extends Reason> extends Presentation<Id, R> {
  /** What gates do not tell of an execution. */
  readonly execution: Execution<Id>;
  readonly context: Presentation<Id, R>["context"] & Pick<Formatting, "number">;
  readonly proof: { readonly title: string; readonly facts: NonEmptyList<ProofFact> };
  readonly quality: QualityCopy & { readonly counts: NonEmptyList<QualityCount> };
  readonly diagnostics: readonly DiagnosticFact[];
}

/** All six views of one workflow, with its one answer about execution. */
export interface PageViews extends WorkflowViews {
  readonly proof: ProofAsideViewModel;
  readonly quality: BackupQualitySummaryViewModel;
  readonly diagnostics: CollapsedDiagnosticsViewModel;
}

/** Gates, facts and copy in, all six views out (PF-1). `prefix` keeps element ids apart. */
export function presentPage<Id extends string, R extends Reason>(
  prefix: string,
  gates: Gates<Id, R>,
  { execution, proof, quality, diagnostics, ...presentation }: Page<Id, R>,
): PageViews {
  const { words, context } = presentation;
  return {
    ...presentWorkflow(prefix, gates, execution, presentation),
    proof: presentProof(`${prefix}-proof`, proof.title, proof.facts, words, context),
    quality: presentQuality(`${prefix}-quality`, quality, quality.counts, words, context),
    diagnostics: presentDiagnostics(`${prefix}-diagnostics`, diagnostics, words),
  };
}
