import type { TargetAnswer } from "../../../src/restore/run/target.js";

/**
 * What the target answered to a reading. One that throws, although it may not, has not answered: the job then ends with that
 * reason, where it would else begin again until nobody waits for it any more.
 */
export async function answerOf<T>(reading: Promise<TargetAnswer<T>>): Promise<TargetAnswer<T>> {
  return reading.catch(() => ({
    ok: false,
    problem: { code: "unreachable", detail: "The target could not be read." },
  }));
}
