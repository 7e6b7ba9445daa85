// TanStack Virtual only + own Set selection + own filter/group (what most teams write).
import { useCallback, useMemo, useRef, useState, memo } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { run, textNum } from "./harness.jsx";
const Row = memo(function Row({ it, on, toggle, y }) {
  return (
    <div className="r" role="row" style={{ transform: `translateY(${y}px)` }}>
      <label>
        <input type="checkbox" checked={on} onChange={() => toggle(it.id)} />
        <span className="nm">{it.name}</span>
      </label>
      <span>{it.platform}</span>
      <span>{it.mode}</span>
    </div>
  );
});
function App({ items }) {
  const [q, setQ] = useState(""),
    [sel, setSel] = useState(() => new Set()),
    ref = useRef(null);
  const shown = useMemo(() => {
    const s = q.toLowerCase();
    return s ? items.filter((x) => x.name.toLowerCase().includes(s)) : items;
  }, [items, q]);
  const rows = useMemo(() => {
    const o = [];
    let l;
    for (const x of shown) {
      if (x.type !== l) {
        l = x.type;
        o.push(l);
      }
      o.push(x);
    }
    return o;
  }, [shown]);
  const toggle = useCallback(
    (id) =>
      setSel((s) => {
        const n = new Set(s);
        n.delete(id) || n.add(id);
        return n;
      }),
    [],
  );
  const v = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => 36,
    overscan: 4,
  });
  return (
    <div>
      <input id="q" value={q} onChange={(e) => setQ(e.target.value)} />
      <label>
        <input
          id="all"
          type="checkbox"
          checked={sel.size === items.length}
          onChange={() => setSel((s) => (s.size === shown.length ? new Set() : new Set(shown.map((x) => x.id))))}
        />
        all
      </label>
      <output id="count">{shown.length}</output> <output id="sel">{sel.size}</output>
      <div ref={ref} className="vp" style={{ height: 600, overflow: "auto" }}>
        <div style={{ height: v.getTotalSize(), position: "relative" }}>
          {v.getVirtualItems().map((vi) => {
            const r = rows[vi.index];
            return typeof r === "string" ? (
              <div key={r} className="r g" style={{ transform: `translateY(${vi.start}px)` }}>
                {r}
              </div>
            ) : (
              <Row key={r.id} it={r} on={sel.has(r.id)} toggle={toggle} y={vi.start} />
            );
          })}
        </div>
      </div>
    </div>
  );
}
run(App, {
  rows: ".nm",
  checks: ".r input",
  count: () => textNum("#count"),
  sel: () => textNum("#sel"),
  all: "#all",
  row: ".r:not(.g) input",
});
