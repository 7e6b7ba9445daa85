import { type Letters, parted } from "./words.js";

/** A text with the positions of its words and sentences counted. */
export interface Sentences extends Letters {
  /** Number of the word a letter stands in; a run of single letters is one word. */
  readonly word: Int32Array;
  /** How many ends of sentences stand before a letter. */
  readonly broken: Int32Array;
  /** How many marks of punctuation stand before a letter. */
  readonly marked: Int32Array;
  /** Letter with which the sentence of a letter begins. */
  readonly sentenceStart: Int32Array;
  /** Whether the sentence of a letter is a question. */
  readonly asked: Uint8Array;
}

/** Counts words and sentences. A new line ends a sentence, unless it goes on in lower case. */
export function sentencesOf(text: Letters): Sentences {
  const { before, lower } = text;
  const length = text.letters.length;
  const word = new Int32Array(length + 1);
  const broken = new Int32Array(length + 1);
  const marked = new Int32Array(length + 1);
  const sentenceStart = new Int32Array(length + 1);
  let wasSingle = false;
  for (let at = 0; at <= length; at += 1) {
    const bits = before[at] ?? 0;
    const ends = endsSentence(bits, lower[at] === 1);
    const single = bits !== 0 && (before[at + 1] ?? 0) !== 0;
    const last = at - 1;
    word[at] = (word[last] ?? 0) + (bits !== 0 && !(single && wasSingle) ? 1 : 0);
    if (bits !== 0) wasSingle = single;
    broken[at] = (broken[last] ?? 0) + (ends ? 1 : 0);
    marked[at] = (marked[last] ?? 0) + (ends || (bits & (parted.comma | parted.hard)) !== 0 ? 1 : 0);
    sentenceStart[at] = ends || at === 0 ? at : (sentenceStart[last] ?? 0);
  }
  const asked = new Uint8Array(length + 1);
  for (let at = length - 1; at >= 0; at -= 1) {
    const bits = before[at + 1] ?? 0;
    const last = at + 1 === length || endsSentence(bits, lower[at + 1] === 1);
    asked[at] = last ? Math.sign(bits & parted.question) : (asked[at + 1] ?? 0);
  }
  return { ...text, word, broken, marked, sentenceStart, asked };
}

/** Whether what parts two words ends a sentence. */
export function endsSentence(bits: number, goesOnInLowerCase: boolean): boolean {
  return (bits & parted.sentence) !== 0 || ((bits & parted.line) !== 0 && !goesOnInLowerCase);
}
