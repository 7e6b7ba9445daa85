import * as Collapsible from "@radix-ui/react-collapsible";
import { memo, useCallback, useDeferredValue, useId, useMemo } from "react";
import { Chevron } from "../../../components/internal/Chevron.js";
import { External } from "../../../components/internal/Name.js";
import { Bounded } from "../parts/Bounded.js";
import { looks } from "../parts/looks.js";
import {
  searchCatalogue,
  type CatalogueGroup,
  type CatalogueModel,
  type CatalogueRow,
  type ScopeDraft,
  type ScopeStepModel,
} from "../../resolvers/steps/index.js";

export interface ItemPickerProps {
  model: ScopeStepModel;
  catalogue: CatalogueModel;
  draft: ScopeDraft;
  query: string;
  onQuery: (query: string) => void;
  onDraft: (draft: ScopeDraft) => void;
}

/** Groups open by themselves up to this many items in all; beyond it the operator opens what is wanted. */
const opensUpTo = 40;

/** Items by type and platform, with search and select all; stays responsive with thousands (RW-4, RW-14). */
export function ItemPicker({ model, catalogue, draft, query, onQuery, onDraft }: ItemPickerProps) {
  const searchId = useId();
  const wanted = useDeferredValue(query);
  const families = useMemo(() => searchCatalogue(catalogue, wanted), [catalogue, wanted]);
  const shown = useMemo(
    () => families.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ id }) => id))),
    [families],
  );
  const shut = model.control.state === "shut";
  const select = useCallback(
    (ids: readonly string[], chosen: boolean) => {
      if (shut) return;
      const itemIds = new Set(draft.itemIds);
      for (const id of ids) {
        if (chosen) itemIds.add(id);
        else itemIds.delete(id);
      }
      onDraft({ ...draft, itemIds });
    },
    [draft, onDraft, shut],
  );
  const opened = shown.length <= opensUpTo || wanted.trim() !== "";
  return (
    <div data-part="items">
      <label htmlFor={searchId} className={looks.note}>
        {model.searchLabel}
      </label>
      <input
        id={searchId}
        type="search"
        className={`${looks.field} cr:mt-1`}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      <div className="cr:mt-3 cr:flex cr:flex-wrap cr:items-center cr:gap-x-5 cr:gap-y-1 cr:border-b cr:border-line-strong cr:pb-2">
        <p className="cr:font-semibold" aria-live="off" data-part="selection">
          {model.selection}
        </p>
        <button type="button" className={`${looks.quiet} cr:ms-auto`} onClick={() => select(shown, true)}>
          {model.selectShown}
        </button>
        <button type="button" className={looks.quiet} onClick={() => select(shown, false)}>
          {model.clearShown}
        </button>
      </div>
      {families.length === 0 ? <p className="cr:py-4 cr:text-ink-muted">{model.nothingFound}</p> : null}
      {families.map((family) => (
        <section key={family.id} aria-labelledby={`${searchId}-${family.id}`} className="cr:pt-5" data-part="family">
          <div className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-3">
            <h3 id={`${searchId}-${family.id}`} className={looks.subheading}>
              {family.title}
            </h3>
            {family.note === null ? null : <p className={looks.note}>{family.note}</p>}
          </div>
          {family.groups.map((group) => (
            <Group
              key={`${group.id}${opened ? "/open" : ""}`}
              group={group}
              selection={model.groupSelections.get(group.id) ?? ""}
              opened={opened}
              chosen={draft.itemIds}
              showMore={model.showMore}
              onSelect={select}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface GroupProps {
  group: CatalogueGroup;
  selection: string;
  opened: boolean;
  chosen: ReadonlySet<string>;
  showMore: (remaining: number) => string;
  onSelect: (ids: readonly string[], chosen: boolean) => void;
}

function Group({ group, selection, opened, chosen, showMore, onSelect }: GroupProps) {
  const every = group.rows.every(({ id }) => chosen.has(id));
  const some = !every && group.rows.some(({ id }) => chosen.has(id));
  return (
    <Collapsible.Root defaultOpen={opened} className="cr:border-b cr:border-line cr:py-1.5" data-part="group">
      <div className="cr:flex cr:items-center cr:gap-x-3">
        <input
          type="checkbox"
          className={box}
          aria-label={`${group.title}: ${selection}`}
          checked={every}
          ref={(element) => {
            if (element !== null) element.indeterminate = some;
          }}
          onChange={() =>
            onSelect(
              group.rows.map(({ id }) => id),
              !every,
            )
          }
        />
        <Collapsible.Trigger className="cr:group cr:flex cr:min-h-8 cr:min-w-0 cr:flex-1 cr:cursor-pointer cr:items-center cr:gap-x-2 cr:text-start cr:font-medium">
          {group.title}
          <Chevron />
        </Collapsible.Trigger>
        <span className={`${looks.note} cr:text-end`}>{selection}</span>
      </div>
      <Collapsible.Content className="cr:ps-8">
        <Bounded rows={group.rows} bound={50} more={showMore} list={(rows) => <ul className="cr:pb-1">{rows}</ul>}>
          {(row) => <Item key={row.id} row={row} chosen={chosen.has(row.id)} onSelect={onSelect} />}
        </Bounded>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

const box = "cr:size-5 cr:flex-none cr:accent-(--cr-ink)";

// Memoised: one row changes at a time, and a group can hold thousands.
const Item = memo(function Item({
  row,
  chosen,
  onSelect,
}: {
  row: CatalogueRow;
  chosen: boolean;
  onSelect: GroupProps["onSelect"];
}) {
  return (
    <li>
      <label className="cr:flex cr:min-h-8 cr:cursor-pointer cr:items-start cr:gap-x-3 cr:py-1.5">
        <input type="checkbox" className={box} checked={chosen} onChange={() => onSelect([row.id], !chosen)} />
        <span className="cr:min-w-0 cr:flex-1">
          <span className="cr:block cr:wrap-anywhere">
            <External text={row.name} />
          </span>
          {row.mark === null ? null : (
            <span className={`${looks.note} cr:block`}>
              <span className="cr:font-medium cr:text-ink">{row.mark.word}.</span> {row.mark.note}
            </span>
          )}
        </span>
      </label>
    </li>
  );
});
