import type { ReactNode } from "react";
import {
  BackupQualitySummary,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  DecisionCard,
  ProcessFlow,
  ProofAside,
} from "../src/index.js";
import type {
  BackupQualitySummaryViewModel,
  CollapsedDiagnosticsViewModel,
  CompactSafetyStatusViewModel,
  DecisionCardViewModel,
  ProcessFlowViewModel,
  ProofAsideViewModel,
} from "../src/view-models/index.js";

/** The models of the six named components. */
export interface SixModels {
  readonly decision: DecisionCardViewModel;
  readonly flow: ProcessFlowViewModel;
  readonly quality: BackupQualitySummaryViewModel;
  readonly proof: ProofAsideViewModel;
  readonly compact: CompactSafetyStatusViewModel;
  readonly diagnostics: CollapsedDiagnosticsViewModel;
}

export interface WorkflowPageProps {
  name: string;
  question: string;
  models: SixModels;
  onAction?: ((id: string) => void) | undefined;
  children?: ReactNode;
}

/** The six components as one page of any workflow: what decides in the main column, what it rests on beside it. */
export function WorkflowPage({ name, question, models, onAction, children }: WorkflowPageProps) {
  const { decision, flow, quality, proof, compact, diagnostics } = models;
  return (
    <main className="cr:@container cr:bg-surface cr:text-sm cr:text-ink">
      <div className="cr:mx-auto cr:max-w-[1280px] cr:px-5 cr:@5xl:px-12">
        <p className="cr:flex cr:min-h-14 cr:items-center cr:border-b cr:border-line cr:text-compact cr:font-semibold">
          {name}
        </p>
        <h1 className="cr:pt-6 cr:pb-5 cr:text-xl cr:tracking-[-0.012em] cr:text-ink-muted cr:@5xl:pt-8">{question}</h1>
        <div className="cr:grid cr:grid-cols-1 cr:pb-12 cr:@5xl:grid-cols-[minmax(0,760px)_320px] cr:@5xl:grid-rows-[auto_1fr] cr:@5xl:justify-between cr:@5xl:gap-x-16">
          <div className="cr:min-w-0">
            <DecisionCard model={decision} onAction={onAction} />
            <ProcessFlow model={flow} count="hidden" onAction={onAction} />
            <BackupQualitySummary model={quality} onAction={onAction} />
          </div>
          <div className="cr:min-w-0 cr:@5xl:col-start-2 cr:@5xl:row-span-2 cr:@5xl:row-start-1">
            <ProofAside model={proof} onAction={onAction} className="cr:pb-9" />
            <CompactSafetyStatus model={compact} onAction={onAction} />
          </div>
          <div className="cr:min-w-0 cr:@5xl:col-start-1">
            <CollapsedDiagnostics model={diagnostics} />
            {children}
          </div>
        </div>
      </div>
    </main>
  );
}
