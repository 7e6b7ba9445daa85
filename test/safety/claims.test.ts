import { describe, expect, test } from "vitest";
import { findFalseClaims } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { fires } from "./claims/fires.js";
import { silent } from "./claims/silent.js";

const policy = restoreClaims.completed_with_evidence;

const rows = (table: typeof fires) =>
  Object.entries(table).flatMap(([how, sentences]) => sentences.map((sentence) => [how, sentence] as const));

describe("RR-12 a claim is found", () => {
  test.each(rows(fires))("%s: %s", (_how, sentence) => {
    expect(findFalseClaims(sentence, policy)).not.toEqual([]);
  });
});

describe("RR-12 no claim is found where none is made", () => {
  test.each(rows(silent))("%s: %s", (_how, sentence) => {
    expect(findFalseClaims(sentence, policy)).toEqual([]);
  });
});
