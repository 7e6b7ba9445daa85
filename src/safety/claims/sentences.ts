import { type Letters, parted } from "./words.js";

/** A text with its words counted, and with the places where its sentences begin. */
export interface Sentences extends Letters {
  /** Number of the word a letter stands in; a run of single letters is one word. */
  readonly word: Int32Array;
  /** Letter with which the sentence of a letter begins. */
  readonly sentenceStart: Int32Array;
  /** Letter before which the last mark of punctuation stands, up to a letter. */
  readonly clauseStart: Int32Array;
  /** Whether the sentence of a letter is a question. */
  readonly asked: Uint8Array;
}

/** Counts words and finds sentences. A new line ends a sentence, unless it goes on in lower case. */
export function sentencesOf(text: Letters): Sentences {
  const { before, lower } = text;
  const word = new Int32Array(before.length);
  const sentenceStart = new Int32Array(before.length);
  const clauseStart = new Int32Array(before.length);
  const asked = new Uint8Array(before.length);
  let words = 0;
  let wasSingle = false;
  let sentence = 0;
  let clause = 0;
  before.forEach((bits, at) => {
    if (bits !== 0) {
      const single = before[at + 1] !== 0;
      if (!single || !wasSingle) words += 1;
      wasSingle = single;
      if (endsSentence(bits, lower[at] === 1)) {
        // The mark that ends a sentence says whether it was a question.
        if ((bits & parted.question) !== 0) asked.fill(1, sentence, at);
        sentence = at;
        clause = at;
      }
      if ((bits & (parted.comma | parted.hard)) !== 0) clause = at;
    }
    word[at] = words;
    sentenceStart[at] = sentence;
    clauseStart[at] = clause;
  });
  return { ...text, word, sentenceStart, clauseStart, asked };
}

/** Whether what parts two words ends a sentence. */
export function endsSentence(bits: number, goesOnInLowerCase: boolean): boolean {
  return (bits & parted.sentence) !== 0 || ((bits & parted.line) !== 0 && !goesOnInLowerCase);
}
