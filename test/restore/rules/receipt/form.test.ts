import { describe, expect, test } from "vitest";
import type { ReceiptContent } from "../../../../src/restore/rules/receipt/document.js";
import { type FormProblem, objectOf, problemsOf, text } from "../../../../src/restore/rules/receipt/form.js";
import { hashesOf, receiptOf, type ReceiptFacts, sealOf } from "../../../../src/restore/rules/receipt/receipt-of.js";
import { verifyReceipt } from "../../../../src/restore/rules/receipt/verify.js";
import type { EvidencePart } from "../../../../src/restore/run/outcome-reason.js";
import { scenario } from "../../../../src/testing/scenarios/index.js";

const { run, backupSet, operation, evidence } = scenario("completed_with_follow_up").facts;
const [snapshot] = evidence;
if (snapshot === undefined || run.execution === null) throw new TypeError("The scenario has no evidence.");

const few = <Row>(rows: readonly Row[] | null | undefined) => rows?.slice(3, 6) ?? null;
const notReturned: EvidencePart = { phase: "scope_tags", result: "not_compared", cause: "not_returned" };
const withParts = (part: EvidencePart) =>
  few(snapshot.findings)?.map((finding) => ({ ...finding, parts: [...(finding.parts ?? []), part] })) ?? null;

/** Every member that a receipt can have is on this one, in few rows. */
const facts: ReceiptFacts = {
  run: {
    ...run,
    identityDecisions: { "settings_catalog/02": { decision: "match", targetId: "target-1" } },
    acceptances: [
      {
        check: "identity",
        itemId: "settings_catalog/02",
        finding: "sha256:f",
        reason: "It was renamed on purpose.",
        acceptedBy: { id: "dana", name: "Dana Okafor" },
        acceptedAt: "2026-11-20T16:50:00Z",
      },
    ],
    execution: {
      ...run.execution,
      results: { counts: run.execution.results?.counts ?? null, items: few(run.execution.results?.items) },
    },
  },
  backupSet,
  operation,
  evidence: { ...snapshot, findings: withParts(notReturned) },
  audit: { sequence: 7, hash: "sha256:a" },
};
const { content } = receiptOf(facts);

/** Whoever alters a document can hash it anew; then only its form tells. */
function sealed(changed: unknown) {
  const hashes = hashesOf(changed as ReceiptContent);
  return { ...receiptOf(facts), content: changed, hashes, hash: sealOf(hashes) };
}

function problems(changed: unknown): readonly string[] {
  const verified = verifyReceipt(sealed(changed));
  if (verified.state === "unaltered") return [];
  if (verified.state !== "malformed") throw new Error(`The document is ${verified.state}.`);
  return verified.problems.map(({ path, problem }) => `${path} ${problem}`);
}

type Path = readonly (string | number)[];

/** Every place below the sections, whether it holds a value, a list or an object. */
function places(value: unknown, at: Path = []): readonly Path[] {
  const own = at.length > 0 ? [at] : [];
  if (typeof value !== "object" || value === null) return own;
  const parts = Object.entries(value).flatMap(([name, part]) =>
    places(part, [...at, Array.isArray(value) ? Number(name) : name]),
  );
  return [...own, ...parts];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((holder, name) => (holder as Readonly<Record<string | number, unknown>>)[name], value);
}

function changedAt(value: unknown, [name, ...rest]: Path, change: (holder: object, name: string | number) => unknown) {
  const changed = structuredClone(value) as object;
  let holder = changed;
  const way = [name, ...rest] as (string | number)[];
  for (const step of way.slice(0, -1)) holder = (holder as Record<string | number, object>)[step] ?? {};
  change(holder, way.at(-1) ?? "");
  return changed;
}

const put = (path: Path, value: unknown) =>
  changedAt(content, path, (holder, name) => Object.assign(holder, { [name]: value }));
const without = (path: Path) => changedAt(content, path, (holder, name) => Reflect.deleteProperty(holder, name));
const pointer = (path: Path) => `/content/${path.join("/")}`;
const everywhere = places(content);
const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

describe("BY-12 what is called a receipt has the form of one, in every part of it", () => {
  test("a receipt has, and one that lacks whatever may be lacking", () => {
    expect(problems(content)).toEqual([]);
    const bare = receiptOf({
      run: { ...run, scope: null, checks: null, preview: null, execution: null },
      backupSet: null,
      operation: null,
      evidence: null,
    });
    expect(verifyReceipt(bare).state).toBe("unaltered");
    const untold = { ...snapshot, findings: null };
    expect(verifyReceipt(receiptOf({ ...facts, evidence: untold })).state).toBe("unaltered");
  });

  test.each(everywhere.map((path) => [pointer(path), path] as const))("nonsense at %s is told there", (at, path) => {
    const told = problems(put(path, { nonsense: true }));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((each) => each.startsWith(`${at} `) || each.startsWith(`${at}/`))).toBe(true);
  });

  // A section that is not there is an alteration, because its hash still is.
  const members = everywhere.filter((path) => path.length > 1 && typeof path.at(-1) === "string");

  test.each(members.map((path) => [pointer(path), path] as const))("%s may not be missing", (at, path) => {
    expect(problems(without(path))).toEqual([`${at} missing`]);
  });

  const objects = everywhere.filter((path) => isObject(valueAt(content, path)));

  test.each(objects.map((path) => [pointer(path), path] as const))("%s has no other member", (at, path) => {
    expect(problems(put([...path, "approved/~by"], "Dana"))).toEqual([`${at}/approved~1~0by unknown_member`]);
  });

  test.each<[Path, unknown, FormProblem["problem"] | null]>([
    [["run"], null, "not_an_object"],
    [["run"], [], "not_an_object"],
    [["run"], "rr_2041", "not_an_object"],
    [["decisions", "mappings"], { length: 0 }, "not_a_list"],
    [["decisions", "mappings"], [], null],
    [["run", "id"], 7, "not_a_text"],
    [["run", "id"], null, "not_a_text"],
    [["run", "id"], "", null],
    [["run", "dryRun"], "false", "not_a_switch"],
    [["run", "dryRun"], true, null],
    [["run", "revision"], -1, "not_a_count"],
    [["run", "revision"], 1.5, "not_a_count"],
    [["run", "revision"], 2 ** 53, "not_a_count"],
    [["run", "revision"], "1", "not_a_count"],
    [["run", "revision"], 0, null],
    [["run", "selectedItems"], null, null],
    [["run", "scopeMode"], null, null],
    [["run", "scopeMode"], "all", null],
    [["run", "scopeMode"], "some", "unknown_word"],
    [["run", "scopeMode"], "toString", "unknown_word"],
    [["run", "restoreMode"], ["create_missing"], "unknown_word"],
    [["run", "restoreMode"], "update_only", null],
    [["run", "target", "environment"], "test", null],
    [["checks", "findings", 0, "severity"], "blocking", null],
    [["checks", "findings", 0, "severity"], "not_evaluated", null],
    [["checks", "findings", 0, "severity"], "safe", null],
    [["checks", "findings", 0, "severity"], "grave", "unknown_word"],
    [["outcomes", "items", 0, "outcome"], "restored", "unknown_word"],
    [["outcomes", "items", 0, "outcome"], "skipped", null],
    [["outcomes", "items", 0, "outcome"], "partially_applied", null],
    [["outcomes", "items", 0, "outcome"], "failed", null],
    [["outcomes", "items", 0, "outcome"], "unknown", null],
    [["outcomes", "counts"], null, null],
    [["evidence"], null, null],
    [["evidence", "findings", 0, "parts", 0], null, "not_an_object"],
  ])("at %j the value %j is right, or told for what it is", (path, value, problem) => {
    expect(problems(put(path, value))).toEqual(problem === null ? [] : [`${pointer(path)} ${problem}`]);
  });

  test("how a part compared is told by one word, and that decides what else is there", () => {
    const at: Path = ["evidence", "findings", 0, "parts", 0];
    expect(problems(put([...at, "result"], "better"))).toEqual([`${pointer(at)}/result unknown_word`]);
    expect(problems(put([...at, "result"], "differs"))).toEqual([`${pointer(at)}/differences missing`]);
    expect(problems(put(at, { phase: "settings", result: "not_compared", cause: "not_returned" }))).toEqual([]);
    expect(problems(put(at, { phase: "settings", result: "as_intended", cause: "not_returned" }))).toEqual([
      `${pointer(at)}/cause unknown_member`,
    ]);
  });

  test("of a document that is wrong in a million places the first twenty are told", () => {
    const told = problems(
      put(
        ["outcomes", "items"],
        Array.from({ length: 1_000_000 }, () => null),
      ),
    );
    expect(told).toHaveLength(20);
    expect(told[19]).toBe("/content/outcomes/items/19 not_an_object");
  });

  test("nothing more is looked at once enough is wrong", () => {
    let looked = 0;
    const forms = { a: () => [{ path: "", problem: "missing" as const }], b: () => ((looked += 1), []) };
    problemsOf(objectOf<{ a: string; b: string }>(forms), { a: 1, b: 2 }, 1);
    expect(looked).toBe(0);
    expect(problemsOf(text, 1, 1)).toEqual([{ path: "", problem: "not_a_text" }]);
  });

  test("an altered document is altered first, whatever its form", () => {
    expect(verifyReceipt({ ...receiptOf(facts), content: put(["run", "id"], 7) })).toEqual({
      state: "altered",
      places: ["run"],
    });
  });
});

describe("BY-12 a receipt of a record that another version made is a receipt all the same", () => {
  const strange = (change: object): ReceiptFacts => ({ ...facts, ...change });

  test.each<[string, ReceiptFacts]>([
    [
      "a severity",
      strange({
        run: {
          ...run,
          checks: { ...run.checks, findings: run.checks?.findings.map((each) => ({ ...each, severity: "grave" })) },
        },
      }),
    ],
    ["an end of the operation", strange({ operation: { ...operation, status: "paused", outcome: "superseded" } })],
    [
      "a result of the evidence",
      strange({
        evidence: { ...snapshot, findings: few(snapshot.findings)?.map((each) => ({ ...each, result: "renamed" })) },
      }),
    ],
    [
      "how a part compared",
      strange({ evidence: { ...snapshot, findings: withParts({ phase: "name", result: "renamed" } as never) } }),
    ],
    [
      "an outcome, a phase and a reason to skip",
      strange({
        run: {
          ...run,
          execution: {
            ...run.execution,
            results: {
              counts: null,
              items: few(run.execution?.results?.items)?.map((each) => ({
                ...each,
                outcome: "restored",
                skipReason: "of_tomorrow",
                phases: each.phases.map((phase) => ({ ...phase, phase: "name" })),
              })),
            },
          },
        },
      }),
    ],
  ])("where it names %s that this one does not know", (_, given) => {
    expect(verifyReceipt(receiptOf(given))).toMatchObject({ state: "unaltered" });
  });

  test("what nobody knows is told as the worst, never as fine", () => {
    const grave = {
      ...facts,
      run: {
        ...run,
        checks: run.checks && { ...run.checks, findings: [{ ...run.checks.findings[0]!, severity: "grave" as never }] },
      },
      evidence: { ...snapshot, findings: withParts({ phase: "settings", result: "better" } as never) },
    };
    const made = receiptOf(grave).content;
    expect(made.checks?.findings.map(({ severity }) => severity)).toEqual(["blocking"]);
    expect(made.evidence?.findings[0]?.parts?.at(-1)).toEqual({
      phase: "settings",
      result: "not_compared",
      cause: "item_not_compared",
    });
  });
});
