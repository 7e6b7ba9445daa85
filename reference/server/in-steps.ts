import { setImmediate } from "node:timers/promises";

/** For how long one piece of work keeps the process from anything else, ms. */
const longestStep = 20;

/**
 * What `of` gives for each, in order. Gives way between steps, so that a process answers requests and renews its leases
 * however many there are.
 */
export async function inSteps<T, U>(all: Iterable<T>, of: (one: T) => U): Promise<readonly U[]> {
  const found: U[] = [];
  let until = performance.now() + longestStep;
  for (const one of all) {
    found.push(of(one));
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + longestStep;
  }
  return found;
}
