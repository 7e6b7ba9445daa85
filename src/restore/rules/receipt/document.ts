import type { CheckSeverity, PreviewSummary } from "../../run/evidence.js";
import type { PhaseOutcome } from "../../run/outcome.js";
import type { Actor, FrozenTarget } from "../../run/run.js";
import type { RestoreMode } from "../../run/scope.js";
import type { PartCoverage } from "../evidence.js";
import type { ReadCounts } from "../outcome.js";

/** What tells a receipt from any other document. */
export const receiptForm = "checkrail.restore_receipt";

/** Version of the form; raised whenever a reader of this one could misunderstand the next. */
export const receiptVersion = "2";

/** Everything on a receipt, by section. A field that is not named here is never on one: no payload, no free sentence of a target. */
export interface ReceiptContent {
  readonly run: {
    readonly id: string;
    readonly workspaceId: string;
    readonly environmentId: string;
    readonly revision: number;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly requestedBy: Actor;
    readonly target: FrozenTarget;
    readonly dryRun: boolean;
    readonly restoreMode: RestoreMode;
    readonly scopeMode: "all" | "selected" | null;
    /** null in mode `all`, where the backup set decides. */
    readonly selectedItems: number | null;
  };
  readonly source: {
    readonly id: string;
    readonly name: string;
    readonly capturedAt: string | null;
    readonly contentHash: string;
  } | null;
  /** Fingerprints of what checks, preview and execution were based on. */
  readonly basis: { readonly checks: string | null; readonly preview: string | null; readonly executed: string | null };
  readonly checks: {
    readonly capturedAt: string | null;
    readonly summary: Readonly<Record<CheckSeverity, number>>;
    /** Every finding that is not safe; what it says in words is left out. */
    readonly findings: readonly {
      readonly check: string;
      readonly itemId: string;
      readonly itemName: string;
      readonly severity: CheckSeverity;
    }[];
  } | null;
  readonly preview: { readonly capturedAt: string | null; readonly summary: PreviewSummary } | null;
  readonly decisions: {
    readonly mappings: readonly { readonly key: string; readonly decision: string; readonly targetId: string | null }[];
    readonly identities: readonly {
      readonly itemId: string;
      readonly decision: string;
      readonly targetId: string | null;
    }[];
    readonly acceptances: readonly {
      readonly check: string;
      readonly itemId: string;
      readonly finding: string;
      readonly reason: string;
      readonly acceptedBy: Actor;
      readonly acceptedAt: string;
    }[];
  };
  readonly confirmation: {
    readonly confirmedAt: string;
    readonly confirmedBy: Actor;
    readonly typedLabel: string;
  } | null;
  readonly operation: {
    readonly id: string;
    /** As recorded, whatever version recorded it. */
    readonly status: string;
    readonly outcome: string | null;
    readonly createdAt: string;
    readonly startedAt: string | null;
    readonly finishedAt: string | null;
  } | null;
  readonly outcomes: {
    readonly status: string | null;
    /** Code of why the execution as a whole ended as it did. */
    readonly reason: string | null;
    readonly counts: ReadCounts | null;
    readonly items: readonly ReceiptItem[] | null;
  };
  readonly evidence: {
    readonly id: string;
    readonly capturedAt: string | null;
    readonly coverage: readonly PartCoverage[] | null;
    readonly findings: readonly {
      readonly itemId: string;
      readonly result: string;
      readonly parts: readonly ReceiptPart[] | null;
    }[];
  } | null;
  /** The last entry about the run in the audit trail, which stands for every entry before it; null where the host keeps none. */
  readonly audit: { readonly sequence: number; readonly hash: string } | null;
}

/** How one part of one item compared; what a record tells in words that nobody knows was not compared. */
export type ReceiptPart =
  | { readonly phase: string; readonly result: "as_intended" }
  | { readonly phase: string; readonly result: "differs"; readonly differences: number }
  | { readonly phase: string; readonly result: "not_compared"; readonly cause: string };

/** What became of one item, with the code of each reason. */
export interface ReceiptItem {
  readonly itemId: string;
  readonly name: string;
  readonly type: string;
  readonly outcome: PhaseOutcome;
  readonly skipReason: string | null;
  readonly reason: string | null;
  readonly phases: readonly {
    readonly phase: string;
    readonly outcome: PhaseOutcome;
    readonly reason: string | null;
  }[];
}

/** A section of a receipt. */
export type ReceiptSectionId = keyof ReceiptContent;

/** Every section, in the order of a receipt. */
export const receiptSections = [
  "run",
  "source",
  "basis",
  "checks",
  "preview",
  "decisions",
  "confirmation",
  "operation",
  "outcomes",
  "evidence",
  "audit",
] as const satisfies readonly ReceiptSectionId[];

/** One redacted, hashed document of what was decided and what came of it (BY-12). The hash proves that it is unaltered, not who made it. */
export interface RestoreReceipt {
  readonly form: typeof receiptForm;
  readonly version: typeof receiptVersion;
  readonly content: ReceiptContent;
  /** A fingerprint per section, so that an alteration can be placed. */
  readonly hashes: Readonly<Record<ReceiptSectionId, string>>;
  /** Fingerprint of form, version and `hashes`. */
  readonly hash: string;
}
