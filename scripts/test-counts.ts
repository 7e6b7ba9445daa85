/** What a stage of the tests came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Skipped tests, by their full names. */
  readonly skipped: readonly string[];
}

/** A stage that ended without counts is one failure, never none. */
export const crashed: Counts = { passed: 0, failed: 1, skipped: [] };

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Reads Vitest's JSON report. A file that failed to load holds no test, and counts as one failed. */
export function vitestCounts(json: unknown): Counts {
  const { testResults } = json as VitestReport;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(({ status }) => status === "failed").length + broken.length,
    skipped: tests.filter(({ status }) => status !== "passed" && status !== "failed").map(({ fullName }) => fullName),
  };
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly unknown[];
}

/** Reads Playwright's JSON report. A flaky test failed: nothing is retried. Errors outside tests are failures too. */
export function playwrightCounts(json: unknown): Counts {
  const { suites, errors } = json as PlaywrightReport;
  const tests = suites
    .flatMap(specsOf)
    .flatMap(({ title, tests: runs }) => runs.map(({ status }) => ({ title, status })));
  return {
    passed: tests.filter(({ status }) => status === "expected").length,
    failed: tests.filter(({ status }) => status === "unexpected" || status === "flaky").length + errors.length,
    skipped: tests.filter(({ status }) => status === "skipped").map(({ title }) => title),
  };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite["specs"] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}
