import type { Actor } from "./run.js";

/** One reason of a refusal, in words, with the place that clears it. */
export interface ProblemReason {
  readonly code: string;
  readonly reason: string;
  readonly clearedBy: { readonly step: string; readonly anchor: string } | null;
}

/** A refusal or failure of the host, as problem details (RFC 9457). */
export interface HostProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly reasons: readonly ProblemReason[];
}

/** Checks or a preview that somebody asked for, on their way or ended. They go on whether anybody waits or not. */
export interface Assessment {
  readonly id: string;
  readonly kind: "checks" | "preview";
  readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  /** What is being done; null unless it is running. */
  readonly stage: "reading_target" | "comparing" | null;
  /** RFC 3339. */
  readonly requestedAt: string;
  readonly requestedBy: Actor;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Fingerprint of the basis that it was asked for (SI-14). */
  readonly fingerprint: string;
  /** Why nothing came of it; null unless it failed. */
  readonly problem: HostProblem | null;
}

/** The checks or the preview that are on their way; null where none are. */
export function openAssessment<Asked extends Pick<Assessment, "state">>(
  assessment: Asked | null | undefined,
): Asked | null {
  return assessment?.state === "queued" || assessment?.state === "running" ? assessment : null;
}
