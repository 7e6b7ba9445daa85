import { readFileSync } from "node:fs";

/** Seconds of a processor that one call takes, over more than a second of calls, once it is warm. */
export function secondsPerCall(work: () => unknown): number {
  const warmUntil = performance.now() + 700;
  let calls = 0;
  while (performance.now() < warmUntil || calls < 3) {
    work();
    calls += 1;
  }
  const batch = Math.max(1, Math.ceil(calls / 10));
  const from = processorSeconds();
  const until = performance.now() + 800;
  // What the engine does with an answer that nobody reads is not to be measured.
  const answers: unknown[] = Array.from({ length: batch });
  let done = 0;
  while (performance.now() < until || done === 0) {
    for (let call = 0; call < batch; call += 1) answers[call] = work();
    done += batch;
  }
  return (processorSeconds() - from) / done;
}

/** Time of this thread on a processor, which other processes do not lengthen; where the system does not tell, of the process. */
function processorSeconds(): number {
  if (process.platform === "linux") {
    return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ", 1)[0]) / 1e9;
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
