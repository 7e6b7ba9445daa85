/** What the campaign asks the tests that are loaded, and what they answer; both sides meet on this channel of one process. */
export const channelName = "checkrail-mutants";

export interface Question {
  readonly mutant: string;
  /** How often a mutant may be reached before it counts as an endless loop. */
  readonly hitLimit: number | undefined;
  /** The tests that reach it, as Stryker names them. */
  readonly tests: readonly string[];
}

export type Answer =
  | { readonly is: "loaded" }
  | { readonly is: "survived"; readonly tried: number }
  | { readonly is: "noticed"; readonly tried: number; readonly by: string; readonly message: string }
  | { readonly is: "endless" }
  /** A test fails without the mutant as well, now that the mutant has run. */
  | { readonly is: "spoiled" }
  /** No test of such a name was loaded. */
  | { readonly is: "unknown" };

/** What lets the loaded tests go. */
export const over = "over";
