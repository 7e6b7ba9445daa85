import { useMemo, useState } from "react";
import {
  GridList,
  GridListItem,
  GridListSection,
  GridListHeader,
  Virtualizer,
  ListLayout,
  Checkbox,
  Collection,
} from "react-aria-components";
import { run, textNum } from "./harness.jsx";
import { TYPES } from "./items.js";
const layoutOptions = { rowHeight: 36, headingHeight: 36 };
function App({ items }) {
  const [q, setQ] = useState(""),
    [sel, setSel] = useState(new Set());
  const shown = useMemo(() => {
    const s = q.toLowerCase();
    return s ? items.filter((x) => x.name.toLowerCase().includes(s)) : items;
  }, [items, q]);
  const groups = useMemo(() => {
    const m = new Map(TYPES.map((t) => [t, []]));
    for (const x of shown) m.get(x.type).push(x);
    return [...m].filter((g) => g[1].length).map(([id, xs]) => ({ id, xs }));
  }, [shown]);
  const nSel = sel === "all" ? shown.length : sel.size;
  return (
    <div>
      <input id="q" value={q} onChange={(e) => setQ(e.target.value)} />
      <label>
        <input
          id="all"
          type="checkbox"
          checked={nSel === items.length}
          onChange={() => setSel(nSel === shown.length ? new Set() : new Set(shown.map((x) => x.id)))}
        />
        all
      </label>
      <output id="count">{shown.length}</output> <output id="sel">{nSel}</output>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label="Backup items"
          className="vp"
          style={{ height: 600, overflow: "auto", display: "block" }}
          selectionMode="multiple"
          selectedKeys={sel}
          onSelectionChange={setSel}
          items={groups}
        >
          {(g) => (
            <GridListSection id={g.id}>
              <GridListHeader>{g.id}</GridListHeader>
              <Collection items={g.xs}>
                {(it) => (
                  <GridListItem id={it.id} textValue={it.name} className="rr">
                    <Checkbox slot="selection">
                      <i className="box" />
                    </Checkbox>
                    <span className="nm">{it.name}</span>
                    <span>{it.platform}</span>
                    <span>{it.mode}</span>
                  </GridListItem>
                )}
              </Collection>
            </GridListSection>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
}
run(App, {
  rows: ".nm",
  checks: ".rr input",
  count: () => textNum("#count"),
  sel: () => textNum("#sel"),
  all: "#all",
  row: ".rr .react-aria-Checkbox",
});
