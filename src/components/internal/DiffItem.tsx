"use client";

import * as Collapsible from "@radix-ui/react-collapsible";
import { memo, useId } from "react";
import type {
  ChangeGroupModel,
  ChangesModel,
  DiffItem as DiffItemModel,
  SemanticChange,
} from "../../view-models/index.js";
import { appearanceOf } from "./appearance.js";
import { Arrow } from "./Arrow.js";
import { Chevron } from "./Chevron.js";
import { cx } from "./class-names.js";
import { Heading, type HeadingLevel } from "./Heading.js";
import { Name, Sentence } from "./Name.js";
import { type Density, glyphGutter } from "./Section.js";
import { Said, type Standing } from "./standing.js";
import { StatusGlyph } from "./StatusGlyph.js";
import { TextLink, textLink } from "./TextLink.js";
import { Value } from "./Value.js";

interface DiffItemProps {
  item: DiffItemModel;
  /** Whether the comparison holds. */
  standing: Standing;
  opened: boolean;
  level: HeadingLevel;
  density: Density;
  becomes: string;
}

// Memoised: an item opens or closes, and there can be thousands.
export const DiffItem = memo(function DiffItem({ item, standing, opened, level, density, becomes }: DiffItemProps) {
  const id = useId();
  // A row that does not stand claims nothing, so it has no glyph of its own: the band above says what it is.
  const appearance = standing !== "current" ? null : appearanceOf(item.status);
  const changes = item.changes ?? null;
  return (
    <Collapsible.Root
      defaultOpen={opened}
      className={cx("cr:border-t cr:border-line", density === "comfortable" ? "cr:py-2.5" : "cr:py-1.5")}
      data-part="item"
      data-kind={item.state}
      data-status={appearance?.status}
      data-tone={appearance?.tone}
    >
      <div
        className={cx(
          glyphGutter,
          "cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)] cr:gap-x-3 cr:@md:grid-cols-[1.25rem_minmax(0,1fr)_auto]",
        )}
      >
        {appearance === null || appearance.tone === "info" ? <span /> : <StatusGlyph appearance={appearance} />}
        <p id={id} className="cr:font-medium" data-part="name">
          <Name model={item.name} />
        </p>
        <p
          className="cr:col-start-2 cr:text-compact cr:text-ink-muted cr:@md:col-start-3 cr:@md:text-end"
          data-part="word"
        >
          <Said standing={standing}>{item.word}</Said>
        </p>
        <p
          className="cr:col-start-2 cr:col-end-[-1] cr:flex cr:flex-wrap cr:items-center cr:gap-x-4 cr:text-compact cr:text-ink-muted"
          data-part="type"
        >
          {item.type}
          {changes === null ? null : (
            <Collapsible.Trigger className={cx("cr:group cr:cursor-pointer", textLink)} aria-describedby={id}>
              <Said standing={standing}>{changes.text}</Said>
              <Chevron />
            </Collapsible.Trigger>
          )}
        </p>
        <div className="cr:col-start-2 cr:col-end-[-1] cr:max-w-prose cr:text-compact cr:text-ink-muted">
          {item.reason === undefined ? null : (
            <p className={item.state === "undecided" ? "cr:text-(--cr-tone-ink)" : undefined} data-part="reason">
              <Sentence model={item.reason} />
            </p>
          )}
          {item.settledAt === undefined || item.settledAt === null ? null : (
            <TextLink href={item.settledAt.href}>{item.settledAt.label}</TextLink>
          )}
          {item.notes.map((note) => (
            <p key={note.text} data-part="note">
              <Sentence model={note} />
            </p>
          ))}
        </div>
      </div>
      {changes === null ? null : (
        <Collapsible.Content className="cr:pb-2">
          <Changes changes={changes} standing={standing} level={level} becomes={becomes} />
          {item.noiseHidden === null ? null : (
            <p className="cr:border-t cr:border-line cr:pt-1.5 cr:text-compact cr:text-ink-muted" data-part="noise">
              {item.noiseHidden.text}
            </p>
          )}
        </Collapsible.Content>
      )}
    </Collapsible.Root>
  );
});

interface ChangesProps extends Pick<DiffItemProps, "standing" | "level" | "becomes"> {
  changes: ChangesModel;
}

function Changes({ changes, ...rest }: ChangesProps) {
  return (
    <>
      {changes.groups.map((group) => (
        <Group key={group.consequence} group={group} {...rest} />
      ))}
      {changes.more === null ? null : (
        <p className="cr:border-t cr:border-line cr:py-1.5 cr:text-compact cr:text-ink-muted" data-part="more">
          {changes.more.text}
        </p>
      )}
    </>
  );
}

function Group({ group, standing, level, becomes }: Omit<ChangesProps, "changes"> & { group: ChangeGroupModel }) {
  const appearance = standing !== "current" ? null : appearanceOf(group.status);
  const loud = appearance?.tone === "caution" || appearance?.tone === "critical";
  return (
    <section
      className="cr:mt-2"
      data-part="changes"
      data-consequence={group.consequence}
      data-status={appearance?.status}
      data-tone={appearance?.tone}
    >
      <Heading level={level}>
        <span className={cx("cr:text-xs/5", loud ? "cr:text-(--cr-tone-ink)" : "cr:text-ink-muted")}>
          {group.title}
        </span>
      </Heading>
      <ul>
        {group.changes.map((change) => (
          <Change key={change.id} change={change} standing={standing} becomes={becomes} />
        ))}
      </ul>
    </section>
  );
}

function Change({
  change,
  standing,
  becomes,
}: Pick<DiffItemProps, "standing" | "becomes"> & { change: SemanticChange }) {
  const { certainty } = change;
  return (
    <li
      className="cr:grid cr:gap-x-4 cr:border-t cr:border-line cr:py-1.5 cr:text-compact cr:@lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]"
      data-part="change"
      data-certainty={certainty.state}
    >
      <p data-part="path">
        {change.path.map((part, index) => (
          <span key={index} className={index === change.path.length - 1 ? undefined : "cr:text-ink-muted"}>
            <Name model={part} />
            {index === change.path.length - 1 ? null : <span className="cr:text-ink-faint"> / </span>}
          </span>
        ))}
      </p>
      <div className="cr:min-w-0">
        <div className="cr:text-ink-muted" data-part="before">
          <Value model={change.before} />
        </div>
        <div className="cr:flex cr:gap-x-1.5" data-part="after">
          <span className="cr:flex-none">
            <Arrow />
            <span className="cr:sr-only">{becomes}</span>
          </span>
          {standing === "void" ? (
            <s className="cr:min-w-0 cr:text-ink-faint" data-part="value">
              <Value model={change.after} />
            </s>
          ) : (
            <div className="cr:min-w-0 cr:font-medium" data-part="value">
              <Value model={change.after} />
            </div>
          )}
        </div>
        {certainty.state === "certain" ? null : (
          <p className="cr:flex cr:gap-x-1.5 cr:text-ink-muted" data-part="certainty" data-tone="caution">
            <StatusGlyph appearance={appearanceOf("unknown")} size={16} className="cr:mt-0.5" />
            {certainty.reason}
          </p>
        )}
      </div>
    </li>
  );
}
