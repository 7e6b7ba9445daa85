import { useEffect, useId, useRef, useState } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { Chevron } from "../../../components/internal/Chevron.js";
import { Text } from "../../../components/internal/Name.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import { plainText } from "../../../view-models/index.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { RunChange } from "../../run/events.js";
import type { MappingRow, MappingsModel } from "../../resolvers/steps/index.js";
import { Fold } from "../parts/Fold.js";
import { looks } from "../parts/looks.js";

export interface MappingsProps {
  title: string;
  model: MappingsModel;
  /** The place that the page's address names; it opens the resolver. */
  anchor: string | null;
  onChange: (change: RunChange) => void;
}

/** References and their counterparts, closed until opened, with one explanation for all (PF-10). */
export function Mappings({ title, model, anchor, onChange }: MappingsProps) {
  const [open, setOpen] = useState(anchor === "mappings");
  useEffect(() => {
    if (anchor === "mappings") setOpen(true);
  }, [anchor]);
  return (
    <Section
      component="Mappings"
      id="mappings-section"
      title={title}
      headingLevel={2}
      note={
        model.progress === null ? null : (
          <p className={looks.note} data-part="progress">
            {model.progress}
          </p>
        )
      }
    >
      <div className={contentColumn}>
        {model.empty === null ? (
          <Fold heading label={model.title} id="mappings" open={open} onOpenChange={setOpen}>
            <p className="cr:mt-1 cr:max-w-prose cr:text-ink-muted">{model.explanation}</p>
            {model.undoes === null ? null : <p className={`${looks.note} cr:mt-2`}>{model.undoes}</p>}
            {model.rows.length === 0 ? null : <Rows rows={model.rows} model={model} onChange={onChange} />}
            {model.same === null ? null : (
              <Fold label={model.same.label} className="cr:mt-4">
                <Rows rows={model.same.rows} model={model} onChange={onChange} />
              </Fold>
            )}
          </Fold>
        ) : (
          <p id="mappings" tabIndex={-1} className="cr:text-ink-muted">
            {model.empty}
          </p>
        )}
      </div>
    </Section>
  );
}

function Rows({ rows, model, onChange }: Omit<MappingsProps, "anchor" | "title"> & { rows: readonly MappingRow[] }) {
  return (
    <ul className="cr:mt-4 cr:border-b cr:border-line">
      {rows.map((row) => (
        <Row key={row.key} row={row} shut={model.control.state === "shut"} onChange={onChange} />
      ))}
    </ul>
  );
}

type Decision = Extract<RunChange, { event: "mapping_decided" }>["decision"];

function Row({ row, shut, onChange }: { row: MappingRow; shut: boolean; onChange: MappingsProps["onChange"] }) {
  const id = useId();
  const appearance = appearanceOf(row.literal);
  const element = useRef<HTMLLIElement>(null);
  const decided = useRef(false);
  const decide = (decision: Decision) => {
    if (shut) return;
    decided.current = true;
    onChange({ event: "mapping_decided", key: row.key, decision });
  };
  // The control that recorded the decision is gone once it is recorded; focus stays with the reference.
  useEffect(() => {
    if (!decided.current) return;
    decided.current = false;
    if (element.current?.contains(document.activeElement) !== true) element.current?.querySelector("button")?.focus();
  }, [row.word, row.chosenId]);
  return (
    <li
      ref={element}
      className="cr:border-t cr:border-line cr:py-4"
      data-part="mapping"
      data-status={appearance.status}
      data-tone={appearance.tone}
    >
      <div className="cr:flex cr:flex-wrap cr:items-center cr:justify-between cr:gap-x-4">
        <p className={looks.note}>{row.usage}</p>
        <p className="cr:flex cr:items-center cr:gap-x-1.5 cr:text-[0.8125rem]/5 cr:text-(--cr-tone-ink)">
          <StatusGlyph appearance={appearance} size={16} />
          {row.word}
        </p>
      </div>
      <p id={`${id}-source`} className="cr:font-medium cr:wrap-anywhere">
        <Text>{row.source}</Text>
      </p>
      {row.detail === null ? null : (
        <p className={looks.note}>
          <Text>{row.detail}</Text>
        </p>
      )}
      {row.changeLabel === null ? (
        <Resolver key={row.chosenId} row={row} sourceId={`${id}-source`} decide={decide} />
      ) : (
        <Fold label={row.changeLabel} describedBy={`${id}-source`}>
          <Resolver key={row.chosenId} row={row} sourceId={`${id}-source`} decide={decide} />
        </Fold>
      )}
    </li>
  );
}

interface ResolverProps {
  row: MappingRow;
  /** Id of the element that names the reference. */
  sourceId: string;
  decide: (decision: Decision) => void;
}

// A choice is recorded by a control of its own: moving through a list with the arrow keys decides nothing.
function Resolver({ row, sourceId, decide }: ResolverProps) {
  const [candidate, setCandidate] = useState(row.chosenId ?? "");
  const pending = candidate !== "" && candidate !== row.chosenId;
  return (
    <>
      {row.noChoices === null ? (
        <div className="cr:mt-2 cr:flex cr:flex-wrap cr:items-start cr:gap-3">
          <div className="cr:relative cr:min-w-48 cr:flex-1">
            <select
              aria-label={row.choiceLabel}
              aria-describedby={sourceId}
              className={`${looks.field} cr:min-h-10! cr:appearance-none cr:pe-11 cr:text-sm!`}
              value={candidate}
              onChange={(event) => setCandidate(event.currentTarget.value)}
            >
              <option value="">{row.choiceLabel}</option>
              {row.choices.map((choice) => (
                <option key={choice.id} value={choice.id} data-external="">
                  {plainText(choice.name)}
                </option>
              ))}
            </select>
            <Chevron className="cr:pointer-events-none cr:absolute cr:end-4 cr:top-3" />
          </div>
          {pending ? (
            <ActionControl
              model={{ kind: "callback", id: `map/${row.key}`, label: row.mapLabel }}
              onAction={() => decide({ decision: "map", targetId: candidate })}
            />
          ) : null}
        </div>
      ) : (
        <div className="cr:mt-3 cr:border-t cr:border-line cr:pt-3">
          <h4 className={looks.subheading}>{row.noChoices.heading}</h4>
          <p className={`${looks.note} cr:mb-3 cr:max-w-prose`}>{row.noChoices.text}</p>
          <ActionControl model={row.noChoices.action} />
        </div>
      )}
      <div className="cr:mt-2 cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-4">
        {row.skip === null ? null : (
          <button
            type="button"
            className={looks.quiet}
            aria-describedby={sourceId}
            onClick={() => decide({ decision: "skip" })}
          >
            {row.skip.label}
          </button>
        )}
        {row.undo === null ? null : (
          <button type="button" className={looks.quiet} aria-describedby={sourceId} onClick={() => decide(null)}>
            {row.undo.label}
          </button>
        )}
      </div>
    </>
  );
}
