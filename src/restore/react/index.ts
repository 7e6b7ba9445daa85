export { documentToFacts } from "./document-to-facts.js";
export { RestoreRunWizard, type RestoreRunWizardProps } from "./wizard/RestoreRunWizard.js";
export { RestoreRunWizardView, type RestoreRunWizardViewProps } from "./wizard/RestoreRunWizardView.js";
export { RestoreResultPage, type RestoreResultPageProps } from "./result/RestoreResultPage.js";
export { OperationPage, type OperationPageProps } from "./result/OperationPage.js";
export { ProblemPage, type ProblemPageProps } from "./parts/ProblemPage.js";
export type { Interruption } from "./parts/interruption.js";
export { RunStatusMark, type RunStatusMarkProps } from "./parts/RunStatusMark.js";
export { environmentBadge, shortRunId, type OperationFacts } from "../resolvers/steps/index.js";
