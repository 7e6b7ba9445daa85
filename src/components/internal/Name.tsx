import { Fragment, type ReactNode } from "react";
import { type ExternalText, type NameModel, piecesOf, type SentenceModel } from "../../view-models/index.js";

export interface ExternalProps {
  text: string;
  /** Where a long word breaks: anywhere, or where the text around it does. Default "anywhere". */
  breaks?: "anywhere" | "inherited" | undefined;
}

/**
 * Words from outside: set apart, so that their direction leaves the sentence around them alone, and marked as no claim of
 * ours (BY-13).
 */
export function External({ text, breaks = "anywhere" }: ExternalProps) {
  return (
    <bdi className={breaks === "anywhere" ? "cr:wrap-anywhere" : undefined} data-external="">
      {text}
    </bdi>
  );
}

/** A text of a model. What it sets apart is marked as words of others, and copied without the marks of the text. */
export function textOf(text: string): ReactNode {
  const pieces = piecesOf(text);
  // Most texts quote nobody: then no list is drawn, but the words alone.
  if (pieces.length === 1 && typeof pieces[0] === "string") return pieces[0];
  return pieces.map((piece, index) =>
    typeof piece === "string" ? (
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <External key={index} text={piece.external} breaks="inherited" />
    ),
  );
}

/** A name as it came, or our words where there is none. */
export function Name({ model }: { model: NameModel }) {
  return model.external === undefined ? textOf(model.text) : <External text={model.external} />;
}

/** A sentence of ours in which every quoted word of others is marked as theirs. */
export function Sentence({ model }: { model: SentenceModel }) {
  return quotedPieces(model).map((piece, index) =>
    typeof piece === "string" ? piece : <External key={index} text={piece.external} />,
  );
}

/** What the text sets apart; in a text that sets nothing apart, every place that says what is quoted. */
function quotedPieces({ text, quotes }: SentenceModel): readonly (string | ExternalText)[] {
  const marked = piecesOf(text);
  if (marked.some((piece) => typeof piece !== "string")) return marked;
  const pieces: (string | ExternalText)[] = [];
  let from = 0;
  for (;;) {
    let at = text.length;
    let next = "";
    for (const { external } of quotes) {
      const found = external === "" ? -1 : text.indexOf(external, from);
      // Where one name begins another, the longer one is meant.
      if (found === -1 || found > at || (found === at && external.length <= next.length)) continue;
      at = found;
      next = external;
    }
    if (from < at) pieces.push(text.slice(from, at));
    if (next === "") return pieces;
    pieces.push({ external: next });
    from = at + next.length;
  }
}
