import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { Sentence, textOf } from "../../../components/internal/Name.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import { TextLink } from "../../../components/internal/TextLink.js";
import type { LeftByChecksModel } from "../../resolvers/steps/index.js";
import { looks } from "../parts/looks.js";
import { Names } from "./Names.js";

/** What the checks found and did not settle, by name: what is restored in spite of it (RW-20). */
export function LeftByChecks({ model }: { model: LeftByChecksModel }) {
  return (
    <>
      <ul>
        {model.rows.map(({ id, literal, sentence, label, items, accepted }, index) => {
          const appearance = appearanceOf(literal);
          return (
            <li
              key={id}
              className={cx(
                "cr:grid cr:grid-cols-[1rem_minmax(0,1fr)] cr:gap-x-2.5 cr:border-line cr:py-2",
                index === 0 ? "cr:pt-0" : "cr:border-t",
              )}
              data-part="left"
              data-tone={appearance.tone}
            >
              <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
              <div className="cr:min-w-0">
                <p className="cr:font-medium" data-part="sentence">
                  <Sentence model={sentence} />
                </p>
                <Names model={items} />
                {accepted === null ? null : (
                  <p className="cr:text-compact" data-part="accepted">
                    <Sentence model={accepted} />
                  </p>
                )}
                <p className={looks.note} data-part="label">
                  {textOf(label)}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {model.more === null ? null : (
        <p className="cr:border-t cr:border-line cr:pt-2 cr:text-compact">
          <TextLink href={model.more.href}>{model.more.label}</TextLink>
        </p>
      )}
    </>
  );
}
