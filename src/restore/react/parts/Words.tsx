import { Fragment } from "react";

/** A sentence whose hyphenated words stay on one line, such as "(Dry-run)". */
export function Words({ text }: { text: string }) {
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
