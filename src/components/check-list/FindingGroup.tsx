"use client";

import { useId } from "react";
import type { FindingGroupModel } from "../../view-models/index.js";
import { appearanceOf } from "../internal/appearance.js";
import { cx } from "../internal/class-names.js";
import { Disclosure } from "../internal/Disclosure.js";
import { Heading, type HeadingLevel } from "../internal/Heading.js";
import { Measure } from "../internal/Measure.js";
import { type Density, glyphGutter } from "../internal/Section.js";
import type { Standing } from "../internal/standing.js";
import { StatusGlyph } from "../internal/StatusGlyph.js";
import { Finding, type FindingProps } from "./Finding.js";

interface FindingGroupProps extends FindingProps {
  group: FindingGroupModel;
  standing: Standing;
  level: HeadingLevel;
  density: Density;
}

/** The findings of one severity, with their count. */
export function FindingGroup({ group, standing, level, density, ...finding }: FindingGroupProps) {
  const id = useId();
  // A group that does not stand claims nothing, so it has no glyph of its own: the band above says what it is.
  const appearance = standing !== "current" || group.status === null ? null : appearanceOf(group.status);
  const rows = (
    <>
      <ul className="cr:mt-2" data-part="findings">
        {group.findings.map((one) => (
          <Finding key={one.id} finding={one} standing={standing} {...finding} />
        ))}
      </ul>
      {group.more === null ? null : (
        <p className="cr:border-t cr:border-line cr:pt-2 cr:text-compact cr:text-ink-muted" data-part="more">
          {group.more.text}
        </p>
      )}
    </>
  );
  const empty = group.findings.length === 0 && group.more === null;
  return (
    <section
      aria-labelledby={id}
      className={cx(
        "cr:border-t cr:border-line cr:first:border-t-0 cr:first:pt-0",
        density === "comfortable" ? "cr:py-3" : "cr:py-1.5",
      )}
      data-part="group"
      data-severity={group.id}
      data-status={appearance?.status}
      data-tone={appearance?.tone}
    >
      <div className={cx(glyphGutter, "cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)_auto] cr:gap-x-3")}>
        {appearance === null ? <span /> : <StatusGlyph appearance={appearance} />}
        <Heading id={id} level={level}>
          <span className="cr:text-sm">{group.title}</span>
        </Heading>
        <p data-part="count">
          <Measure measure={group.count} standing={standing} />
        </p>
        <p className="cr:col-start-2 cr:col-end-4 cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="note">
          {group.note}
          {group.count.state === "known" ? null : ` ${group.count.reason}`}
          {group.accepted === null ? null : (
            <span className="cr:block cr:text-ink" data-part="accepted">
              {group.accepted.text}
            </span>
          )}
        </p>
      </div>
      {empty ? null : group.unfold === null ? (
        rows
      ) : (
        <Disclosure label={group.unfold} describedBy={id}>
          {rows}
        </Disclosure>
      )}
    </section>
  );
}
