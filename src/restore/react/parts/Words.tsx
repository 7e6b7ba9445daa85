import { Fragment } from "react";
import { piecesOf } from "../../../view-models/index.js";

/** A sentence whose hyphenated words stay on one line, such as "(Dry-run)". */
export function Words({ text }: { text: string }) {
  return piecesOf(text).map((piece, index) =>
    typeof piece === "string" ? (
      <Unbroken key={index} text={piece} />
    ) : (
      <bdi key={index} data-external="">
        <Unbroken text={piece.external} />
      </bdi>
    ),
  );
}

function Unbroken({ text }: { text: string }) {
  return text.split(/(\S+-\S+)/).map((part, index) =>
    index % 2 === 0 ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <span key={index} className="cr:inline-block">
        {part}
      </span>
    ),
  );
}
