import type { ChangeModel } from "../../view-models/index.js";
import { Arrow } from "./Arrow.js";
import { type MessagesProps, withDefaults } from "./messages.js";
import { Text } from "./Name.js";

/** The inputs that moved: what each was, struck, and what it is now (BY-1). */
export function Changes({ changes, messages }: { changes: readonly ChangeModel[] } & MessagesProps) {
  const words = withDefaults(messages);
  return (
    <ul data-part="changes">
      {changes.map((change) => (
        <li key={change.field} className="cr:wrap-anywhere cr:first-letter:uppercase" data-part="moved">
          <Text>{change.label}</Text>:{" "}
          <span className="cr:sr-only" data-part="was">
            {words.was}{" "}
          </span>
          <s className="cr:text-ink-faint" data-part="before">
            <Text>{change.before || words.notRecorded}</Text>
          </s>{" "}
          <Arrow /> <span className="cr:sr-only">{words.now} </span>
          <span className="cr:font-medium" data-part="after">
            <Text>{change.after || words.notRecorded}</Text>
          </span>
        </li>
      ))}
    </ul>
  );
}
