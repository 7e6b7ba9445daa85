import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type JsonValue } from "../../../../src/safety/index.js";
import { receiptSections } from "../../../../src/restore/rules/receipt/document.js";
import { hashesOf, receiptOf, type ReceiptFacts, sealOf } from "../../../../src/restore/rules/receipt/receipt-of.js";
import { verifyReceipt } from "../../../../src/restore/rules/receipt/verify.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import { restoreScenarios, scenario } from "../../../../src/testing/scenarios/index.js";
import { agree, cases } from "../../../support/property.js";

const factsOf = ({ run, backupSet, operation, evidence }: RestoreFacts): ReceiptFacts => ({
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
  },
  backupSet,
  operation,
  evidence: evidence[0] ?? null,
});
const whole = factsOf(scenario("needs_review").facts);
const receipt = receiptOf(whole);
const copy = <Value>(value: Value): Value => structuredClone(value);

/** Paths to every value of a document, members and elements alike. */
function paths(value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [at];
  const members = Object.entries(value).map(([key, part]) => [Array.isArray(value) ? Number(key) : key, part] as const);
  return [...(at.length === 0 ? [] : [at]), ...members.flatMap(([key, part]) => paths(part, [...at, key]))];
}

function changeAt(document: unknown, path: readonly (string | number)[], change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(document);
  const holder: Record<string | number, unknown> = Array.isArray(document)
    ? ([...(document as unknown[])] as never)
    : { ...(document as object) };
  holder[key] = changeAt(holder[key], rest, change);
  return holder;
}

describe("BY-12 a receipt is one hashed document of what was decided and what came of it", () => {
  test("every scenario gives one that verifies, also after a way through text", () => {
    for (const { facts } of restoreScenarios) {
      const made = receiptOf(factsOf(facts));
      expect(verifyReceipt(JSON.parse(JSON.stringify(made)))).toMatchObject({ state: "unaltered", hash: made.hash });
    }
  });

  test("it holds basis, checks, decisions, acceptances, confirmation, outcomes and coverage", () => {
    const { content } = receiptOf(factsOf(scenario("completed_with_evidence").facts));
    expect(content.basis.executed).toBe(content.basis.preview);
    expect(content.checks?.summary).toMatchObject({ warning: 2 });
    expect(content.checks?.findings.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
    expect(content.decisions.mappings).toEqual([
      { key: "group/field-kiosks", decision: "map", targetId: "retail-kiosks" },
    ]);
    expect(content.decisions.acceptances[0]).toMatchObject({ acceptedBy: { name: "Dana Okafor" } });
    expect(content.confirmation).toMatchObject({
      confirmedBy: { name: "Dana Okafor" },
      typedLabel: "Contoso Production",
    });
    expect(content.outcomes.counts).toMatchObject({ applied: 11, already_in_desired_state: 1 });
    expect(content.outcomes.items).toHaveLength(12);
    expect(content.evidence?.coverage?.[0]).toMatchObject({ phase: "settings", compared: 12 });
    expect(content.run.dryRun).toBe(false);
  });

  test("the same facts give the same document, in whatever order their keys were written", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, reversed(part)]),
      );
    };
    const other = receiptOf(reversed(copy(whole)) as ReceiptFacts);
    expect(other.hash).toBe(receipt.hash);
    expect(canonicalJson(other as unknown as JsonValue)).toBe(canonicalJson(receipt as unknown as JsonValue));
    expect(verifyReceipt(reversed(copy(receipt)))).toMatchObject({ state: "unaltered" });
  });

  test("other facts give another hash", () => {
    expect(receiptOf({ ...whole, backupSet: null }).hash).not.toBe(receipt.hash);
  });
});

describe("BY-12 an alteration is found, and placed", () => {
  const everywhere = paths(receipt);
  const anyPath = fc.constantFrom(...everywhere);

  test("whatever single value is replaced", () => {
    const replacements = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant([]),
      fc.constant({}),
    );
    fc.assert(
      fc.property(anyPath, replacements, (path, replacement) => {
        let same = false;
        const altered = changeAt(receipt, path, (value) => {
          same = canonicalJson(value as JsonValue) === canonicalJson(replacement);
          return replacement;
        });
        fc.pre(!same);
        const verified = verifyReceipt(altered);
        agree(verified.state === "unaltered", false);
        if (path[0] === "content" && path.length > 1) {
          agree(verified.state === "altered" ? verified.places.join() : verified.state, String(path[1]));
        }
      }),
      { numRuns: cases() },
    );
  });

  test("whatever single value is taken away", () => {
    const unnoticed = everywhere.filter((path) => {
      const altered = changeAt(receipt, path.slice(0, -1), (holder) => {
        const last = path.at(-1);
        return Array.isArray(holder)
          ? (holder as unknown[]).filter((_, index) => index !== last)
          : Object.fromEntries(Object.entries(holder as object).filter(([key]) => key !== last));
      });
      return verifyReceipt(altered).state === "unaltered";
    });
    expect(unnoticed).toEqual([]);
  });

  test("a member that no receipt has is found wherever it is put", () => {
    expect(verifyReceipt({ ...receipt, note: "Compliant" })).toEqual({ state: "altered", places: ["unknown_member"] });
    const content = { ...receipt.content, approval: {} };
    expect(verifyReceipt({ ...receipt, content })).toEqual({ state: "altered", places: ["unknown_member"] });
    const hashes = { ...receipt.hashes, approval: "sha256:0" };
    expect(verifyReceipt({ ...receipt, hashes }).state).toBe("altered");
    const run = { ...receipt.content.run, approvedBy: "Dana" };
    expect(verifyReceipt({ ...receipt, content: { ...receipt.content, run } })).toEqual({
      state: "altered",
      places: ["run"],
    });
  });

  test("a section that is hashed anew is caught by the frame, and a frame hashed anew proves nothing of its maker", () => {
    const content = { ...receipt.content, run: { ...receipt.content.run, dryRun: true } };
    const hashes = hashesOf(content);
    expect(verifyReceipt({ ...receipt, content, hashes })).toEqual({ state: "altered", places: ["frame"] });
    // Integrity is all that a hash without a key can show.
    expect(verifyReceipt({ ...receipt, content, hashes, hash: sealOf(hashes) }).state).toBe("unaltered");
  });

  test.each([
    ["nothing", null],
    ["text", "receipt"],
    ["a list", [receipt]],
    ["another document", { form: "invoice" }],
    ["a receipt without content", { ...receipt, content: null }],
    ["a receipt whose content is a text", { ...receipt, content: "text" }],
    ["a receipt whose hashes are a number", { ...receipt, hashes: 7 }],
    ["a receipt without hashes", { ...receipt, hashes: [] }],
    [
      "a receipt with a value that JSON cannot hold",
      { ...receipt, content: { ...receipt.content, run: { at: Number.NaN } } },
    ],
  ])("%s is no receipt", (_, document) => {
    expect(verifyReceipt(document)).toEqual({ state: "not_a_receipt" });
  });

  test("a document nested deeper than any receipt is refused, not followed to the end", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(verifyReceipt({ ...receipt, content: { ...receipt.content, run: deep } })).toEqual({
      state: "not_a_receipt",
    });
  });

  test("an object that tells the hash one thing and its reader another is answered for what was hashed", () => {
    let asked = 0;
    const { run } = receipt.content;
    const content = {
      ...receipt.content,
      get run() {
        asked += 1;
        return asked === 1 ? run : { ...run, dryRun: true };
      },
    };
    const inherited = Object.create({ toJSON: () => ({ ...run, dryRun: true }) }) as object;
    for (const two of [content, { ...receipt.content, run: Object.assign(inherited, run) }]) {
      const verified = verifyReceipt({ ...receipt, content: two });
      const read = JSON.stringify(verified.state === "unaltered" ? verified.receipt : null);
      expect(JSON.parse(read)).toEqual(receipt);
    }
  });

  test("what only a prototype holds is not on a receipt", () => {
    const { content, ...others } = receipt;
    expect(verifyReceipt(Object.create(receipt))).toEqual({ state: "not_a_receipt" });
    expect(verifyReceipt(Object.assign(Object.create({ content }) as object, others))).toEqual({
      state: "not_a_receipt",
    });
    const planted = JSON.stringify(receipt).replace('"dryRun"', '"__proto__":{"approved":true},"dryRun"');
    expect(verifyReceipt(JSON.parse(planted))).toEqual({ state: "altered", places: ["run"] });
  });

  test.each([
    ["in another order", (items: readonly unknown[]) => items.toReversed()],
    ["without its last row", (items: readonly unknown[]) => items.slice(0, -1)],
    ["with a row twice", (items: readonly unknown[]) => [...items, items[0]]],
    ["with a million rows", () => Array.from({ length: 1_000_000 }, () => null)],
  ])("outcomes %s are altered", (_, change) => {
    const outcomes = { ...receipt.content.outcomes, items: change(receipt.content.outcomes.items ?? []) };
    expect(verifyReceipt({ ...receipt, content: { ...receipt.content, outcomes } })).toEqual({
      state: "altered",
      places: ["outcomes"],
    });
  });

  test.each(["1", "3"])("version %s is not read as this one", (version) => {
    expect(verifyReceipt({ ...receipt, version })).toEqual({ state: "unknown_version" });
  });
});

describe("BY-12 nothing that was not named is on a receipt", () => {
  const sentences = ["detail", "before", "after", "path"];

  /** Puts the secret into every free sentence, and beside the members of every object that is no list by id. */
  function planted(value: unknown, secret: string, holder = ""): unknown {
    if (Array.isArray(value)) return value.map((part) => planted(part, secret));
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).map(([key, part]) => [
      key,
      sentences.includes(key) && typeof part === "string" ? secret : planted(part, secret, key),
    ]);
    const beside = ["mappings", "identityDecisions"].includes(holder) ? {} : { password: secret, payload: { secret } };
    return { ...Object.fromEntries(members), ...beside };
  }

  test("whatever is planted in sentences, changes and unknown members stays out", () => {
    const secrets = fc.string({ minLength: 6, maxLength: 24 }).map((text) => `s3cret-${text}`);
    // Thousands of cases over thousands of rows would only say the same of each row.
    const few = restoreScenarios.filter(({ facts }) => (facts.run.preview?.items.length ?? 0) < 100);
    const states = fc.constantFrom(...few.map(({ facts }) => facts));
    fc.assert(
      fc.property(states, secrets, (facts, secret) => {
        const made = JSON.stringify(receiptOf(planted(factsOf(facts), secret) as ReceiptFacts));
        agree(made.includes(JSON.stringify(secret).slice(1, -1)), false);
        agree(made.includes('"password"'), false);
      }),
      { numRuns: cases() },
    );
  });

  test("a reason is on it by its code alone, whether it is data, a sentence or from a later version", () => {
    const withReason = (reason: unknown) =>
      receiptOf({
        ...whole,
        run: { ...whole.run, execution: { ...whole.run.execution!, reason: reason as never } },
      }).content.outcomes.reason;
    expect(withReason({ code: "target_answered", problem: { code: "refused", detail: "hunter2" } })).toBe(
      "target_answered.refused",
    );
    expect(
      withReason({ code: "policy_changed", fields: [{ path: "PSK", before: "hunter2", after: null }], notNamed: 0 }),
    ).toBe("policy_changed");
    expect(withReason("The key is hunter2.")).toBe("told_in_words");
    expect(withReason({ code: "hunter2" })).toBe("not_known");
    expect(withReason({ code: "target_answered", problem: { code: "hunter2", detail: "" } })).toBe("not_known");
    expect(withReason(null)).toBeNull();
  });

  test("its sections are the known ones, and no more", () => {
    expect(Object.keys(receipt.content)).toEqual([...receiptSections]);
  });
});
