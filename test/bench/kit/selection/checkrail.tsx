// Our own: the picker with its keyboard and its tree for the ear, and the least of a host behind it.
import { useMemo, useState } from "react";
import { ScopePicker } from "checkrail";
import "checkrail/styles.css";
import { run, textNum } from "./harness.jsx";

interface Item {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

interface Run {
  readonly first: number;
  readonly count: number;
}

/** Neighbours that are alike, as runs. */
function runsOf(length: number, is: (index: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < length; index += 1) {
    if (!is(index)) continue;
    const first = index;
    while (index + 1 < length && is(index + 1)) index += 1;
    runs.push({ first, count: index + 1 - first });
  }
  return runs;
}

const count = (runs: readonly Run[]) => runs.reduce((sum, one) => sum + one.count, 0);

function App({ items }: { items: readonly Item[] }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(() => new Uint8Array(items.length));
  const fixed = useMemo(() => {
    const groups: { id: string; section: string; title: string; first: number; count: number }[] = [];
    for (const [first, { type }] of items.entries()) {
      const last = groups.at(-1);
      if (last?.title === type) last.count += 1;
      else groups.push({ id: type, section: "policies", title: type, first, count: 1 });
    }
    const choices = items.map(({ id, name }) => ({ id, name: { external: name }, mark: null, note: null }));
    return { groups, choices, lower: items.map(({ name }) => name.toLowerCase()) };
  }, [items]);
  const shown = useMemo(() => {
    const wanted = query.toLowerCase();
    return runsOf(items.length, (index) => fixed.lower[index]?.includes(wanted) === true);
  }, [items, fixed, query]);
  const model = useMemo(() => {
    const groups = fixed.groups.map((group) => {
      let some = 0;
      for (let index = group.first; index < group.first + group.count; index += 1) some += chosen[index] ?? 0;
      const choice = some === 0 ? "none" : some === group.count ? "all" : "some";
      return { ...group, choice, text: `${some} of ${group.count} selected` };
    });
    const selected = runsOf(items.length, (index) => chosen[index] === 1);
    const bulk = (id: string, label: string, changes: readonly Run[]) => ({
      action: { kind: "callback", id, label },
      changes,
      note: null,
    });
    return {
      contract: "1.0",
      id: "picker",
      title: "Items",
      shut: null,
      body: {
        state: "choosing",
        sections: [{ id: "policies", title: "Policies", note: null }],
        groups,
        items: fixed.choices,
        marks: [],
        chosen: selected,
        chosenText: `${count(selected)} of ${items.length} items selected`,
        search: {
          label: "Search",
          query: query === "" ? null : { external: query },
          shown,
          text: `${count(shown)} of ${items.length} items shown`,
        },
        selectShown: bulk("select", "Select all shown", shown),
        clearShown: bulk("clear", "Clear all shown", shown),
      },
    };
  }, [items, fixed, query, shown, chosen]);
  return (
    <ScopePicker
      model={model as never}
      onSearch={setQuery}
      onChoose={(runs, choosing) => {
        const next = chosen.slice();
        for (const one of runs) next.fill(choosing ? 1 : 0, one.first, one.first + one.count);
        setChosen(next);
      }}
    />
  );
}

run(App, {
  rows: "[data-part=item] [data-part=name]",
  // So many items stand in closed groups at first.
  mounted: "[data-part=group]",
  opens: "[data-part=opener]",
  checks: "[data-part=item]",
  search: "input[type=search]",
  count: () => textNum("[data-part=shown]"),
  sel: () => textNum("[data-part=chosen]"),
  all: "[data-part=bulk]:nth-child(1) button",
  none: "[data-part=bulk]:nth-child(2) button",
  row: "[data-part=item] [data-part=box]",
});
