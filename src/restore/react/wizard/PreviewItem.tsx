import * as Collapsible from "@radix-ui/react-collapsible";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { Chevron } from "../../../components/internal/Chevron.js";
import { cx } from "../../../components/internal/class-names.js";
import { External, Text } from "../../../components/internal/Name.js";
import { glyphGutter } from "../../../components/internal/Section.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import { setApart } from "../../../safety/index.js";
import { type ChangeGroupModel, type PreviewItemModel } from "../../resolvers/steps/index.js";
import { looks } from "../parts/looks.js";

export interface PreviewItemProps {
  item: PreviewItemModel;
  /** The preview no longer describes what would happen. */
  outdated: boolean;
  /** Stands between the value now and the value after, for the ear. */
  becomes: string;
  /** Whether the changes are open on first render. */
  opened: boolean;
}

/** One item: what would be done, and its changes by consequence (BY-7). */
export function PreviewItem({ item, outdated, becomes, opened }: PreviewItemProps) {
  // A void row claims nothing, so it has no glyph of its own: the band above says what it is.
  const appearance = outdated ? null : appearanceOf(item.literal);
  return (
    <Collapsible.Root asChild defaultOpen={opened}>
      <li
        className="cr:border-t cr:border-line cr:py-2.5 cr:first:border-t-0 cr:first:pt-0"
        data-part="item"
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
          <p className="cr:font-medium cr:wrap-anywhere">
            <External text={item.name} />
          </p>
          <p className={cx(looks.note, "cr:col-start-2 cr:@md:col-start-3 cr:@md:text-end")}>
            {outdated ? <s>{item.word}</s> : item.word}
          </p>
          <p className={`${looks.note} cr:col-start-2 cr:flex cr:flex-wrap cr:items-center cr:gap-x-4`}>
            {item.type}
            {item.unfold === null ? null : (
              <Collapsible.Trigger
                className={cx("cr:group", looks.quiet)}
                aria-label={`${item.unfold}, ${setApart(item.name)}`}
              >
                {outdated ? <s>{item.unfold}</s> : item.unfold}
                <Chevron />
              </Collapsible.Trigger>
            )}
          </p>
          {item.note === null ? null : (
            <p className={`${looks.note} cr:col-span-full cr:col-start-2 cr:max-w-prose`}>{item.note}</p>
          )}
        </div>
        <Collapsible.Content className="cr:pb-2">
          {item.groups.map((group) => (
            <Changes key={group.id} group={group} outdated={outdated} becomes={becomes} />
          ))}
          {item.notListed === null ? null : (
            <p className={`${looks.note} cr:border-t cr:border-line cr:pt-1.5`}>{item.notListed}</p>
          )}
        </Collapsible.Content>
      </li>
    </Collapsible.Root>
  );
}

function Changes({
  group,
  outdated,
  becomes,
}: { group: ChangeGroupModel } & Pick<PreviewItemProps, "outdated" | "becomes">) {
  const { tone } = appearanceOf(group.literal);
  const marked = !outdated && tone === "caution";
  return (
    <section className="cr:mt-2" data-part="changes" data-tone={outdated ? undefined : tone} data-status={group.id}>
      <h3 className={cx("cr:text-xs/5 cr:font-semibold", marked ? "cr:text-(--cr-tone-ink)" : "cr:text-ink-muted")}>
        {group.title}
      </h3>
      <ul>
        {group.changes.map((change) => (
          <li
            key={change.id}
            className="cr:grid cr:gap-x-4 cr:border-t cr:border-line cr:py-1.5 cr:text-[0.8125rem]/5 cr:@lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]"
          >
            <span className="cr:wrap-anywhere">
              <Text>{change.path}</Text>
            </span>
            <span className="cr:wrap-anywhere">
              <span className="cr:text-ink-muted">
                <Text>{change.before}</Text>
              </span>{" "}
              <Arrow becomes={becomes} />{" "}
              {outdated ? (
                <s className="cr:text-ink-faint">
                  <Text>{change.after}</Text>
                </s>
              ) : (
                <span className="cr:font-medium">
                  <Text>{change.after}</Text>
                </span>
              )}
            </span>
            {change.doubt === null ? null : (
              <span className="cr:col-span-full cr:max-w-prose cr:text-ink-muted">{change.doubt}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Arrow({ becomes }: Pick<PreviewItemProps, "becomes">) {
  return (
    <svg
      className="cr:mx-0.5 cr:inline-block cr:size-3 cr:rtl:-scale-x-100"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      role="img"
      aria-label={becomes}
    >
      <path d="M1.5 6h9M7.5 3l3 3-3 3" />
    </svg>
  );
}
