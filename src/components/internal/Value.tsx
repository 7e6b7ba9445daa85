import type { ReactNode } from "react";
import type { RemainderModel, SingleValue, ValueModel } from "../../view-models/index.js";
import { cx } from "./class-names.js";
import { External, Name, Sentence } from "./Name.js";

/** One side of a change. What is absent, secret or unknown never looks like a value (BY-3). */
export function Value({ model }: { model: ValueModel }) {
  if (model.state !== "list") return <Single model={model} />;
  return (
    <ul data-part="values">
      {model.values.map((value, index) => (
        <li key={index}>
          <Single model={value} />
        </li>
      ))}
      {model.more === null ? null : (
        <li>
          <Rest model={model.more} />
        </li>
      )}
    </ul>
  );
}

function Single({ model }: { model: SingleValue }) {
  switch (model.state) {
    case "known":
      return (
        <>
          <Name model={model.value} />
          {model.cut === null ? null : (
            <>
              {" "}
              <Rest model={model.cut} />
            </>
          )}
        </>
      );
    case "described":
      return <Sentence model={model.sentence} />;
    case "reference":
      return (
        <>
          <Name model={model.name} /> <Quiet>{model.kind}</Quiet>
        </>
      );
    case "absent":
    case "secret":
      return <Quiet state={model.state}>{model.text}</Quiet>;
    case "unknown":
      return (
        <Quiet state="unknown">
          {model.text}. {model.reason}
        </Quiet>
      );
    default:
      return <External text={JSON.stringify(model satisfies never)} />;
  }
}

function Rest({ model }: { model: RemainderModel }) {
  return <Quiet>{model.text}</Quiet>;
}

function Quiet({ state, children }: { state?: string; children: ReactNode }) {
  return (
    <span className={cx("cr:text-ink-muted", state !== undefined && "cr:italic")} data-status={state}>
      {children}
    </span>
  );
}
