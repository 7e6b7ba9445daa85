import type { ChangeModel } from "../../view-models/index.js";
import { Arrow } from "./Arrow.js";
import * as english from "./english.js";
import type { MessagesProps } from "./messages.js";
import { textOf } from "./Name.js";

/** The inputs that moved: what each was, struck, and what it is now (BY-1). */
export function Changes({ changes, messages }: { changes: readonly ChangeModel[] } & MessagesProps) {
  const notRecorded = messages?.notRecorded ?? english.notRecorded;
  return (
    <ul data-part="changes">
      {changes.map((change) => (
        <li key={change.field} className="cr:wrap-anywhere cr:first-letter:uppercase" data-part="moved">
          {textOf(change.label)}:{" "}
          <span className="cr:sr-only" data-part="was">
            {messages?.was ?? english.was}{" "}
          </span>
          <s className="cr:text-ink-faint" data-part="before">
            {textOf(change.before || notRecorded)}
          </s>{" "}
          <Arrow /> <span className="cr:sr-only">{messages?.now ?? english.now} </span>
          <span className="cr:font-medium" data-part="after">
            {textOf(change.after || notRecorded)}
          </span>
        </li>
      ))}
    </ul>
  );
}
