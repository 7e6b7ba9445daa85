import type { ContractVersion } from "./contract.js";
import type { EnvironmentBadgeViewModel } from "./environment-badge.js";
import type { ExternalText } from "./external-text.js";

/** The whole input of `WizardShell`: what a page is about, where it would act, and the one question that it answers (PF-4, SI-18). */
export interface WizardShellViewModel {
  readonly contract: ContractVersion;
  /**
   * What the page is about, such as "Restore run 7cc3fcb3".
   * @minLength 1
   */
  readonly subject: string;
  /** How the subject stands in one word; null where its status is not told here. */
  readonly status: string | null;
  /** Where the workflow acts; null where that is not known (RW-11). */
  readonly target: ShellTarget | null;
  /**
   * The question of the page, its one heading of the first level.
   * @minLength 1
   */
  readonly question: string;
  /** The sentence of the page's one polite live region; null while there is nothing to tell. */
  readonly announcement: string | null;
}

/** What a workflow would act on. */
export interface ShellTarget {
  /** The target's label, as it was frozen. */
  readonly label: ExternalText;
  readonly badge: EnvironmentBadgeViewModel;
}
