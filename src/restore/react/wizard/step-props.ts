import type { ComponentMessages } from "../../../components/internal/messages.js";
import type { BackupSetSummary } from "../../run/backup-set.js";
import type { ConfirmationInputs, RestoreFacts } from "../../run/facts.js";
import type { TargetDirectory } from "../../run/target.js";
import type { RunChange } from "../../run/events.js";
import type { CatalogueItem } from "../../ports.js";
import type { RestoreContext } from "../../resolvers/context.js";
import type { WizardViews } from "../../resolvers/wizard.js";
import type { Waiting } from "../../resolvers/steps/index.js";

/** What the operator can ask for. Each asks the host; none decides. */
export interface WizardIntents {
  /** `done` is called once the host has saved the change. */
  readonly onChange: (change: RunChange, done?: () => void) => void;
  readonly onRunChecks: () => void;
  readonly onGeneratePreview: () => void;
  /** Ends the checks or the preview that are on their way; absent where the host answers them at once. */
  readonly onCancelAssessment?: (() => void) | undefined;
  /** Asks for a fresh reading of the target's directory. */
  readonly onSyncDirectory: () => void;
  readonly onExecute: () => void;
  /** Confirmation inputs stay on the page (BY-14). */
  readonly onConfirmation: (inputs: ConfirmationInputs) => void;
}

/** What every step draws from. */
export interface StepProps extends WizardIntents {
  facts: RestoreFacts;
  frame: WizardViews;
  context: RestoreContext;
  /** Structural words in the language of the page. */
  messages: ComponentMessages;
  /** The target's directory as cached; null where it was never read. */
  directory: TargetDirectory | null;
  backupSets: readonly BackupSetSummary[];
  /** Items of the run's backup set; null until they are loaded. */
  items: readonly CatalogueItem[] | null;
  /** What the page waits for; null where nothing is under way. */
  waiting: Waiting | null;
  /** The place that the page's address names; null where it names none. */
  anchor: string | null;
  /** How loud the step's own way forward is: "secondary" while something stands between the operator and the run that has to be done first. */
  emphasis: "primary" | "secondary";
}
