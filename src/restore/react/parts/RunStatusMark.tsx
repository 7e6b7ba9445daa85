import { appearanceOf } from "../../../components/internal/appearance.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { RunStatus } from "../../run/run.js";
import type { RestoreContext } from "../../resolvers/context.js";
import { runStatusLiterals } from "../../resolvers/steps/index.js";

export interface RunStatusMarkProps {
  status: RunStatus;
  context: Pick<RestoreContext, "words">;
}

/** The status of a run in a list: its word, with a glyph where it moves or asks for a look. */
export function RunStatusMark({ status, context }: RunStatusMarkProps) {
  const appearance = appearanceOf(runStatusLiterals[status]);
  const marked = appearance.tone !== "neutral" && appearance.tone !== "positive";
  return (
    <span
      className="cr:inline-flex cr:items-center cr:gap-x-1.5"
      data-component="RunStatusMark"
      data-status={appearance.status}
      data-tone={appearance.tone}
    >
      {marked ? <StatusGlyph appearance={appearance} size={16} /> : null}
      {context.words.terms.runStatus[status]}
    </span>
  );
}
