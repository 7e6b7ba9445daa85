import { ActionControl } from "../../../components/ActionControl.js";
import { FreshnessBand } from "../../../components/FreshnessBand.js";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { Text } from "../../../components/internal/Name.js";
import { contentColumn, glyphGutter, Section } from "../../../components/internal/Section.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import { Time } from "../../../components/internal/Time.js";
import type { ChecksStepModel, FindingGroup } from "../../resolvers/steps/index.js";
import { Bounded } from "../parts/Bounded.js";
import { Fold } from "../parts/Fold.js";
import { Lead } from "../parts/Lead.js";
import { looks } from "../parts/looks.js";
import { Working } from "../parts/Working.js";
import type { StepProps } from "./step-props.js";

export interface SafetyChecksProps extends Pick<StepProps, "onRunChecks" | "waiting"> {
  model: ChecksStepModel;
}

/** Step 3: what the checks found, blockers first, and whether it still holds (PF-13). */
export function SafetyChecks({ model, onRunChecks, waiting }: SafetyChecksProps) {
  const running = waiting === "checks";
  const { action } = model.band;
  const settled = model.band.freshness.state === "current";
  return (
    <>
      <Lead model={model.lead}>
        <Currency model={model} />
        {action === null ? null : (
          <div id="run-checks" data-place="control" aria-busy={running}>
            <ActionControl model={action} emphasis={settled ? "secondary" : "primary"} onAction={onRunChecks} />
            <Working text={running ? model.runningText : null} />
          </div>
        )}
      </Lead>
      <Section component="Findings" id="findings" title={model.title} headingLevel={2}>
        <div className={contentColumn}>
          {model.empty === null ? null : <p className="cr:max-w-prose cr:text-ink-muted">{model.empty}</p>}
          {model.groups.map((group) => (
            <Group key={group.id} group={group} outdated={model.void} model={model} />
          ))}
        </div>
      </Section>
    </>
  );
}

// That checks are current is good news only where they left nothing to look at; else it is a fact beside the decision.
function Currency({ model }: Pick<SafetyChecksProps, "model">) {
  const { band, lead } = model;
  const { state } = band.freshness;
  if (state === "not_run") return null;
  if (state !== "current" || lead.literal === "complete") {
    return (
      <FreshnessBand model={{ ...band, action: null }} className={cx("cr:mb-4", state === "current" && glyphGutter)} />
    );
  }
  return (
    <p id={band.id} className={`${looks.note} cr:mb-4`} data-part="currency">
      {band.text}
      {band.freshness.at === null ? null : (
        <>
          , <Time at={band.freshness.at} />
        </>
      )}
    </p>
  );
}

interface GroupProps {
  group: FindingGroup;
  outdated: boolean;
  model: Pick<ChecksStepModel, "showMore" | "showMoreItems">;
}

function Group({ group, outdated, model }: GroupProps) {
  // A void group claims nothing, and an empty one has nothing to show: neither has a glyph.
  const appearance = outdated || group.literal === null ? null : appearanceOf(group.literal);
  const Count = outdated ? "s" : "span";
  return (
    <section
      aria-labelledby={`findings-${group.id}`}
      data-part="finding-group"
      data-status={appearance?.status}
      data-tone={appearance?.tone}
      className="cr:border-t cr:border-line cr:py-3 cr:first:border-t-0 cr:first:pt-0"
    >
      <div className={cx(glyphGutter, "cr:flex cr:items-baseline cr:gap-x-3")}>
        {appearance === null ? (
          <span className="cr:w-5 cr:flex-none" />
        ) : (
          <StatusGlyph appearance={appearance} className="cr:self-center" />
        )}
        <h3 id={`findings-${group.id}`} className={looks.subheading}>
          {group.title}
        </h3>
        <p className={`${looks.note} cr:hidden cr:@lg:block`}>{group.note}</p>
        <Count
          className={cx(
            "cr:ms-auto cr:text-base/5 cr:tabular-nums",
            outdated ? "cr:text-ink-faint" : group.literal === null ? "cr:text-ink-muted" : "cr:font-semibold",
          )}
        >
          {group.count.text}
        </Count>
      </div>
      {group.findings.length === 0 ? null : group.folded ? (
        <Fold label={group.unfold}>
          <Rows group={group} model={model} />
        </Fold>
      ) : (
        <Rows group={group} model={model} />
      )}
    </section>
  );
}

function Rows({ group, model }: Omit<GroupProps, "outdated">) {
  return (
    <Bounded
      rows={group.findings}
      bound={20}
      more={model.showMore}
      list={(rows) => <ul className="cr:mt-2">{rows}</ul>}
    >
      {(finding) => (
        <li
          key={finding.id}
          className="cr:grid cr:grid-cols-[minmax(0,1fr)_auto] cr:gap-x-4 cr:border-t cr:border-line cr:py-2"
          data-part="finding"
        >
          <p className="cr:font-medium cr:wrap-anywhere">
            <Text>{finding.title}</Text>
          </p>
          <p className={looks.note}>
            <Text>{finding.check}</Text>
          </p>
          <p className={`${looks.note} cr:col-span-full cr:max-w-prose`}>
            <Text>{finding.detail}</Text>
          </p>
          {finding.items.length === 0 ? null : (
            <Fold label={finding.unfold} className="cr:col-span-full">
              <Bounded
                rows={finding.items}
                bound={50}
                more={model.showMoreItems}
                list={(items) => <ul className="cr:py-1">{items}</ul>}
              >
                {(item) => (
                  <li key={item.id} className="cr:py-0.5 cr:text-[0.8125rem]/5 cr:wrap-anywhere">
                    <Text>{item.name}</Text>
                  </li>
                )}
              </Bounded>
            </Fold>
          )}
        </li>
      )}
    </Bounded>
  );
}
