import { describe, expect, test } from "vitest";
import {
  englishFlowWords,
  formatting,
  germanFlowWords,
  presentProof,
  type ProofFact,
  proofOnEvidence,
} from "../../src/flow/index.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";

const format = formatting({ locale: "en-GB", timeZone: "UTC" });
const words = englishFlowWords(format);
const at = "2026-11-20T16:46:00Z";
const moment = { iso: at, text: "20 Nov 2026, 16:46 UTC" };
const link = { kind: "link", id: "open", label: "Open", href: "/proof" } as const;
const named = { id: "proof", label: "Proof" };

function factOf(fact: ProofFact) {
  return presentProof("aside", "Proof", [fact], words, format).facts[0];
}

describe("PF-7 facts and proof of any workflow", () => {
  test("a recorded fact is what was recorded, with its moment where there is one, and proves nothing", () => {
    const fact = { ...named, state: "recorded", text: "Dana Okafor", detail: "By hand" } as const;
    expect(factOf({ ...fact, at })).toEqual({ ...fact, at: moment, action: null });
    expect(factOf({ ...fact, at: null })).toEqual({ ...fact, at: null, action: null });
  });

  test("available proof says so, when, and where it can be inspected", () => {
    const fact = { ...named, state: "available", at } as const;
    expect(factOf({ ...fact, action: link })).toEqual({
      ...fact,
      text: "Available",
      detail: null,
      at: moment,
      action: link,
    });
    expect(factOf({ ...fact, action: null })).toMatchObject({ action: null });
  });

  test("proof that waits its turn is queued, and not in progress", () => {
    const fact = { ...named, state: "pending", at, detail: "It waits for its turn." } as const;
    expect(factOf(fact)).toEqual({ ...fact, text: "Queued", at: moment, action: null });
    expect(factOf({ ...named, state: "pending", at: null })).toMatchObject({ at: null, detail: null });
  });

  test("proof in progress offers nothing to open yet", () => {
    const fact = { ...named, state: "in_progress" } as const;
    expect(factOf({ ...fact, at })).toEqual({ ...fact, text: "In progress", detail: null, at: moment, action: null });
    expect(factOf({ ...fact, at: null })).toMatchObject({ at: null });
  });

  test.each([
    ["unavailable", "Unavailable"],
    ["unknown", "Not known"],
  ] as const)("proof that is %s says why", (state, text) => {
    const fact = { ...named, state, detail: "Nothing was executed." };
    expect(factOf(fact)).toEqual({ ...fact, text, action: null });
  });

  test("facts keep their order, and pass the contract in any language", () => {
    const facts = [
      { ...named, id: "one", state: "in_progress", at: null },
      { ...named, id: "zero", state: "pending", at },
      { ...named, id: "two", state: "unavailable", detail: "Nichts wurde ausgeführt." },
    ] as const;
    const model = presentProof("aside", "Nachweise", facts, germanFlowWords(format), format);
    expect(model.facts.map(({ id, text }) => [id, text])).toEqual([
      ["one", "In Arbeit"],
      ["zero", "Eingereiht"],
      ["two", "Nicht verfügbar"],
    ]);
    expect(parseViewModel("ProofAsideViewModel", model)).toEqual({ ok: true, model });
  });
});

describe("SI-2 evidence as proof", () => {
  const whyNone = { not_run: "It never ran.", invalidated: "It moved.", stale: "It does not say." };

  test("is available while it is current, with its moment", () => {
    const current = { state: "current", at } as const;
    expect(proofOnEvidence(current, whyNone, "It met no refusal.")).toEqual({
      state: "available",
      detail: "It met no refusal.",
      at,
    });
    expect(factOf({ ...named, ...proofOnEvidence(current, whyNone) })).toMatchObject({ detail: null, action: null });
  });

  test.each([
    [{ state: "not_run" }, "It never ran."],
    [{ state: "stale", at, cause: "basis_not_recorded" }, "It does not say."],
    [{ state: "invalidated", at, changes: [{ field: "list", before: 1, after: 2 }] }, "It moved."],
  ] as const)("is none where it is %j, and says why, whatever it found", (freshness, detail) => {
    expect(proofOnEvidence(freshness, whyNone, "It met no refusal.")).toEqual({ state: "unavailable", detail });
  });

  test("a recorded fact needs no more than its words", () => {
    expect(factOf({ ...named, state: "recorded", text: "Dana Okafor" })).toMatchObject({ detail: null, at: null });
  });
});
