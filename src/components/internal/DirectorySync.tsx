import type { DirectorySyncModel } from "../../view-models/index.js";
import { appearanceOf } from "./appearance.js";
import { cx } from "./class-names.js";
import { Sentence } from "./Name.js";
import { StatusGlyph } from "./StatusGlyph.js";

/** How a fresh reading of the directory stands (PF-12). The live region of the page, or of the picker, tells the ear. */
export function DirectorySync({ model, className }: { model: DirectorySyncModel; className?: string }) {
  const appearance = appearanceOf(model.status);
  return (
    <p
      className={cx("cr:flex cr:max-w-prose cr:gap-x-2 cr:pb-2 cr:text-compact", className)}
      data-part="sync"
      data-status={appearance.status}
      data-tone={appearance.tone}
    >
      <StatusGlyph appearance={appearance} size={16} />
      <span className="cr:min-w-0">
        <Sentence model={model.sentence} />
      </span>
    </p>
  );
}
