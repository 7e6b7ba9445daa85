// A setup file of the campaigns: every property takes the seed that was chosen and printed, and its cases are counted.
import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { beforeEach, expect } from "vitest";

const seed = process.env["CHECKRAIL_SEED"];
const figures = process.env["CHECKRAIL_FIGURES"];

if (seed !== undefined) {
  if (!/^-?\d+$/.test(seed)) throw new RangeError(`CHECKRAIL_SEED is no integer: “${seed}”.`);
  fc.configureGlobal({ seed: Number(seed) });
}

if (process.env["CHECKRAIL_END_ON_FAILURE"] !== undefined) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
}

if (figures !== undefined) {
  fc.configureGlobal({
    ...fc.readConfigureGlobal(),
    reporter: (details) => {
      const property = expect.getState().currentTestName ?? "";
      appendFileSync(figures, `${JSON.stringify({ property, cases: details.numRuns, failed: details.failed })}\n`);
      if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    },
  });
}

// What one test prepares, the next ones only read, such as a compiled policy: which of them Stryker sees at a line is chance.
// Without the name of a test it lets every test judge every mutant.
if (process.env["CHECKRAIL_ALL_JUDGE"] !== undefined) {
  beforeEach(() => {
    const { __stryker__: stryker } = globalThis as { __stryker__?: { currentTestId?: string | undefined } };
    if (stryker !== undefined) stryker.currentTestId = undefined;
  });
}
