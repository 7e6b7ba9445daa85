import type { BackupSetSummary } from "./run/backup-set.js";
import type { ConfirmationInputs, RestoreFacts } from "./run/facts.js";
import type { Assignment, CaptureProblem, CaptureQuality, Platform } from "./run/items.js";
import type { HostProblem } from "./run/assessment.js";
import type { TargetIdentity } from "./run/run.js";
import type { DirectorySync, PolicyListing, TargetAnswer, TargetDirectory, TargetPolicy } from "./run/target.js";
import type { RunChange } from "./run/events.js";
import type { JsonObject } from "../safety/json.js";

export type { Assessment, HostProblem, ProblemReason } from "./run/assessment.js";
export type {
  DirectoryEntry,
  DirectorySync,
  PolicyListing,
  TargetAnswer,
  TargetDirectory,
  TargetLimit,
  TargetPolicy,
  TargetProblem,
} from "./run/target.js";

/** The tenant being restored. Every call is one transaction of the target, never of the product's database. */
export interface TargetPort {
  readIdentity(): Promise<TargetAnswer<TargetIdentity>>;
  readDirectory(): Promise<TargetAnswer<TargetDirectory>>;
  /** What could not be listed is said, never left out in silence (RW-19). */
  listPolicies(): Promise<TargetAnswer<PolicyListing>>;
  readPolicy(id: string): Promise<TargetAnswer<TargetPolicy>>;
  /** Creates the policy with its settings and scope tags; assignments follow. Answers `changed` where the target already has one of this type and name. */
  createPolicy(policy: NewPolicy): Promise<TargetAnswer<TargetPolicy>>;
  // A write names what its caller saw, and answers `changed` without writing where the target holds something else (BY-8).
  replaceSettings(seen: SeenPolicy, payload: JsonObject): Promise<TargetAnswer<TargetPolicy>>;
  replaceAssignments(seen: SeenPolicy, assignments: readonly Assignment[]): Promise<TargetAnswer<TargetPolicy>>;
  replaceScopeTags(seen: SeenPolicy, scopeTagIds: readonly string[]): Promise<TargetAnswer<TargetPolicy>>;
}

/** A policy as its writer last saw it. */
export interface SeenPolicy {
  readonly id: string;
  /** `targetFingerprint` of what was seen. */
  readonly fingerprint: string;
}

/** What a policy is created from. */
export interface NewPolicy {
  readonly type: string;
  readonly name: string;
  readonly platform: Platform | null;
  readonly payload: JsonObject;
  /** null leaves the choice to the target; else it is never seen under another tag, not for a moment (BY-6). */
  readonly scopeTagIds: readonly string[] | null;
}

/** A run with every fact its pages are derived from. Confirmation inputs never come from a server (BY-14). */
export type RunDocument = Omit<RestoreFacts, "confirmation"> & {
  /** The target's directory as cached; null where it was never read. */
  readonly directory: TargetDirectory | null;
};

/** One row of a backup set's catalogue, without its payload. */
export interface CatalogueItem {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly platform: Platform | null;
  readonly modifiedAt: string | null;
  readonly capture: CaptureQuality;
  /** Why it is not fully captured. */
  readonly problems: readonly CaptureProblem["code"][];
}

/** What the operator states when asking for execution. The server compares all of it with stored facts (SI-15). */
export interface ExecuteRequest extends ConfirmationInputs {
  /** The basis fingerprint the page showed. */
  readonly fingerprint: string;
}

/** A problem as it reached the page. Status 0 stands for a request that got no answer of the host's. */
export interface HostRefusal extends HostProblem {
  /** Moment from which the host takes requests again (Retry-After). */
  readonly retryAt?: string | undefined;
}

/** An answer of the host. */
export type HostAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: HostRefusal };

/** What the wizard and its pages need from a host. Every write names the revision it was made for. */
export interface RestoreHost {
  listBackupSets(): Promise<HostAnswer<readonly BackupSetSummary[]>>;
  listItems(backupSetId: string): Promise<HostAnswer<readonly CatalogueItem[]>>;
  loadRun(runId: string): Promise<HostAnswer<RunDocument>>;
  changeRun(runId: string, revision: number, change: RunChange): Promise<HostAnswer<RunDocument>>;
  /** Answers once the checks are done, or at once with the assessment that tells how far they are. */
  runChecks(runId: string, revision: number): Promise<HostAnswer<RunDocument>>;
  /** Answers once the preview is done, or at once with the assessment that tells how far it is. */
  runPreview(runId: string, revision: number): Promise<HostAnswer<RunDocument>>;
  /** Ends an assessment without an answer; what it has read is dropped. */
  cancelAssessment(runId: string, assessmentId: string): Promise<HostAnswer<RunDocument>>;
  /** Calls `moved` soon, and whenever the run may have moved on, until what it returns is called. */
  watchRun(runId: string, moved: () => void): () => void;
  /** Asks for a fresh reading of the target's directory; how far it is stands in the run document. One that is on its way is answered as well. */
  syncDirectory(environmentId: string): Promise<HostAnswer<DirectorySync | null>>;
  execute(runId: string, revision: number, request: ExecuteRequest): Promise<HostAnswer<RunDocument>>;
  cancel(runId: string, revision: number): Promise<HostAnswer<RunDocument>>;
}
