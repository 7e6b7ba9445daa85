import { describe, expect, test } from "vitest";
import { typeName } from "../../../../src/restore/resolvers/copy/word-of.js";
import { itemTypes } from "../../../../src/restore/rules/item-types.js";
import { contexts } from "../../../contract/languages.js";

const counts = [0, 1, 2, 1000] as const;
type Words = (typeof contexts)["en" | "de"]["words"];

/** One of the catalogue's sentences about a count, and what it says of 0, 1, 2 and 1,000. */
type Row = readonly [name: string, sentence: (words: Words, count: number) => string, en: Said, de: Said];
type Said = readonly [none: string, one: string, two: string, many: string];

/** "0 items", "1 item", "2 items", "1,000 items", and what follows. */
const en = (one: string, other: string, after = ""): Said => [
  `0 ${other}${after}`,
  `1 ${one}${after}`,
  `2 ${other}${after}`,
  `1,000 ${other}${after}`,
];
const de = (one: string, other: string, after = ""): Said => [
  `0 ${other}${after}`,
  `1 ${one}${after}`,
  `2 ${other}${after}`,
  `1.000 ${other}${after}`,
];

const rows: readonly Row[] = [
  ["basis.items", (w, n) => w.basis.items(n), en("item", "items"), de("Element", "Elemente")],
  ["changes.changes", (w, n) => w.changes.changes(n), en("change", "changes"), de("Änderung", "Änderungen")],
  [
    "changes.levelsLeftOut",
    (w, n) => w.changes.levelsLeftOut(n),
    en("level", "levels", " left out"),
    de("Ebene", "Ebenen", " ausgelassen"),
  ],
  [
    "changes.noiseHidden",
    (w, n) => w.changes.noiseHidden(n),
    en("difference", "differences", " without meaning hidden."),
    de("Unterschied", "Unterschiede", " ohne Bedeutung ausgeblendet."),
  ],
  ["checkList.items", (w, n) => w.checkList.items(n), en("item", "items"), de("Element", "Elemente")],
  [
    "checkList.moreFindings",
    (w, n) => w.checkList.moreFindings(n),
    en("more finding", "more findings"),
    de("weiterer Befund", "weitere Befunde"),
  ],
  [
    "checks.blocking",
    (w, n) => w.checks.blocking(n),
    en("blocking finding", "blocking findings"),
    de("blockierender Befund", "blockierende Befunde"),
  ],
  [
    "checks.notEvaluated",
    (w, n) => w.checks.notEvaluated(n),
    en("check", "checks", " not evaluated"),
    de("Prüfung", "Prüfungen", " nicht ausgewertet"),
  ],
  [
    "confirm.notMet",
    (w, n) => w.confirm.notMet(n),
    en("condition is not met", "conditions are not met"),
    de("Bedingung ist nicht erfüllt", "Bedingungen sind nicht erfüllt"),
  ],
  [
    "preview.written",
    (w, n) => w.preview.written(n),
    en("policy", "policies", " would be written"),
    de("Richtlinie würde geschrieben", "Richtlinien würden geschrieben"),
  ],
  [
    "preview.skipped",
    (w, n) => w.preview.skipped(n),
    en("item", "items", " would be skipped."),
    de("Element würde übersprungen.", "Elemente würden übersprungen."),
  ],
  [
    "scope.mappingsOpen",
    (w, n) => w.scope.mappingsOpen(n),
    en("required mapping is", "required mappings are", " open"),
    de("erforderliche Zuordnung ist", "erforderliche Zuordnungen sind", " offen"),
  ],
  [
    "scope.itemsInScope",
    (w, n) => w.scope.itemsInScope(n),
    en("item", "items", " in scope"),
    de("Element", "Elemente", " im Umfang"),
  ],
  [
    "record.timeline.earlier",
    (w, n) => w.record.timeline.earlier(n),
    en("earlier event", "earlier events"),
    de("früheres Ereignis", "frühere Ereignisse"),
  ],
  [
    "reasons.source_usable",
    (w, n) => w.reasons.source_usable({ code: "source_usable", usable: n, items: 2000 }),
    [
      "0 of 2,000 items are usable.",
      "1 of 2,000 items is usable.",
      "2 of 2,000 items are usable.",
      "1,000 of 2,000 items are usable.",
    ],
    [
      "Verwendbar: 0 von 2.000 Elementen.",
      "Verwendbar: 1 von 2.000 Elementen.",
      "Verwendbar: 2 von 2.000 Elementen.",
      "Verwendbar: 1.000 von 2.000 Elementen.",
    ],
  ],
  [
    "scope.writable",
    (w, n) => w.scope.writable(n, 0, 0),
    ["0 can be written.", "1 can be written.", "2 can be written.", "1,000 can be written."],
    [
      "0 können geschrieben werden.",
      "1 kann geschrieben werden.",
      "2 können geschrieben werden.",
      "1.000 können geschrieben werden.",
    ],
  ],
  [
    "flow.diagnosticsSummary",
    (w, n) => w.flow.diagnosticsSummary(n),
    en("entry", "entries", ", no raw payload"),
    de("Eintrag", "Einträge", ", keine Rohdaten"),
  ],
];

test("every kind of item has a name of its own, in each language", () => {
  for (const { words } of Object.values(contexts)) {
    const names = itemTypes.map(({ id }) => typeName(id, words.terms));
    expect(new Set(names).size).toBe(itemTypes.length);
  }
  expect(typeName("of another version", contexts.de.words.terms)).toBe("Objekt eines unbekannten Typs");
});

describe.each(rows)("%s", (_, sentence, english, german) => {
  test.each([
    ["en", english],
    ["de", german],
  ] as const)("counts 0, 1, 2 and 1,000 in %s", (language, said) => {
    expect(counts.map((count) => sentence(contexts[language].words, count))).toEqual(said);
  });
});

/** Nouns and verbs of the catalogue that say how many, by their one and their many. */
const pairs = {
  en: [
    ["item", "items"],
    ["policy", "policies"],
    ["finding", "findings"],
    ["warning", "warnings"],
    ["check", "checks"],
    ["change", "changes"],
    ["mapping", "mappings"],
    ["reference", "references"],
    ["condition", "conditions"],
    ["type", "types"],
    ["entry", "entries"],
    ["level", "levels"],
    ["value", "values"],
  ],
  de: [
    ["Element", "Elemente"],
    ["Richtlinie", "Richtlinien"],
    ["Befund", "Befunde"],
    ["Warnung", "Warnungen"],
    ["Prüfung", "Prüfungen"],
    ["Änderung", "Änderungen"],
    ["Zuordnung", "Zuordnungen"],
    ["Verweis", "Verweise"],
    ["Bedingung", "Bedingungen"],
    ["Eintrag", "Einträge"],
    ["Ebene", "Ebenen"],
    ["Wert", "Werte"],
  ],
} as const;

/** Every sentence of one number in the catalogue, found by asking it. */
function sentencesOfCount(value: unknown, path: string): readonly (readonly [string, (count: number) => string])[] {
  if (typeof value === "function") {
    if (value.length !== 1) return [];
    const sentence = value as (count: number) => unknown;
    try {
      const [some, many] = [sentence(2), sentence(1000)];
      const aboutACount = typeof some === "string" && typeof many === "string" && /1[.,]000/.test(many);
      return aboutACount ? [[path, sentence as (count: number) => string]] : [];
    } catch {
      // It wants something else than a number.
      return [];
    }
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => sentencesOfCount(member, `${path}.${key}`));
}

describe.each(["en", "de"] as const)("every sentence of the catalogue about one count in %s", (language) => {
  const { words } = contexts[language];
  const found = Object.entries(words).flatMap(([section, value]) => sentencesOfCount(value, section));

  test("is found", () => {
    expect(found.length).toBeGreaterThan(30);
  });

  test.each(found)("%s says one of one, and many of none, two and a thousand", (_, sentence) => {
    for (const [one, many] of pairs[language]) {
      for (const count of [0, 2, 1000]) expect(sentence(count)).not.toMatch(new RegExp(`\\d ${one}(?![\\p{L}-])`, "u"));
      expect(sentence(1)).not.toMatch(new RegExp(`\\b1 ${many}(?![\\p{L}-])`, "u"));
    }
    expect(sentence(1)).not.toMatch(/\b1 (\p{L}+ )?(are|sind|were|wurden|würden|können)\b/u);
  });
});
