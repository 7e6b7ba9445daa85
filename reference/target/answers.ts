import { DatabaseError } from "pg";
import type { TargetAnswer, TargetProblem } from "../../src/restore/run/target.js";

/** A refusal inside a transaction of the target, so that it rolls back; never seen outside. */
class Refused extends Error {
  constructor(readonly problem: TargetProblem) {
    super(problem.detail);
  }
}

/** Ends the transaction with a problem. */
export function refuse(problem: TargetProblem): never {
  throw new Refused(problem);
}

/** Runs a read; whatever goes wrong becomes data. */
export function reading<T>(work: () => Promise<T>): Promise<TargetAnswer<T>> {
  return answer(work, "unreachable", "The target could not be read.");
}

/** Runs a write; where the connection broke it may have been applied, and the answer says so. */
export function writing<T>(work: () => Promise<T>): Promise<TargetAnswer<T>> {
  return answer(work, "outcome_unknown", "The connection to the target broke; the write may have been applied.");
}

async function answer<T>(
  work: () => Promise<T>,
  otherwise: TargetProblem["code"],
  detail: string,
): Promise<TargetAnswer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    // The database itself answered and lives, so nothing of the transaction remains.
    if (error instanceof DatabaseError && error.severity === "ERROR") {
      return { ok: false, problem: { code: "refused", detail: "The target refused the request." } };
    }
    return { ok: false, problem: { code: otherwise, detail } };
  }
}
