import { useEffect, useState } from "react";
import type { HostRefusal } from "../../ports.js";
import type { RestoreContext } from "../../resolvers/context.js";
import {
  nothingRead,
  resolveProblem,
  type ProblemCircumstances,
  type ProblemModel,
  type Waiting,
} from "../../resolvers/steps/index.js";

/** A request that did not go as asked, and what the page has instead. */
export interface Interruption {
  readonly problem: HostRefusal;
  readonly asked: Waiting;
  /** When what the page shows was read; null where it shows nothing. */
  readonly readAt: string | null;
  /** Whether the run was read again after a request for execution that nobody answered, and had none. */
  readonly reconciled?: boolean | undefined;
  /** Takes the place of the clock, such as in a picture. */
  readonly now?: string | undefined;
}

/** An interruption as a model; drawn again once the host takes requests again. */
export function useProblem(
  interruption: Interruption | null,
  context: RestoreContext,
  page: Partial<Pick<ProblemCircumstances, "subject" | "unsent" | "confirming" | "exit">> = {},
): ProblemModel | null {
  const now = useNowUntil(interruption?.now === undefined ? (interruption?.problem.retryAt ?? null) : null);
  if (interruption === null) return null;
  const { problem, asked, readAt, reconciled = false } = interruption;
  const moment = interruption.now ?? now;
  return resolveProblem(problem, context, { ...nothingRead, ...page, asked, readAt, reconciled, now: moment });
}

// A timer counts no further than this; the page asks the clock again then.
const longestTimer = 2 ** 31 - 1;

/** The present moment, as it was when the page was drawn or when `until` was reached. */
function useNowUntil(until: string | null): string {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return undefined;
    const present = Date.now();
    setNow(present);
    const left = Date.parse(until) - present;
    if (!(left > 0)) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left, longestTimer));
    return () => clearTimeout(timer);
  }, [until]);
  return new Date(now).toISOString();
}
