import type { CurrentFreshness } from "../../view-models/index.js";
import { Time } from "./Time.js";

/** That evidence is current, as a fact and not as good news: what it found may be anything (SI-10). */
export function Currency({ freshness }: { freshness: CurrentFreshness }) {
  return (
    <p className="cr:mb-4 cr:text-compact cr:text-ink-muted" data-part="currency">
      {freshness.word}, <Time at={freshness.at} />
    </p>
  );
}
