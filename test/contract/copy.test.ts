import { describe, expect, test } from "vitest";
import { restoreExecution } from "../../src/restore/resolvers/gates.js";
import { restoreScenarios, type RestoreScenario, scenarioDirectory } from "../../src/testing/scenarios/index.js";
import { gateStatus } from "../../src/view-models/index.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";
import { contexts, modelsOf, said, type Said } from "./languages.js";
import { plain } from "../support/plain.js";

const languages = ["en", "de"] as const;

/** Fields that a machine reads: ids, addresses and literals of the specification. */
const machine =
  /(^|\.)(id|href|kind|code|step|anchor|state|literal|verdict|position|status|field|iso|format|environment|emphasis|outcome|key|chosenId|value|contract|family|mark|section|choice|algorithm|consequence|version)$/;

/** Ids in a list, names that came from outside, and settings, which are called as Intune's identifiers spell them. */
const elsewhere =
  /^catalogue\.itemIds|^catalogue.*\.rows\.\d+\.name$|\.external$|^preview\.(items|unchanged\.items)\.\d+\.groups\.\d+\.changes\.\d+\.path$/;

/** Words before and after the label that is typed. */
const setApart = /\.instruction\.(\d|before|after)$/;

/** Notes and reasons that are left out where they would say nothing. */
const mayBeEmpty = /\.(note|reason)$/;

type Language = (typeof languages)[number];

const knownModels = new Map<string, ReturnType<typeof modelsOf>>();
const knownSentences = new Map<string, readonly Said[]>();

/** What a scenario shows, made once: ten thousand items have many words. */
function models(scenario: RestoreScenario, language: Language): ReturnType<typeof modelsOf> {
  const key = `${language}/${scenario.id}`;
  const found = knownModels.get(key) ?? modelsOf(scenario, contexts[language]);
  knownModels.set(key, found);
  return found;
}

function sentences(scenario: RestoreScenario, language: Language): readonly Said[] {
  const key = `${language}/${scenario.id}`;
  const found = knownSentences.get(key) ?? sentencesOf(models(scenario, language));
  knownSentences.set(key, found);
  return found;
}

function sentencesOf(shown: ReturnType<typeof modelsOf>): readonly Said[] {
  return said(plain(shown)).filter(({ path }) => !machine.test(path) && !elsewhere.test(path));
}

describe.each(languages)("every string of every model in %s", (language) => {
  test.each([...restoreScenarios])("is finished in $id", (scenario) => {
    const broken = sentences(scenario, language).filter(
      ({ text, path }) =>
        (text === "" && !mayBeEmpty.test(path)) ||
        (text !== text.trim() && !setApart.test(path)) ||
        /undefined|NaN|\[object|\bnull\b|\$\{|\{\w+\}|%[sd]| {2}|\.\.| [.,;:!?]( |$)/.test(text),
    );
    expect(broken).toEqual([]);
  });

  test("quotes as the language does", () => {
    const foreign = language === "de" ? /”|‘|"|“[^ .,:;!?)]/ : /„|"/;
    const found = restoreScenarios.flatMap((scenario) =>
      withoutGiven(
        sentences(scenario, language).filter(({ text }) => foreign.test(text)),
        scenario,
      ),
    );
    expect(found.filter(({ text }) => foreign.test(text))).toEqual([]);
  });

  test("calls everything by the operator's words and by no others (SI-21)", () => {
    const others =
      language === "en"
        ? /\b(roll(ed)? ?backs?|simulat\w+|trial runs?|test runs?|dry runs?|jobs?|rehearsals?)\b/i
        : /\b(Rollback\w*|simul\w+|Testl[aä]uf\w*|Dry-run|Jobs?|Kontrollen?)\b/i;
    const terms =
      language === "en"
        ? ["preview", "checks", "dry-run", "restore", "partial", "follow-up"]
        : ["Vorschau", "Prüfungen", "Probelauf", "Wiederherstellung", "teilweise", "Nacharbeit"];
    const texts = restoreScenarios.flatMap((scenario) => sentences(scenario, language).map(({ text }) => text));
    expect([...new Set(texts.filter((text) => others.test(text)))]).toEqual([]);
    const all = texts.join("\n").toLowerCase();
    expect(terms.filter((term) => !all.includes(term.toLowerCase()))).toEqual([]);
  });

  test("writes every figure as the locale does", () => {
    // Ten thousand items have large figures of their own, and say nothing that twelve do not.
    const few = restoreScenarios.filter(({ id }) => !id.startsWith("ten_thousand"));
    const all = few.flatMap((scenario) => sentencesOf(modelsOf(grown(scenario), contexts[language])));
    expect(all.some(({ text }) => text.includes(language === "de" ? "12.345" : "12,345"))).toBe(true);
    expect(all.filter(({ text }) => text.includes(language === "de" ? "12,345" : "12.345"))).toEqual([]);
    expect(all.filter(({ text }) => text.includes("12345"))).toEqual([]);
  });
});

/** What facts say in their own words, such as the name of a policy, is left as it is. */
function withoutGiven(sentencesSaid: readonly Said[], { facts }: RestoreScenario): readonly Said[] {
  const given = [...new Set(said(facts).map(({ text }) => text))].filter(
    (text) => text.length > 3 && /[“”„‘"]/.test(text),
  );
  return sentencesSaid.map(({ path, text }) => ({
    path,
    text: given.reduce((rest, fact) => rest.replaceAll(fact, "…"), text),
  }));
}

/** The same state over more items than anybody reads one by one. */
function grown(scenario: RestoreScenario): RestoreScenario {
  const many = (value: unknown, key: string): unknown => {
    if (typeof value === "number" && value > 0) return key === "revision" ? value : 12_345;
    if (Array.isArray(value)) return value.map((member: unknown) => many(member, key));
    if (typeof value !== "object" || value === null) return value;
    // A basis is bound to its fingerprint.
    if (key === "basis") return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, many(member, name)]));
  };
  return { ...scenario, facts: many(scenario.facts, "facts") as RestoreScenario["facts"] };
}

describe("no English is left in a German model", () => {
  test.each([...restoreScenarios])("of $id", (scenario) => {
    const english = new Map(sentences(scenario, "en").map(({ path, text }) => [path, withoutFigures(text)]));
    const given = new Set(said([scenario.facts, scenarioDirectory]).map(({ text }) => text));
    const left = sentences(scenario, "de").filter(
      ({ path, text }) => english.get(path) === withoutFigures(text) && !given.has(text) && !sameInBoth.test(text),
    );
    expect(left).toEqual([]);
  });
});

test("every sentence of the catalogue that needs no argument has a German one of its own", () => {
  const english = new Map(fixed(contexts.en.words).map(({ path, text }) => [path, text]));
  const german = fixed(contexts.de.words);
  expect(german.length).toBeGreaterThan(200);
  expect(german.filter(({ path, text }) => english.get(path) === text && !sameInBoth.test(text))).toEqual([]);
});

/** Words of the catalogue, and sentences that depend on nothing. */
function fixed(value: unknown, path = ""): readonly Said[] {
  if (path === ".language" || value === null) return [];
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value === "function") return value.length === 0 ? fixed((value as () => unknown)(), path) : [];
  if (value === null) return [];
  return Object.entries(value as object).flatMap(([key, member]) => fixed(member, `${path}.${key}`));
}

/** Proper nouns, figures, fingerprints and words that both languages write alike. */
const sameInBoth = /^(|Prod|Test|Revision|Name|Filter|[\d./]+|sha256:\w+|macOS|Windows|Linux|Android|iOS)$/;

function withoutFigures(text: string): string {
  return text.replaceAll(/(?<=\d)[.,](?=\d)/g, "");
}

describe.each(languages)("PF-16 and the contract hold in %s", (language) => {
  test.each([...restoreScenarios])("in $id", (scenario) => {
    const { frame, result } = models(scenario, language);
    const { flow, compact, decision, execution } = frame;
    const parsed = [
      parseViewModel("ProcessFlowViewModel", flow),
      parseViewModel("DecisionCardViewModel", decision),
      parseViewModel("DecisionCardViewModel", result.decision),
      parseViewModel("CompactSafetyStatusViewModel", compact),
      parseViewModel("ProofAsideViewModel", frame.proof),
      parseViewModel("BackupQualitySummaryViewModel", frame.quality),
      parseViewModel("CollapsedDiagnosticsViewModel", frame.diagnostics),
      parseViewModel("StepRailViewModel", frame.rail),
      parseViewModel("EnvironmentBadgeViewModel", frame.badge),
    ];
    expect(parsed.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([]);
    const open = flow.gates.find((gate) => gate.verdict !== "complete");
    expect(compact.flow.gates).toEqual(flow.gates);
    expect(compact.execution).toEqual(execution);
    expect(compact.nextGate?.id ?? null).toBe(open?.id ?? null);
    expect(execution.state).toBe(restoreExecution(scenario.facts).state);
    if (execution.state === "unavailable") {
      expect(decision.reason).toBe(execution.reasons[0].reason);
      expect(decision.status.literal).toBe(open === undefined ? "unknown" : gateStatus(open));
    }
  });
});

describe("SI-10 what is not current never reads calm in German", () => {
  test.each([...restoreScenarios])("in $id", (scenario) => {
    for (const gate of models(scenario, "de").frame.flow.gates) {
      if (gate.freshness !== null && gate.freshness.state !== "current") {
        expect(`${gate.word} ${gate.reason}`).not.toMatch(/\b(bereit|sicher|in Ordnung|gültig|erfüllt)\b/i);
      }
    }
  });
});
