import type { ContractVersion } from "./contract.js";

/** The whole input of `CollapsedDiagnostics`: technical facts, closed by default, never a raw payload (PF-8). */
export interface CollapsedDiagnosticsViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Diagnostics".
   * @minLength 1
   */
  readonly title: string;
  /**
   * One phrase saying what is inside, such as "5 entries, no raw payload".
   * @minLength 1
   */
  readonly summary: string;
  readonly entries: readonly DiagnosticEntry[];
}

/** One technical fact. */
export interface DiagnosticEntry {
  /**
   * Stable id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name of the fact.
   * @minLength 1
   */
  readonly label: string;
  /**
   * Its value.
   * @minLength 1
   */
  readonly value: string;
  /** How the value is set: identifiers and hashes in a monospaced face. */
  readonly format: "text" | "code";
}
