import { claimFinder, type ClaimPolicy, type LanguageClaims } from "../../safety/index.js";

/** A term in every form that a catalogue spells; the key says which form it is. */
export type Term = Readonly<Record<string, string>>;

/** The terms of a catalogue that a team may call otherwise. */
export type Terms = Readonly<Record<string, Term>>;

/** Terms as a team calls them. A renamed term needs each of its forms; a term or form that is not spelled does not compile. */
export type Renamed<Spelled extends Terms> = {
  readonly [Name in keyof Spelled]?: { readonly [Form in keyof Spelled[Name]]: string };
};

/**
 * The catalogue with terms of the team's own, whole words only and never inside a name from outside. Throws a RangeError for a
 * term that claims something beside another text of the catalogue, such as "recovery" beside "Complete" (RR-12). A sentence that
 * would claim what it does not, because the new words cut it off from its denial, keeps ours; so does a claim that is allowed.
 */
export function withTerms<Words, Spelled extends Terms>(
  words: Words,
  spelled: Spelled,
  renamed: Renamed<Spelled>,
  policy: ClaimPolicy,
): Words {
  refuseClaims(words, spelled, renamed, policy);
  const replace = replacing(spelled, renamed);
  const find = claimFinder(policy);
  const claimsOf = (text: string) => new Set(find(text).map(({ claim }) => claim));
  return everyText(words, (text) => {
    const changed = replace(text);
    if (changed === text || policy.allowed.includes(text)) return text;
    return [...claimsOf(changed)].every((claim) => claimsOf(text).has(claim)) ? changed : text;
  });
}

/** The catalogue with every text changed; a sentence that takes values is changed when it is asked for. Fields named in `keep` stay. */
export function everyText<Words>(words: Words, change: (text: string) => string, keep: readonly string[] = []): Words {
  return changed(words) as Words;

  function changed(value: unknown): unknown {
    if (typeof value === "string") return change(value);
    if (typeof value === "function") {
      const sentence = value as (...values: unknown[]) => unknown;
      return (...values: unknown[]) => changed(sentence(...values));
    }
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, keep.includes(key) ? member : changed(member)]),
    );
  }
}

/** A label and its value make a claim together which neither makes alone. */
function refuseClaims(words: unknown, spelled: Terms, renamed: Renamed<Terms>, policy: ClaimPolicy): void {
  const find = claimFinder(policy);
  const holdsWord = claimFinder({ ...policy, languages: policy.languages.map(wordByWord) });
  const others = textsOf(words);
  for (const [name, forms] of Object.entries(renamed))
    for (const [form, spelling] of Object.entries(forms ?? {})) {
      if (holdsWord(spelling).length === 0) continue;
      const ours = spelled[name]?.[form] ?? "";
      const beside = others.find(
        (text) => find([spelling, "\u2029", text]).length > find([ours, "\u2029", text]).length,
      );
      if (beside !== undefined)
        throw new RangeError(`The term “${spelling}” makes a claim beside “${beside}”, which “${ours}” does not.`);
    }
}

/** Texts of a catalogue that take no values. */
function textsOf(words: unknown): readonly string[] {
  const found: string[] = [];
  everyText(words, (text) => {
    found.push(text);
    return text;
  });
  return found;
}

/** The claims of a language, each as any one of its words: most terms hold none, and need no closer look. */
function wordByWord({ grammar, forbidden }: LanguageClaims): LanguageClaims {
  const words = [...new Set(forbidden.flatMap((claim) => claim.words.flat()))];
  return { grammar, forbidden: [{ id: "word", words: [words], gap: 0, order: "as_written", kind: "undeniable" }] };
}

function replacing<Spelled extends Terms>(spelled: Spelled, renamed: Renamed<Spelled>): (text: string) => string {
  const spellings = new Map<string, string>();
  for (const [name, forms] of Object.entries(spelled))
    for (const [form, spelling] of Object.entries(forms))
      spellings.set(spelling.toLowerCase(), renamed[name]?.[form] ?? spelling);
  // What reads as a new word already stays, so that a sentence which holds another one is not renamed twice.
  for (const forms of Object.values(renamed))
    for (const spelling of Object.values<string>(forms ?? {})) spellings.set(spelling.toLowerCase(), spelling);
  const longestFirst = [...spellings.keys()].sort((left, right) => right.length - left.length).map(escaped);
  const pattern = new RegExp(
    `\u2068[^\u2069]*\u2069|(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  return (text) => text.replace(pattern, (found) => asFound(found, spellings.get(found.toLowerCase()) ?? found));
}

/** Keeps the capital of a word that begins a sentence. */
function asFound(found: string, spelling: string): string {
  const [first = ""] = found;
  const capital = first !== first.toLowerCase();
  return capital ? spelling.charAt(0).toUpperCase() + spelling.slice(1) : spelling;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
