import { appearanceOf } from "../../../components/internal/appearance.js";
import { textOf } from "../../../components/internal/Name.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";

/** Says that something is under way, beside the control that began it. The live region tells the ear. */
export function Working({ id, text }: { id?: string; text: string | null }) {
  if (text === null) return null;
  return (
    <p className="cr:flex cr:gap-x-2 cr:py-2 cr:text-compact" data-part="working">
      <StatusGlyph appearance={appearanceOf("running")} size={16} className="cr:mt-0.5 cr:flex-none" />
      <span id={id}>{textOf(text)}</span>
    </p>
  );
}
