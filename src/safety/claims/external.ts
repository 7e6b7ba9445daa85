import type { ClaimText } from "./policy.js";

/** A stretch of text in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const closing: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
  "‘": "’",
  "‚": "‘’",
  '"': '"',
  "\u2068": "\u2069",
};

/**
 * A name from outside as a sentence of ours says it: in a bidi isolate, which says that the words are not ours and keeps their
 * direction from reordering ours (BY-13). An empty name stays empty.
 */
export function setApart(name: string): string {
  return name === "" ? "" : `\u2068${inside(name)}\u2069`;
}

/** A name as it stands between the marks: what would end the isolate early, or keep it open, is left out. */
function inside(name: string): string {
  return name.replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/[\p{Cc}\u2029]+/gu, " ");
}

/** Names from outside, prepared once for every text that may show them. */
export interface KnownNames {
  readonly names: ReadonlySet<string>;
  /** Each length that one of them has. */
  readonly lengths: readonly number[];
}

/** Prepares names. */
export function knownNames(names: readonly string[]): KnownNames {
  const known = new Set(names.flatMap((name) => [name, inside(name)]));
  return { names: known, lengths: [...new Set([...known].map((name) => name.length))] };
}

/**
 * A text in one piece, and where it shows what comes from outside: pieces marked as such, and listed names in quotation marks or a
 * bidi isolate. A listed name that stands bare is our own word: a policy called “Healthy” does not let a sentence say Healthy.
 */
export function externalSpans(
  text: ClaimText,
  names: KnownNames,
): { readonly whole: string; readonly spans: readonly Span[] } {
  if (typeof text === "string") return { whole: text, spans: quotedSpans(text, names) };
  let whole = "";
  const spans: Span[] = [];
  for (const piece of text) {
    if (typeof piece === "string") {
      spans.push(
        ...quotedSpans(piece, names).map(({ start, end }) => ({
          start: whole.length + start,
          end: whole.length + end,
        })),
      );
      whole += piece;
    } else {
      spans.push({ start: whole.length, end: whole.length + piece.external.length });
      whole += piece.external;
    }
  }
  return { whole, spans };
}

function quotedSpans(text: string, { names, lengths }: KnownNames): readonly Span[] {
  const spans: Span[] = [];
  if (names.size === 0) return spans;
  for (let at = 0; at < text.length; at += 1) {
    const closers = closing[text[at] ?? ""];
    if (closers === undefined) continue;
    const start = at + 1;
    const length = lengths.find(
      (size) => closers.includes(text[start + size] ?? "none") && names.has(text.slice(start, start + size)),
    );
    if (length === undefined) continue;
    spans.push({ start, end: start + length });
    at = start + length;
  }
  return spans;
}
