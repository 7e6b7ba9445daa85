/** A word as it is spelled in its language. A space, hyphen or apostrophe inside it is never compared; "stem~" also takes the endings of its grammar, and a leading "*" a compound's head. */
export type Spelling = string;

/** How one language denies, instructs and asks: the only ways in which a sentence may hold the words of a claim and not make it. */
export interface ClaimGrammar {
  /** BCP 47 tag, such as "de". */
  readonly language: string;
  /** Endings that "stem~" takes. */
  readonly endings: readonly string[];
  /** Words that deny the claim that follows: "not", "without". Two of them cancel each other out. */
  readonly denials: readonly Spelling[];
  /** Syllables that deny the word they are fixed to: "un", "non". */
  readonly prefixes: readonly Spelling[];
  /** A second half that denies only after its first: "weder" and "noch". */
  readonly pairs: readonly (readonly [first: Spelling, second: Spelling])[];
  /** Phrases that deny the claim right before them, where the clause ends with them: "does not exist". */
  readonly trailing: readonly Spelling[];
  /** Answers that deny where a colon or question mark leads to them and nothing follows: "Recovery verified: no". */
  readonly answers: readonly Spelling[];
  /** Words that make what follows a condition or an open question: "if", "until", "whether". */
  readonly conditions: readonly Spelling[];
  /** Words after which something done is still owed: "must be verified". They excuse no quality: "it must be healthy". */
  readonly duties: readonly Spelling[];
  /** Openings of an instruction about what follows: "make sure", "check that". */
  readonly instructions: readonly Spelling[];
  /** Verbs that are an instruction where a sentence begins with them: "verify recovery". */
  readonly imperatives: readonly Spelling[];
  /** Words that an instruction may begin with before its verb: "please". */
  readonly polite: readonly Spelling[];
  /** Words that add another instruction to the one that the sentence begins with: "and". */
  readonly joins: readonly Spelling[];
  /** Words through which a denial reaches a second claim: "not verified or healthy". */
  readonly alternatives: readonly Spelling[];
  /** Words that open a question where a sentence begins with them: "is", "was". */
  readonly questions: readonly Spelling[];
  /** What may stand between one of the above and the claim; every other word cuts the claim off from it. */
  readonly between: readonly Spelling[];
  /** Words that may stand there between the words of the claim itself, where they only tie them together: "of". */
  readonly within: readonly Spelling[];
  /** Nouns that may stand there too. Two phrases of them in a row belong to two statements, and cut it off. */
  readonly nouns: readonly Spelling[];
  /** Words that open a phrase of such a noun: "the", "this". */
  readonly determiners: readonly Spelling[];
  /** Words that a comma may stand before without beginning another statement: "dass". */
  readonly afterComma: readonly Spelling[];
}

/** A claim that may not be made, as the words that make it. */
export interface ForbiddenClaim {
  /** snake_case; the same claim has the same id in every language. */
  readonly id: string;
  /** One list of alternatives per place. The claim is made where a word of every place stands near one another. */
  readonly words: readonly (readonly Spelling[])[];
  /** Most words that may stand between two places. */
  readonly gap: number;
  /** Whether the places may also stand in another order, with no punctuation between. */
  readonly order: "any" | "as_written";
  /** "act" is done by somebody, and may be owed: "must be verified". "quality" just is. "undeniable" is claimed even by its denial: "could not be healthier". */
  readonly kind: "act" | "quality" | "undeniable";
}

/** What one language may not say. */
export interface LanguageClaims {
  readonly grammar: ClaimGrammar;
  readonly forbidden: readonly ForbiddenClaim[];
}

/** What a screen may claim, as data. A text is held against every language of it, because a text does not say its own. */
export interface ClaimPolicy {
  /** Where it applies, in words for a report. */
  readonly scope: string;
  readonly languages: readonly LanguageClaims[];
  /** "closed": a claim must be one of `allowed`. "open": it may be another, if it makes no forbidden claim. */
  readonly list: "open" | "closed";
  /** The allowed claims, word for word, in every language. */
  readonly allowed: readonly string[];
}

/** A forbidden claim, and where it is made. */
export interface FalseClaim {
  readonly claim: string;
  readonly language: string;
  /** In UTF-16 units of the text as it was given. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The text from `start` to `end`. */
  readonly text: string;
  readonly why: FalseClaimCause;
}

/** Why it counts as made: nothing excuses it, two denials cancel each other out, or its denial claims it too. */
export type FalseClaimCause = "asserted" | "denied_twice" | "undeniable";

/** A piece of text from outside, such as a policy's name: it is shown, not said (BY-13). */
export interface ExternalText {
  readonly external: string;
}

/** A text, or its pieces in order. */
export type ClaimText = string | readonly (string | ExternalText)[];
