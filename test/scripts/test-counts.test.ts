import { expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "../../scripts/test-counts.ts";

const vitestFile = (status: string, ...tests: [status: string, fullName: string][]) => ({
  status,
  assertionResults: tests.map(([state, fullName]) => ({ status: state, fullName })),
});

test("Vitest's tests are counted one by one, and the skipped ones are named", () => {
  const report = {
    testResults: [vitestFile("failed", ["passed", "a"], ["failed", "b"], ["skipped", "c"], ["todo", "d"])],
  };
  expect(vitestCounts(report)).toEqual({ passed: 1, failed: 1, skipped: ["c", "d"] });
});

test("a file that does not load is a failure, though it holds no test", () => {
  expect(vitestCounts({ testResults: [vitestFile("passed", ["passed", "a"]), vitestFile("failed")] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: [],
  });
});

test("a flaky end-to-end test, and an error outside every test, are failures", () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const report = {
    errors: [{ message: "the server did not start" }],
    suites: [
      {
        specs: [spec("a", "expected")],
        suites: [{ specs: [spec("b", "unexpected"), spec("c", "flaky"), spec("d", "skipped")] }],
      },
    ],
  };
  expect(playwrightCounts(report)).toEqual({ passed: 1, failed: 3, skipped: ["d"] });
});
