import { glyphsOf } from "./glyphs.js";
import type { ClaimGrammar, ClaimPolicy, ForbiddenClaim, Spelling } from "./policy.js";
import { lettersOf } from "./words.js";

/** What a word can do in a sentence, as bits. */
export const role = {
  claim: 1,
  /** A claim word that may be the end of a compound. */
  compound: 2,
  denial: 4,
  prefix: 8,
  trailing: 16,
  answer: 32,
  condition: 64,
  duty: 128,
  instruction: 256,
  imperative: 512,
  polite: 1024,
  join: 2048,
  alternative: 4096,
  question: 8192,
  between: 16384,
  noun: 32768,
  determiner: 65536,
  afterComma: 131072,
  pairFirst: 262144,
  pairSecond: 524288,
  within: 1048576,
} as const;

/** A letter on the way through every known word. */
export interface Node {
  readonly next: Map<number, Node>;
  roles: number;
  /** Places of claims that the word up to here fills. */
  readonly places: number[];
}

/** A claim with its places in one order of reading. */
export interface Pattern {
  readonly claim: ForbiddenClaim;
  readonly language: string;
  /** Numbers of the places, in this order. */
  readonly places: readonly number[];
  readonly asWritten: boolean;
}

/** A policy, ready to be held against texts. */
export interface CompiledPolicy {
  readonly root: Node;
  readonly patterns: readonly Pattern[];
}

const compiled = new WeakMap<ClaimPolicy, CompiledPolicy>();

/** A policy as one tree of every word it knows; made once per policy. */
export function compile(policy: ClaimPolicy): CompiledPolicy {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  const root: Node = { next: new Map(), roles: 0, places: [] };
  const patterns: Pattern[] = [];
  let placeCount = 0;
  for (const { grammar, forbidden } of policy.languages) {
    for (const [words, bits] of rolesOf(grammar))
      for (const word of words) for (const node of nodesOf(root, grammar, word)) node.roles |= bits;
    for (const claim of forbidden) {
      const places = claim.words.map((alternatives) => {
        const place = placeCount;
        placeCount += 1;
        for (const word of alternatives) {
          const bits = role.claim | (word.startsWith("*") ? role.compound : 0);
          for (const node of nodesOf(root, grammar, word)) {
            node.roles |= bits;
            node.places.push(place);
          }
        }
        return place;
      });
      const { language } = grammar;
      for (const order of claim.order === "any" ? orders(places) : [places])
        patterns.push({ claim, language, places: order, asWritten: order.every((place, at) => place === places[at]) });
    }
  }
  const result = { root, patterns };
  compiled.set(policy, result);
  return result;
}

function rolesOf(grammar: ClaimGrammar): readonly (readonly [readonly Spelling[], number])[] {
  return [
    [grammar.denials, role.denial],
    [grammar.prefixes, role.prefix],
    [grammar.pairs.map(([first]) => first), role.pairFirst],
    [grammar.pairs.map(([, second]) => second), role.pairSecond],
    [grammar.trailing, role.trailing],
    [grammar.answers, role.answer],
    [grammar.conditions, role.condition],
    [grammar.duties, role.duty],
    [grammar.instructions, role.instruction],
    [grammar.imperatives, role.imperative],
    [grammar.polite, role.polite],
    [grammar.joins, role.join],
    [grammar.alternatives, role.alternative],
    [grammar.questions, role.question],
    [grammar.between, role.between],
    [grammar.within, role.within],
    [grammar.nouns, role.noun],
    [grammar.determiners, role.determiner],
    [grammar.afterComma, role.afterComma],
  ];
}

/** The ends of the ways that a word takes through the tree: one for each of its spellings. */
function nodesOf(root: Node, grammar: ClaimGrammar, spelling: Spelling): ReadonlySet<Node> {
  const stem = spelling.replace(/^\*/, "").replace(/~$/, "");
  const endings = spelling.endsWith("~") ? ["", ...grammar.endings] : [""];
  return new Set(
    endings.flatMap((ending) => umlautSpellings(stem + ending)).map((spelled) => nodeOf(root, spelled, spelling)),
  );
}

function nodeOf(root: Node, spelled: string, spelling: Spelling): Node {
  const { letters } = lettersOf(glyphsOf(spelled));
  if (letters === "") throw new RangeError(`A claim policy spells a word without letters: “${spelling}”.`);
  let node = root;
  for (let index = 0; index < letters.length; index += 1) {
    const code = letters.charCodeAt(index);
    let next = node.next.get(code);
    if (next === undefined) node.next.set(code, (next = { next: new Map(), roles: 0, places: [] }));
    node = next;
  }
  return node;
}

/** "geprüft" is also written "geprueft", and without its dots where they were lost. */
function umlautSpellings(word: string): readonly string[] {
  return [word, word.replaceAll(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? letter)];
}

function orders(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length < 2) return [places];
  return places.flatMap((first, at) => orders(places.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}
