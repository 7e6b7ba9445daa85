// LIMIT (React): hand-written fixed-height windowing, flat index arrays, Uint8Array selection, memo rows.
import { memo, useCallback, useMemo, useRef, useState } from "react";
import { run, textNum } from "./harness.jsx";
import { TYPES } from "./items.js";
const H = 36,
  VH = 600,
  OVER = 4;
const Row = memo(function Row({ it, i, on, toggle, y }) {
  return (
    <div className="r" role="row" style={{ transform: `translateY(${y}px)` }}>
      <label>
        <input type="checkbox" checked={on} onChange={() => toggle(i)} />
        <span className="nm">{it.name}</span>
      </label>
      <span>{it.platform}</span>
      <span>{it.mode}</span>
    </div>
  );
});
function App({ items }) {
  const lower = useMemo(() => items.map((x) => x.name.toLowerCase()), [items]);
  const bits = useRef(null);
  bits.current ??= new Uint8Array(items.length);
  const [ver, setVer] = useState(0),
    [n, setN] = useState(0),
    [q, setQ] = useState(""),
    [top, setTop] = useState(0);
  // rows: >=0 item index, <0 group header -(g+1)
  const view = useMemo(() => {
    const s = q.toLowerCase(),
      out = [];
    let last = null,
      c = 0;
    for (let i = 0; i < items.length; i++) {
      if (s && !lower[i].includes(s)) continue;
      if (items[i].type !== last) {
        last = items[i].type;
        out.push(-(TYPES.indexOf(last) + 1));
      }
      out.push(i);
      c++;
    }
    return { out, c };
  }, [items, lower, q]);
  const toggle = useCallback((i) => {
    const b = bits.current;
    b[i] ^= 1;
    setN((x) => x + (b[i] ? 1 : -1));
    setVer((v) => v + 1);
  }, []);
  const toggleAll = () => {
    const b = bits.current;
    let c = 0,
      all = true;
    for (const i of view.out)
      if (i >= 0 && !b[i]) {
        all = false;
        break;
      }
    for (const i of view.out) if (i >= 0) b[i] = all ? 0 : 1;
    for (let i = 0; i < b.length; i++) c += b[i];
    setN(c);
    setVer((v) => v + 1);
  };
  const a = Math.max(0, Math.floor(top / H) - OVER),
    z = Math.min(view.out.length, Math.ceil((top + VH) / H) + OVER),
    rows = [];
  for (let k = a; k < z; k++) {
    const i = view.out[k];
    rows.push(
      i < 0 ? (
        <div key={"g" + i} className="r g" style={{ transform: `translateY(${k * H}px)` }}>
          {TYPES[-i - 1]}
        </div>
      ) : (
        <Row key={items[i].id} it={items[i]} i={i} on={bits.current[i] === 1} toggle={toggle} y={k * H} />
      ),
    );
  }
  return (
    <div>
      <input
        id="q"
        value={q}
        onChange={(e) => {
          setQ(e.target.value);
        }}
      />
      <label>
        <input id="all" type="checkbox" checked={n > 0 && n === items.length} onChange={toggleAll} />
        all
      </label>
      <output id="count">{view.c}</output> <output id="sel">{n}</output>
      <div className="vp" style={{ height: VH, overflow: "auto" }} onScroll={(e) => setTop(e.currentTarget.scrollTop)}>
        <div style={{ height: view.out.length * H, position: "relative" }}>{rows}</div>
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
